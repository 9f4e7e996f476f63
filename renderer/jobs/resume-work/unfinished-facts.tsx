import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { UnfinishedRunView } from '../../../main/shared/views/unfinished';
import { RowList } from '../../run/row-list';
import { confirmRows } from '../../words/resume-work/unfinished-confirm';
import {
  existingRows,
  progressLine,
  unfinishedName,
  unfinishedPage,
} from '../../words/resume-work/unfinished';
import { FactValue } from '../../base/fact-value';

/** What exists, and how far it got. */
export function UnfinishedFacts({ work }: { readonly work: UnfinishedRunView }) {
  const [openedAt] = useState(() => new Date());
  const facts = [
    ...existingRows(work, openedAt),
    ...(work.needsConfirming === undefined ? [] : confirmRows(work)),
  ];
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={progressLine(work)}>
            {unfinishedName(work)}
          </Header>
        }
      >
        <KeyValuePairs
          columns={2}
          items={facts.map(([label, value]) => ({
            label,
            value: <FactValue label={label} value={value} />,
          }))}
        />
      </Container>
      <Container header={<Header variant="h2">{unfinishedPage.done}</Header>}>
        <RowList rows={work.rows.filter(({ state }) => state !== 'skipped')} />
      </Container>
    </SpaceBetween>
  );
}
