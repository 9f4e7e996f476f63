import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReceiverPreset } from '../../../main/shared/views/receiver';
import { termsRows, termsWords } from '../../words/create-and-import/receiver-terms';

/** What a service asks for, as far as it is known, and what it says of keys like this one. */
export function ReceiverTerms({ preset }: { readonly preset: ReceiverPreset }) {
  const { name, terms } = preset;
  const { imported } = terms;
  return (
    <SpaceBetween size="m">
      {imported.answer === 'no' && (
        <Alert type="error" header={termsWords.refuses.title(name)}>
          {imported.text} {termsWords.refuses.text}
        </Alert>
      )}
      {imported.answer === 'not-said' && (
        <Alert type="warning" header={termsWords.notSaid.title(name)}>
          {imported.text} {termsWords.notSaid.text}
        </Alert>
      )}
      <ExpandableSection headerText={termsWords.title(name)}>
        <SpaceBetween size="m">
          <KeyValuePairs
            columns={2}
            items={termsRows(preset).map(([label, value]) => ({
              label,
              value: <span className="breakable">{value}</span>,
            }))}
          />
          {terms.steps.length > 0 && (
            <div>
              <Box variant="awsui-key-label">{termsWords.steps}</Box>
              <ol>
                {terms.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </div>
          )}
          {terms.aftercare.length > 0 && (
            <div>
              <Box variant="awsui-key-label">{termsWords.aftercare}</Box>
              <ul>
                {terms.aftercare.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          )}
        </SpaceBetween>
      </ExpandableSection>
    </SpaceBetween>
  );
}
