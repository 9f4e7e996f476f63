import { definedOnly } from '../../shared/defined-only';
import type { ActedView } from '../../shared/views/acts';
import { isOver, type ActRun } from '../run';

/** How it ended; undefined while it has not. */
export function actedView(run: ActRun): ActedView | undefined {
  const { rows, mode, act, key, accountId, region, alias, changes, checkedAt, replica } = run;
  if (checkedAt === undefined || ![...rows.keys()].every((step) => isOver(run, step))) return undefined;
  return {
    mode,
    act,
    keyArn: key.arn,
    keyId: key.keyId,
    accountId,
    region,
    state: key.state,
    checkedAt: checkedAt.toISOString(),
    changes,
    ...definedOnly({
      alias,
      replica: replica && { arn: replica.arn, region: replica.arn.split(':')[3] ?? '', state: replica.state },
    }),
  };
}
