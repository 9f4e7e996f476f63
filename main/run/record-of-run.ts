import { createHash } from 'node:crypto';
import type { JobFacts } from '../records/record-events';
import { recordedInstant, type Zone } from '../records/record-instant';
import { custodySection, orNone, plainExceptions, visible } from '../records/record-parts';
import { fingerprintOf } from '../parameters/fingerprint';
import { importSteps, type RunStep } from '../shared/run-steps';
import type { RunRow } from '../shared/views/aws';
import type { CustodyView } from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import type * as views from '../shared/views/record';
import { actionsFor } from './hand-over-view';
import { receiverWantsOf } from './receiver-wants';
import { callSections, exceptionSections, stepSections } from './record-sections';
import { againView, alsoNeeded, expiryOf } from './again-view';
import {
  fitOf,
  keyOf,
  type FinishRun,
  type ImportRun,
  type ReimportRun,
  type RotateRun,
  type WrappingRun,
} from './run';

/** Steps after the import that say whether it worked; where one was skipped, that is out of the ordinary. */
const checks: readonly RunStep[] = ['round-trip', 'decrypt-before', 'encrypt-after', 'policy'];

/** What the ceremony record says of a run that imports; undefined while AWS has not said that the key is enabled. */
export function recordOfRun(run: ImportRun, zone: Zone): JobFacts | undefined {
  const { key, ready, checkedAt, notes, imported } = run;
  if (key === undefined || ready === undefined || checkedAt === undefined) return undefined;
  const at = (instant: Date): views.RecordedInstant => recordedInstant(instant, zone);
  const own = ownSections(run);
  const wrapping: views.WrappingSection = {
    ...own.wrapping,
    pairSha256: ready.pairSha256,
    ...definedOnly({ parametersValidTo: ready.validTo && at(ready.validTo) }),
  };
  const custody = custodySection(own.custody, zone);
  const expiry = expiryOf(run);
  return {
    job: own.job,
    id: own.id,
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
      expiresAt: expiry === undefined ? 'never' : at(expiry),
      ...definedOnly({
        alias: own.alias,
        ...againSection(run, zone),
        keyMaterialId: imported?.keyMaterialId ?? key.currentKeyMaterialId,
      }),
    },
    material: {
      ...(notes.madeOf ?? { source: 'wrapped-elsewhere' }),
      checkValue: ready.checkValue ?? 'unknown',
    },
    wrapping,
    custody,
    policy: own.policy,
    receiver: own.receiver,
    steps: stepsOf(run).flatMap((row) => stepSections(row, zone)),
    calls: callSections(run, zone),
    files: 'none',
    erasure: {
      vaultProcess: notes.madeOf === undefined ? 'elsewhere' : 'ended',
      clearExport: 'none',
      ownFile: notes.madeOf?.source === 'file' ? 'untouched' : 'none',
    },
    exceptions: orNone([
      ...plainExceptions(custody, wrapping),
      ...exceptionSections(run, zone),
      ...unchecked(run),
      ...(ready.checkValue === undefined ? [{ kind: 'check-value-unknown' as const, times: 1 }] : []),
    ]),
  };
}

/** The record of an import names all steps of importing: one that the run does not have was skipped. */
const stepsOf = ({ kind, rows }: ImportRun): readonly RunRow[] =>
  kind === 'rotate'
    ? [...rows.values()]
    : importSteps.map((step) => rows.get(step) ?? { step, state: 'skipped' });

/** What depends on the kind of run. */
interface OwnSections extends Pick<JobFacts, 'job' | 'id' | 'policy' | 'receiver'> {
  readonly wrapping: Omit<views.WrappingSection, 'pairSha256'>;
  readonly alias?: string;
  readonly custody?: CustodyView;
}

function ownSections(run: ImportRun): OwnSections {
  switch (run.kind) {
    case 'create': {
      const { plan, parameters, rows } = run;
      const { receiver } = plan.draft;
      return {
        job: 'create-and-import',
        // By this its key can be found in AWS: it is the value of the tag.
        id: plan.ceremonyTag.value,
        wrapping: parameters === undefined ? {} : wrappingOf(run, parameters),
        alias: run.alias,
        policy: {
          sha256: createHash('sha256').update(plan.policyJson, 'utf8').digest('hex'),
          text: plan.policyJson,
          statements: plan.statements,
          readBack: rows.get('policy')?.state === 'done',
        },
        receiver: {
          name: visible(receiver.name),
          accountId: receiver.accountId,
          actionsAllowed: actionsFor(run),
          handOver: receiverWantsOf(run, keyOf(run)).facts.map(({ want, value }) => ({
            fact: want,
            value: visible(value),
          })),
        },
        ...definedOnly({ custody: run.custody }),
      };
    }
    case 'reimport':
    case 'rotate':
      return {
        job: run.kind === 'rotate' ? 'rotate' : 'import-again',
        id: run.id,
        wrapping:
          run.parameters === undefined ? (run.notes.wrappedAs ?? {}) : wrappingOf(run, run.parameters),
        policy: policyFound(run),
        receiver: 'none',
        ...definedOnly({ alias: run.alias, custody: run.custody }),
      };
    case 'finish':
      return {
        job: 'finish-import',
        id: run.id,
        wrapping: run.notes.wrappedAs ?? {},
        policy: policyFound(run),
        receiver: 'none',
      };
  }
}

/** The policy of a key that was there before. */
function policyFound({ policyBefore, rows }: FinishRun | ReimportRun | RotateRun): OwnSections['policy'] {
  if (policyBefore === undefined) return 'none';
  return {
    sha256: createHash('sha256').update(policyBefore, 'utf8').digest('hex'),
    text: policyBefore,
    statements: [],
    readBack: rows.get('policy')?.state === 'done',
  };
}

const wrappingOf = (
  run: WrappingRun,
  { wrappingKey: { spec, spkiDer } }: NonNullable<WrappingRun['parameters']>,
): OwnSections['wrapping'] => ({
  wrappingAlgorithm: fitOf(run).wrappingAlgorithm,
  wrappingKeySpec: spec,
  wrappingKeySha256: fingerprintOf(spkiDer).hex,
});

/** How a key that had its material before came out of it. */
function againSection(
  run: ImportRun,
  zone: Zone,
): Pick<views.KeySection, 'expiredBefore' | 'materials' | 'alsoNeeded'> {
  const again = againView(run);
  if (again === undefined) return {};
  const { expiredBefore, materials } = again;
  return definedOnly({
    expiredBefore:
      expiredBefore === undefined || expiredBefore === 'never'
        ? expiredBefore
        : recordedInstant(new Date(expiredBefore), zone),
    materials: materials && { there: materials.there, needed: materials.needed },
    alsoNeeded: alsoNeeded(run),
  });
}

const unchecked = ({ rows }: ImportRun): readonly views.RecordedException[] =>
  checks
    .filter((step) => rows.get(step)?.state === 'skipped')
    .map((step) => ({ kind: 'not-checked', step, times: 1 }));
