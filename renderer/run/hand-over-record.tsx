import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { HandOverView } from '../../main/shared/aws-views';
import { CopyText } from '../copy-text';
import { Facts } from '../facts';
import { ceremonyRunPage } from '../words/ceremony-run';
import { handOverPage } from '../words/hand-over';
import { ownRecordRows } from '../words/hand-over-record';

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
