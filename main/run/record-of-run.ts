import { createHash } from 'node:crypto';
import { accountRoot } from '../aws/policy/key-policy';
import type { JobFacts } from '../records/record-events';
import { recordedInstant, type Zone } from '../records/record-instant';
import { custodySection, orNone, plainExceptions, visible } from '../records/record-parts';
import { fingerprintOf } from '../parameters/fingerprint';
import { runSteps, type RunRow, type RunStep } from '../shared/views/aws';
import { definedOnly } from '../shared/defined-only';
import type * as views from '../shared/views/record';
import type { Run } from './run';

/** Steps after the import that say whether it worked; where one was skipped, that is out of the ordinary. */
const checks: readonly RunStep[] = ['round-trip', 'policy'];

/** What the ceremony record says of a run of the create-and-import or finish-import job; undefined while AWS has not said that the key is enabled. */
export function recordOfRun(run: Run, zone: Zone): JobFacts | undefined {
  const { key, ready, plan, checkedAt, notes, imported } = run;
  if (key === undefined || ready === undefined || checkedAt === undefined) return undefined;
  const at = (instant: Date): views.RecordedInstant => recordedInstant(instant, zone);
  const rows = runSteps.flatMap((step) => run.rows.get(step) ?? []);
  const wrapping: views.WrappingSection = {
    ...wrappingOf(run),
    pairSha256: ready.pairSha256,
    ...definedOnly({ parametersValidTo: ready.validTo && at(ready.validTo) }),
  };
  const custody = custodySection(run.custody, zone);
  return {
    job: plan === undefined ? 'finish-import' : 'create-and-import',
    // By this its key can be found in AWS: it is the value of the ceremony's tag.
    id: plan?.ceremonyTag.value ?? run.id,
    mode: run.mode,
    begunAt: at(run.startedAt),
    key: {
      keyId: key.keyId,
      keyArn: key.arn,
      accountId: key.accountId,
      region: run.region,
      multiRegion: key.multiRegion,
      state: key.state,
      checkedAt: at(checkedAt),
      expiresAt: key.validTo === undefined ? 'never' : at(key.validTo),
      ...definedOnly({
        alias: run.alias,
        keyMaterialId: imported?.keyMaterialId ?? key.currentKeyMaterialId,
      }),
    },
    material: {
      ...(notes.madeOf ?? { source: 'wrapped-elsewhere' }),
      checkValue: ready.checkValue ?? 'unknown',
    },
    wrapping,
    custody,
    policy: policyOf(run),
    receiver: receiverOf(run),
    steps: rows.flatMap((row) => stepOf(row, at)),
    calls: orNone(
      notes.calls.map(({ endedAt, requestId, ...call }) => ({
        ...call,
        endedAt: at(endedAt),
        ...definedOnly({ requestId: requestId && visible(requestId) }),
      })),
    ),
    files: 'none',
    erasure: {
      vaultProcess: notes.madeOf === undefined ? 'elsewhere' : 'ended',
      clearExport: 'none',
      ownFile: notes.madeOf?.source === 'file' ? 'untouched' : 'none',
    },
    exceptions: orNone([
      ...plainExceptions(custody, wrapping),
      ...notes.exceptions.map(({ at: instant, ...happened }): views.RecordedException => ({
        ...happened,
        ...(instant === undefined ? {} : { at: at(instant) }),
      })),
      ...unchecked(run),
      ...(ready.checkValue === undefined ? [{ kind: 'check-value-unknown' as const, times: 1 }] : []),
    ]),
  };
}

function wrappingOf({ plan, parameters, notes }: Run): Omit<views.WrappingSection, 'pairSha256'> {
  if (plan === undefined || parameters === undefined) return notes.wrappedAs ?? {};
  const { spec, spkiDer } = parameters.wrappingKey;
  return {
    wrappingAlgorithm: plan.draft.wrappingAlgorithm,
    wrappingKeySpec: spec,
    wrappingKeySha256: fingerprintOf(spkiDer).hex,
  };
}

function policyOf({ plan, rows }: Run): views.CeremonyRecordView['policy'] {
  if (plan === undefined) return 'none';
  return {
    sha256: createHash('sha256').update(plan.policyJson, 'utf8').digest('hex'),
    text: plan.policyJson,
    statements: plan.statements,
    readBack: rows.get('policy')?.state === 'done',
  };
}

function receiverOf({ plan, partition }: Run): views.CeremonyRecordView['receiver'] {
  if (plan === undefined) return 'none';
  const { name, accountId } = plan.draft.receiver;
  const root = accountRoot(partition, accountId);
  const allowed = plan.statements.filter(({ principals }) => principals.includes(root));
  return {
    name: visible(name),
    accountId,
    actionsAllowed: allowed.flatMap(({ actions }) => actions),
  };
}

function stepOf(
  { step, state, endedAt, tookMs, requestId }: RunRow,
  at: (instant: Date) => views.RecordedInstant,
): readonly views.StepSection[] {
  if (state === 'waiting' || state === 'running') return [];
  const instant = endedAt === undefined || state === 'skipped' ? undefined : at(new Date(endedAt));
  return [
    {
      step,
      state,
      ...definedOnly({
        endedAt: instant,
        tookMs: tookMs === undefined ? undefined : Math.max(0, Math.round(tookMs)),
        requestId: requestId && visible(requestId),
      }),
    },
  ];
}

function unchecked({ plan, rows }: Run): readonly views.RecordedException[] {
  return checks
    .filter((step) => (plan !== undefined || step !== 'policy') && rows.get(step)?.state === 'skipped')
    .map((step) => ({ kind: 'not-checked', step, times: 1 }));
}
