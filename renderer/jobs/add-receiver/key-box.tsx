import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { presetById } from '../../../main/receivers/presets';
import type { OpenAdditionView } from '../../../main/shared/views/addition';
import { Facts } from '../../base/facts';
import { addReceiverPage } from '../../words/add-receiver/add-receiver';
import { handOverLabels } from '../../words/run/hand-over';

/** Which key it is about, and what the receiver's own guide says to do, in its order. */
export function KeyBox({ addition }: { readonly addition: OpenAdditionView }) {
  const { keyArn, accountId, region, receiver } = addition;
  const terms = presetById(receiver.preset)?.terms;
  const where = terms?.where === undefined ? [] : ([[addReceiverPage.where, terms.where]] as const);
  return (
    <Container header={<Header variant="h2">{addReceiverPage.key}</Header>}>
      <SpaceBetween size="m">
        <Facts
          rows={[
            [handOverLabels.arn, keyArn],
            [handOverLabels.account, accountId],
            [handOverLabels.region, region],
            ...where,
          ]}
          copyFiles={[]}
        />
        {terms && <StepsThere receiver={receiver.name} steps={terms.steps} />}
      </SpaceBetween>
    </Container>
  );
}

/** The receiver's own steps; nothing where none are known. */
export function StepsThere({
  receiver,
  steps,
}: {
  readonly receiver: string;
  readonly steps: readonly string[];
}) {
  if (steps.length === 0) return null;
  return (
    <div>
      <Box variant="awsui-key-label">{addReceiverPage.steps(receiver)}</Box>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
