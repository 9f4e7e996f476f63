import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CustodyView } from '../../../main/shared/views/custody';
import { Facts } from '../../base/facts';
import { copyLabels, custodyRows } from '../../words/custody/copies';
import { savedPage } from '../../words/wrap-offline/saved';

export interface SavedCopyProps {
  readonly custody: Exclude<CustodyView, { readonly kept: 'none' }>;
  readonly checkValue: string;
  readonly onRehearse: () => void;
}

/** What the copy is, how it was proved, and that it stays behind. */
export function SavedCopy({ custody, checkValue, onRehearse }: SavedCopyProps) {
  const { sealed, shares } = savedPage.copyStays;
  return (
    <Container
      header={
        <Header variant="h2" description={custody.kept === 'shares' ? shares : sealed}>
          {savedPage.copyTitle}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Facts
          rows={[...custodyRows(custody), [copyLabels.checkValue, checkValue]]}
          copyFiles={custody.files}
        />
        <Box variant="p">{savedPage.rehearse.text}</Box>
        <Button onClick={onRehearse}>{savedPage.rehearse.label}</Button>
      </SpaceBetween>
    </Container>
  );
}
