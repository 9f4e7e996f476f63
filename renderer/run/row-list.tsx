import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { RunRow, RowState } from '../../main/shared/views/aws';
import { CopyText } from '../base/copy-text';
import { ceremonyRunPage, leftText, operationOf, stepText, tookText } from '../words/run/run';

const indicators: Record<RowState, StatusIndicatorProps.Type> = {
  waiting: 'pending',
  running: 'in-progress',
  done: 'success',
  failed: 'error',
  unknown: 'warning',
  skipped: 'stopped',
};

/** The running list: each row with its state, how long it took, and AWS's request ID to copy. */
export function RowList({ rows }: { readonly rows: readonly RunRow[] }) {
  return (
    <ol className="run-rows" aria-label={ceremonyRunPage.list}>
      {rows.map((row) => (
        <li key={row.step}>
          <StatusIndicator type={indicators[row.state]} wrapText>
            {stepText(row)}
          </StatusIndicator>
          <span className="run-row-took">{tookOrLeft(row)}</span>
          <RequestId row={row} />
        </li>
      ))}
    </ol>
  );
}

const tookOrLeft = ({ tookMs, leftMs }: RunRow): string =>
  leftMs !== undefined ? leftText(leftMs) : tookMs === undefined ? '' : tookText(tookMs);

function RequestId({ row }: { readonly row: RunRow }) {
  const { requestId } = row;
  const operation = operationOf(row.step);
  return (
    <span className="run-row-request">
      <span className="run-row-operation">{operation && <code>{operation}</code>}</span>
      {requestId !== undefined && (
        <>
          <span className="run-row-id">{requestId}</span>
          <CopyText label={ceremonyRunPage.copyRequest(operation)} text={requestId} variant="inline-icon" />
        </>
      )}
    </span>
  );
}
