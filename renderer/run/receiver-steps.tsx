import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { HandOverView } from '../../main/shared/views/aws';
import { receiverOf } from '../words/run/hand-over';
import { stepLines, wantsWords } from '../words/run/receiver-wants';

/** The receiver's own steps in its order, with what is done among them, and what comes after. */
export function ReceiverSteps({ handOver }: { readonly handOver: HandOverView }) {
  const steps = stepLines(handOver);
  const { aftercare, source } = handOver.wants;
  if (steps.length + aftercare.length === 0) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={source && <span className="breakable">{wantsWords.source(source)}</span>}
        >
          {wantsWords.stepsTitle(receiverOf(handOver))}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {steps.length > 0 && (
          <ol className="receiver-steps" aria-label={wantsWords.stepsName}>
            {steps.map(({ text, isDone }) => (
              <li key={text}>
                {text} {isDone && <StatusIndicator type="success">{wantsWords.stepDone}</StatusIndicator>}
              </li>
            ))}
          </ol>
        )}
        {aftercare.length > 0 && (
          <div>
            <Box variant="h3" padding="n">
              {wantsWords.aftercare}
            </Box>
            <ul className="receiver-steps">
              {aftercare.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </SpaceBetween>
    </Container>
  );
}
