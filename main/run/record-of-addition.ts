import type { JobFacts } from '../records/record-events';
import { recordedInstant, type Zone } from '../records/record-instant';
import { orNone, visible } from '../records/record-parts';
import { definedOnly } from '../shared/defined-only';
import type * as views from '../shared/views/record';
import { callSections, exceptionSections, stepSections, writtenPolicy } from './record-sections';
import type { AdditionRun } from './run';

/** What the ceremony record says of a receiver that was added. No key material took part in it. */
export function recordOfAddition(run: AdditionRun, zone: Zone): JobFacts | undefined {
  const { key, checkedAt, receiver } = run;
  if (checkedAt === undefined) return undefined;
  return {
    job: 'add-receiver',
    id: run.id,
    mode: run.mode,
    begunAt: recordedInstant(run.startedAt, zone),
    key: {
      keyId: key.keyId,
      keyArn: key.arn,
      accountId: key.accountId,
      region: run.region,
      alias: run.alias,
      multiRegion: key.multiRegion,
      state: key.state,
      checkedAt: recordedInstant(checkedAt, zone),
    },
    material: 'none',
    wrapping: 'none',
    custody: 'none',
    erasure: 'none',
    files: 'none',
    policy: 'none',
    ...changeOf(run),
    receiver: {
      name: visible(receiver.name),
      accountId: receiver.accountId,
      actionsAllowed: actionsOf(run),
    },
    steps: [...run.rows.values()].flatMap((row) => stepSections(row, zone)),
    calls: callSections(run, zone),
    exceptions: orNone(exceptionSections(run, zone)),
  };
}

function changeOf(run: AdditionRun): { policy?: views.PolicySection; grant?: views.GrantSection } {
  if (run.kind === 'add-by-grant') {
    const { grant, grantId, rows } = run;
    if (grant === undefined) return {};
    const { name, grantee, retiring, operations } = grant;
    const readBack = rows.get('grant')?.state === 'done';
    return { grant: { name, grantee, operations, readBack, ...definedOnly({ grantId, retiring }) } };
  }
  const { change, rows } = run;
  if (change === undefined) return {};
  return { policy: writtenPolicy(change, change.added, rows.get('policy')?.state === 'done') };
}

function actionsOf(run: AdditionRun): readonly string[] {
  if (run.kind === 'add-by-grant') {
    return run.grant?.operations.map((operation) => `kms:${operation}`) ?? [];
  }
  return [...new Set(run.change?.added.flatMap(({ actions }) => actions) ?? [])];
}
