import { randomUUID } from 'node:crypto';
import { checkExpiry } from '../aws/check-key';
import type { KeyFacts } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import { packageGate } from '../parameters/intake-gates';
import { readReturnPackage, type ReturnedMaterial } from '../parameters/read-return-package';
import { isTransferCode } from '../parameters/transfer-code';
import { expired, isExpired } from '../parameters/validate-parameters';
import type { Dialogs } from '../platform/dialogs';
import { refusePaper } from '../platform/files/paper';
import { readDropped } from '../platform/files/read-dropped';
import type { Picked, RequestOf, RunView } from '../shared/contract';
import { notComparedConfirmation, type TransferProof } from '../shared/transfer-code';
import type { ReturnedMaterialView } from '../shared/views/app';
import type { OrganisationSettings } from '../shared/views/organisation';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { awsClock, type Clock } from '../run/calls';
import { newRun, type Run } from '../run/run';
import { keyChanged } from '../run/steps/describe';
import { pairSha256 } from '../parameters/pair-sha256';
import { withNotRead } from '../platform/files/read-one';
import { pickedFiles } from '../platform/files/picked-files';
import { ruledOutBy } from './ruled-out';
import type { Runs } from '../run/runs';
import { rowsOf } from '../run/recipe';
import { finishImport as recipe } from '../run/recipes/finish-import';
import { rotateReturned } from '../run/recipes/rotate';
import { rotationPlan } from '../run/rotatable';
import { noNotes, noteException } from '../run/run-notes';
import type { Observed } from '../schemas/run';
import type { RotationPlanView } from '../shared/views/acts';
import type { FinishedNotes } from './finished-notes';
import { rotatableTo, rotationOf } from './rotate-returned';

export interface FinishImportPorts {
  readonly clock: Clock;
  readonly dialogs: Pick<Dialogs, 'pickReturnPackage'>;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly runs: Pick<Runs, 'start' | 'isBusy'>;
  readonly finished: Pick<FinishedNotes, 'find'>;
  readonly organisation: OrganisationSettings;
}

const wrappedAs = ({
  wrappingAlgorithm,
  wrappingKeySpec,
  wrappingKeySha256,
}: ReturnedMaterial): NonNullable<Observed['wrappedAs']> =>
  definedOnly({ wrappingAlgorithm, wrappingKeySpec, wrappingKeySha256 });

/**
 * SECURITY: a person who sees the public files on their way can make a package with material of their own. The
 * transfer code came another way; nothing is sent to AWS before it was compared, or a person said that there is none.
 *
 * Errors: package.transferCode, package.notCompared.
 */
function compare({ transfer }: ReturnedMaterial, proof: TransferProof): Result<'compared' | 'not-compared'> {
  if (transfer !== undefined) {
    return proof.by === 'code' && isTransferCode(proof.code, transfer)
      ? ok('compared')
      : err(localError('package', 'package.transferCode'));
  }
  return proof.by === 'not-compared' && proof.confirmation.trim().toLowerCase() === notComparedConfirmation
    ? ok('not-compared')
    : err(localError('package', 'package.notCompared'));
}

function notesOf(returned: ReturnedMaterial, compared: 'compared' | 'not-compared', now: Date): Observed {
  const notes: Observed = { ...noNotes(), wrappedAs: wrappedAs(returned) };
  if (compared === 'not-compared') noteException(notes, { kind: 'transfer-code-not-compared' }, now);
  return notes;
}

