import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { SetByOrganisation, useOrganisation } from '../../base/set-by-organisation';
import { advanced } from '../../words/custody/material';
import { organisation } from '../../words/shell/organisation';
import { KeyLength } from './key-length';
import type { MaterialStepContentProps } from './material-step-props';

interface AdvancedProps extends MaterialStepContentProps {
  /** When the length has to be chosen, it is asked for elsewhere. */
  readonly withLength: boolean;
}

export function Advanced({ state, intents, withLength }: AdvancedProps) {
  const { draft } = state;
  const { clearExportForbidden } = useOrganisation();
  return (
    <ExpandableSection headerText={advanced.title}>
      <SpaceBetween size="l">
        {withLength && <KeyLength state={state} intents={intents} />}
        {draft.custody.source === 'generate' && (
          <Checkbox
            checked={draft.exportPlaintext}
            disabled={clearExportForbidden === true}
            description={advanced.plainExportText}
            onChange={({ detail }) =>
              intents.dispatch({ type: 'exportChosen', exportPlaintext: detail.checked })
            }
          >
            {advanced.plainExport}
          </Checkbox>
        )}
        {draft.custody.source === 'generate' && clearExportForbidden && (
          <SetByOrganisation text={organisation.clearExport} />
        )}
        {draft.custody.source === 'generate' && draft.exportPlaintext && (
          <div role="alert">
            <Alert type="warning" header={advanced.plainExportWarning.title}>
              {advanced.plainExportWarning.text}
            </Alert>
          </div>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
