import type { CallOutcome, GrantFacts, GrantRequest } from '../../aws/kms-port';
import { localError } from '../../shared/errors';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext } from '../recipe';
import type { GrantRun } from '../run';

/**
 * CreateGrant. AWS knows the same request by the grant's name, and answers it with the grant that there is; a lost
 * answer is looked up by that name all the same. Source: AWS KMS API Reference, CreateGrant.
 */
export const createGrant: Step<GrantRun> = async (context) => {
  const { run, kms, call, ports, wasUnknown } = context;
  const wanted = grantOf(run);
  if (wasUnknown || run.grantId !== undefined) {
    const found = await findGrant(context);
    if (found.outcome !== 'done') return { end: 'unknown', error: found.error };
    if (found.value !== undefined) return wasUnknown ? { end: 'done' } : { end: 'skipped' };
    delete run.grantId;
  }
  const created = await call('CreateGrant', () => kms.createGrant(run.key.keyId, wanted));
  if (created.outcome === 'done') {
    run.grantId = created.value.grantId;
    return done(created.requestId);
  }
  if (created.outcome === 'refused') {
    const { error } = created;
    if (error.code !== 'kms.invalidArn') return failed(error);
    const asked = [...new Set([wanted.grantee, ...(wanted.retiring === undefined ? [] : [wanted.retiring])])];
    const facts = { ...error.facts, principals: asked.join(', '), count: asked.length };
    const unknown = localError('run', 'receiver.unknownPrincipal', facts);
    return failed({ ...error, ...unknown }, 'change-receiver');
  }
  const found = await repeatWhile(
    ports.clock,
    patienceMs,
    () => findGrant(context),
    (outcome) => outcome.outcome !== 'done' || outcome.value === undefined,
  );
  const isFound = found.outcome === 'done' && found.value !== undefined;
  return isFound ? { end: 'done' } : { end: 'unknown', error: { ...created.error, changedInAws: true } };
};

/** Reads the grant back; AWS may need a while until it is listed everywhere. */
export const compareGrant: Step<GrantRun> = async (context) => {
  const { run, ports } = context;
  const listed = await repeatWhile(
    ports.clock,
    patienceMs,
    () => listGrants(context),
    (outcome) =>
      outcome.outcome === 'done'
        ? !outcome.value.some(({ grantId }) => grantId === run.grantId)
        : isDisturbed(outcome),
  );
  if (listed.outcome !== 'done') return failed(listed.error);
  const there = listed.value.find(({ grantId }) => grantId === run.grantId);
  if (there === undefined || !isSameGrant(there, grantOf(run))) {
    return failed(localError('run', 'grant.differs', undefined, 'check-first'));
  }
  run.checkedAt = ports.clock.now();
  return done(listed.requestId);
};

/** Whether a grant lets in exactly whom it was asked for, and for what. */
export function isSameGrant(there: GrantFacts, wanted: GrantRequest): boolean {
  const sorted = (operations: readonly string[]): string => operations.toSorted().join();
  return (
    !there.isConstrained &&
    there.name === wanted.name &&
    there.grantee === wanted.grantee &&
    there.retiring === wanted.retiring &&
    sorted(there.operations) === sorted(wanted.operations)
  );
}

async function findGrant(context: StepContext<GrantRun>): Promise<CallOutcome<GrantFacts | undefined>> {
  const { run } = context;
  const wanted = grantOf(run);
  const listed = await listGrants(context);
  if (listed.outcome !== 'done') return listed;
  const value = listed.value.find((each) => isSameGrant(each, wanted));
  if (value !== undefined) run.grantId = value.grantId;
  return { ...listed, value };
}

const listGrants = ({ run, kms, call }: StepContext<GrantRun>): Promise<CallOutcome<readonly GrantFacts[]>> =>
  call('ListGrants', () => kms.listGrants(run.key.keyId));

/** Only a bug throws: a run is started with the grant that was shown. */
function grantOf({ grant }: GrantRun): NonNullable<GrantRun['grant']> {
  if (grant === undefined) throw new Error('The grant comes first.');
  return grant;
}
