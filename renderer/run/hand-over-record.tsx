import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { HandOverView } from '../../main/shared/views/aws';
import { CopyText } from '../base/copy-text';
import { Facts } from '../base/facts';
import { ceremonyRunPage } from '../words/run/run';
import { handOverPage } from '../words/run/hand-over';
import { ownRecordRows } from '../words/run/hand-over-record';

/** What an auditor asks for later: where the copy is, where AWS recorded it, and under which request IDs. */
export function HandOverRecord({ handOver }: { readonly handOver: HandOverView }) {
  const { custody, requestIds } = handOver;
  return (
    <SpaceBetween size="m">
      <Facts
        rows={ownRecordRows(handOver)}
        copyFiles={custody === undefined || custody.kept === 'none' ? [] : custody.files}
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
