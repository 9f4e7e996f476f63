import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Mode } from '../../../../main/shared/views/aws';
import { api } from '../../../base/api';
import { SaveOne } from '../../../run/save-one';
import { rotateWords } from '../../../words/look-after/acts-rotate';
import { againWords } from '../../../words/look-after/import-again';

export interface OnOfflineComputerProps {
  readonly keyHandle: string;
  readonly session: string;
  readonly mode: Mode;
  readonly rotates?: boolean;
}

/** The same without the key material on this computer: fresh import parameters to carry to an offline one. */
export function OnOfflineComputer({ keyHandle, session, mode, rotates = false }: OnOfflineComputerProps) {
  const { offline } = againWords;
  const { text, next } = rotates ? rotateWords.offline : offline;
  return (
    <ExpandableSection variant="container" headerText={offline.title}>
      <SpaceBetween size="s">
        <Box>{text}</Box>
        <SaveOne words={offline} ask={() => api.saveFreshParameters({ key: keyHandle, session, rotates })}>
          {() => (
            <>
              <ol className="plain-list">
                {next.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              {mode === 'practice' && <Box>{offline.staysOpen}</Box>}
            </>
          )}
        </SaveOne>
      </SpaceBetween>
    </ExpandableSection>
  );
}
