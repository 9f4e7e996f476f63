import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FolderFile } from '../../../../../main/shared/views/copy-match';
import { useFileDrops } from '../../../../base/use-file-drops';
import { shownOf } from '../../../../base/work';
import { DropZone } from '../../../../components/drop-zone';
import { IntakeFailure } from '../../../../intake/intake-failure';
import { copiesPanel, notOpenedHere } from '../../../../words/look-after/many-extend';
import { OpenCopies } from './open-copies';
import type { Copies } from './use-copies';

export interface ExtendCopiesProps {
  readonly copies: Copies;
  /** Whether the keys are being read: what is brought cannot be compared yet. */
  readonly isReading: boolean;
  /** Whether opening them is the next thing to do. */
  readonly isNext: boolean;
}

/** The folder of the copies, what opens them, and what else lies there. */
export function ExtendCopies({ copies, isReading, isNext }: ExtendCopiesProps) {
  const { folder, bring } = copies;
  const isDragging = useFileDrops(bring);
  const view = shownOf(folder);
  const others = (view?.files ?? []).filter(isOther);
  return (
    <Container
      header={
        <Header variant="h2" description={copiesPanel.text}>
          {copiesPanel.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <IntakeFailure work={folder} />
        <DropZone
          text={view === undefined ? copiesPanel.drop : copiesPanel.found(view, copies.copies.length)}
          hint={copiesPanel.hint}
          releaseText={copiesPanel.release}
          isDragging={isDragging}
          isCompact={view !== undefined}
          busyText={folder.at === 'working' ? copiesPanel.looking : ''}
          errorText=""
        >
          <Button
            iconName="folder"
            variant={isNext && view === undefined ? 'primary' : 'normal'}
            disabled={isReading || copies.opening !== undefined}
            onClick={() => bring('ask')}
          >
            {view === undefined ? copiesPanel.choose : copiesPanel.chooseOther}
          </Button>
        </DropZone>
        {view && <OpenCopies copies={copies} isNext={isNext} />}
        {others.length > 0 && (
          <ExpandableSection headerText={copiesPanel.others(others.length)}>
            <ul className="plain-list">
              {others.map(({ file, is }) => (
                <li key={file} className="breakable">
                  <Box variant="span" fontWeight="bold">
                    {file}
                  </Box>
                  : {notOpenedHere[is]}
                </li>
              ))}
            </ul>
          </ExpandableSection>
        )}
      </SpaceBetween>
    </Container>
  );
}

type OtherFile = Exclude<FolderFile, { readonly is: 'sealed-copy' }>;

const isOther = (file: FolderFile): file is OtherFile => file.is !== 'sealed-copy';