/** The finish-import job: imports what the offline computer wrapped into the key that it was wrapped for. */
export function createFinishImport(ports: FinishImportPorts) {
  const returnedByHandle = new Map<string, ReturnedMaterial>();

  async function open(paths: readonly string[]): Promise<Result<ReturnedMaterialView>> {
    const notPaper = refusePaper(paths, 'package', 'package');
    if (!notPaper.ok) return notPaper;
    const dropped = await readDropped(notPaper.value, packageGate);
    if (!dropped.ok) return err({ ...dropped.error, stage: 'package' });
    const read = readReturnPackage(dropped.value.files);
    if (!read.ok) {
      // Whatever it was, it was not meant for us: it might have been the key material itself.
      for (const { bytes } of dropped.value.files) bytes.fill(0);
      return err(withNotRead(read.error, dropped.value.refused));
    }
    const ruledOut = ruledOutBy(ports.organisation, read.value, read.value.isPractice);
    if (ruledOut) return ruledOut;
    const handle = randomUUID();
    returnedByHandle.set(handle, read.value);
    const {
      form,
      files,
      isPractice,
      isNew,
      keyId,
      keyArn,
      wrappingAlgorithm,
      validTo,
      checkValue,
      transfer,
    } = read.value;
    return ok({
      handle,
      form,
      files,
      practice: isPractice,
      isNew,
      hasTransferCode: transfer !== undefined,
      ...definedOnly({
        keyId,
        keyArn: keyArn?.arn,
        region: keyArn?.region,
        accountId: keyArn?.accountId,
        wrappingAlgorithm,
        validTo: validTo?.toISOString(),
        checkValue,
      }),
    });
  }

  /** What came back, with the sign-in for it. Errors: parameters.gone, session.gone, package.practice. */
  function findReturned(request: RequestOf<'planReturned'>) {
    const returned = returnedByHandle.get(request.returned);
    if (returned === undefined) return err(localError('package', 'parameters.gone'));
    const session = ports.findSession(request.session);
    if (session === undefined) return err(localError('sign-in', 'session.gone'));
    // SECURITY: what was wrapped for practice never goes to AWS, and nothing real goes to the practice AWS.
    const isForPractice = session.view.mode === 'practice';
    if (returned.isPractice !== isForPractice) {
      const reason = returned.isPractice ? 'practice' : 'real';
      return err(localError('package', 'package.practice', { reason }));
    }
    return ok({ returned, session });
  }

  /** Errors: those of findReturned, findKey and rotatableTo; ipc.badRequest. Changes nothing. */
  async function planReturned(request: RequestOf<'planReturned'>): Promise<Result<RotationPlanView>> {
    const found = findReturned(request);
    if (!found.ok) return found;
    const { returned, session } = found.value;
    if (!returned.isNew) return err(localError('app', 'ipc.badRequest', undefined, 'no'));
    const key = await findKey(returned, request.keyId, session);
    if (!key.ok) return key;
    const rotates = await rotatableTo(returned, key.value, session, ports.finished);
    return rotates.ok ? ok(await rotationPlan(rotates.value, session)) : rotates;
  }

  async function finishImport(request: RequestOf<'finishImport'>): Promise<Result<RunView>> {
    const { returned: handle, session: signIn, keyId } = request;
    const found = findReturned({ returned: handle, session: signIn, ...definedOnly({ keyId }) });
    if (!found.ok) return found;
    const { returned, session } = found.value;
    const compared = compare(returned, request.transfer);
    if (!compared.ok) return compared;
    if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const { expiry } = request;
    const awsNow = awsClock(ports.clock, session).now();
    const checkedExpiry = checkExpiry(expiry, awsNow);
    if (!checkedExpiry.ok) return checkedExpiry;
    const { encryptedKeyMaterial, importToken, validTo, checkValue } = returned;
    if (isExpired(validTo, awsNow)) return err({ ...expired(validTo, awsNow), stage: 'package' });

    const key = await findKey(returned, request.keyId, session);
    if (!key.ok) return key;
    const rotates = returned.isNew
      ? await rotatableTo(returned, key.value, session, ports.finished)
      : undefined;
    if (rotates?.ok === false) return rotates;
    const policy = await session.kms.getKeyPolicy(key.value.keyId);
    const now = ports.clock.now();
    const imports = {
      expiry,
      key: key.value,
      before: key.value,
      ready: {
        encryptedKeyMaterial,
        importToken,
        pairSha256: pairSha256(encryptedKeyMaterial, importToken),
        ...definedOnly({ validTo, checkValue }),
      },
      notes: notesOf(returned, compared.value, now),
      ...definedOnly({ policyBefore: policy.outcome === 'done' ? policy.value : undefined }),
    };
    const run: Run = rotates
      ? {
          ...newRun(session, now, rowsOf(rotateReturned)),
          ...imports,
          ...(await rotationOf(returned, rotates.value, session, key.value)),
        }
      : { kind: 'finish', ...newRun(session, now, rowsOf(recipe)), ...imports };
    return await ports.runs.start(run, session);
  }

  /** The key that the material was wrapped for, if it is one that can take it here. */
  async function findKey(
    { keyId, keyArn }: ReturnedMaterial,
    typed: string | undefined,
    { kms, view }: AwsSession,
  ): Promise<Result<KeyFacts>> {
    const other = (reason: string, stated: string, found: string) =>
      err(localError('package', 'package.otherKey', { reason, stated, found }));
    if (keyArn && keyArn.accountId !== view.accountId) {
      return other('account', keyArn.accountId, view.accountId);
    }
    if (keyArn && keyArn.region !== view.region) return other('region', keyArn.region, view.region);
    if (keyId !== undefined && typed !== undefined && typed !== keyId && typed !== keyArn?.arn) {
      return other('keyId', keyId, typed);
    }
    const wanted = keyArn?.arn ?? keyId ?? typed;
    if (wanted === undefined) return err(localError('package', 'package.malformed', { reason: 'noKeyId' }));
    const described = await kms.describeKey(wanted);
    if (described.outcome !== 'done') return err(described.error);
    const facts = described.value;
    if (facts.accountId !== view.accountId) return other('account', facts.accountId, view.accountId);
    if (facts.origin !== 'EXTERNAL') {
      return other('origin', keyId ?? wanted, `${facts.keyId} (${facts.origin})`);
    }
    const changed = keyChanged(facts, facts);
    if (changed !== undefined) return err({ ...changed.error, stage: 'package', changedInAws: false });
    return ok(facts);
  }

  return {
    verbs: {
      readReturnPackage: ({
        files,
      }: RequestOf<'readReturnPackage'>): Promise<Result<Picked<ReturnedMaterialView>>> =>
        pickedFiles(files, ports.dialogs.pickReturnPackage, open),
      planReturned,
      finishImport,
    },
    forget: () => returnedByHandle.clear(),
  };
}
