import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { HandOverView } from '../../main/shared/aws-views';
import { CopyText } from '../copy-text';
import { ceremonyRunPage } from '../words/ceremony-run';
import { handOverLabels, handOverPage } from '../words/hand-over';

/** What an auditor asks for later: where AWS recorded it, and under which request IDs. */
export function HandOverRecord({ handOver }: { readonly handOver: HandOverView }) {
  const { keyMaterialId, multiRegion, cloudTrailEvents, requestIds } = handOver;
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={2}
        items={[
          ...(keyMaterialId === undefined
            ? []
            : [
                {
                  label: handOverLabels.keyMaterialId,
                  value: <span className="breakable">{keyMaterialId}</span>,
                },
              ]),
          { label: handOverLabels.multiRegion, value: multiRegion ? 'Yes' : 'No' },
          { label: handOverPage.cloudTrail, value: cloudTrailEvents.join(', ') },
        ]}
      />
      {requestIds.length > 0 && (
        <div>
          <Box variant="awsui-key-label">{handOverPage.requests}</Box>
          <ul className="request-ids">
            {requestIds.map(({ operation, requestId }) => (
              <li key={`${operation} ${requestId}`}>
                <code className="run-row-operation">{operation}</code>
                <span className="run-row-id">{requestId}</span>
                <CopyText
                  label={ceremonyRunPage.copyRequest(operation)}
                  text={requestId}
                  variant="inline-icon"
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </SpaceBetween>
  );
}
