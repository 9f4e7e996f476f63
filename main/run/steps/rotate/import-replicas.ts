import type { KmsPort } from '../../../aws/kms-port';
import { isExpired } from '../../../parameters/validate-parameters';
import { pairSha256 } from '../../../parameters/pair-sha256';
import type { ReadyToImport } from '../../../schemas/import-facts';
import type { AppError } from '../../../shared/errors';
import { patienceMs, repeatWhile } from '../../calls';
import { failed, type Step, type StepContext, type StepEnd } from '../../recipe';
import type { RotateRun } from '../../run';
import { newMaterialOf, noneWaiting } from './materials';
import { replicaFailed } from './replica-failed';

const maxSendings = 3;

/**
 * ImportKeyMaterial in the Region of each replica, as the material that the primary key has told it: AWS compares the
 * bytes with its ID. Before each sending the Region is asked, so nothing is imported twice, and a lost answer is looked
 * up. Source: AWS KMS Developer Guide, "Perform on-demand key rotation".
 *
 * Errors: those of DescribeKey; rotate.replicaFailed.
 */
export const importReplicas: Step<RotateRun> = async (context) => {
  const { run, kms, kmsIn, call, ports, countRegions } = context;
  const described = await call('DescribeKey', () => kms.describeInFull(run.key.keyId));
  if (described.outcome !== 'done') return failed(described.error);
  const regions = described.value.multiRegion?.otherRegions ?? [];
  if (regions.length === 0) return { end: 'skipped' };
  for (const [there, region] of regions.entries()) {
    countRegions(there, regions.length);
    await ports.journal.keep(run);
    const end = await importThere(context, kmsIn(region), region);
    if (end === 'there') continue;
    return 'code' in end ? failed(replicaFailed(end, region, there, regions.length)) : end;
  }
  countRegions(regions.length, regions.length);
  return { end: 'done' };
};

async function importThere(
  context: StepContext<RotateRun>,
  kms: KmsPort,
  region: string,
): Promise<'there' | StepEnd | AppError> {
  const { run, call, ports } = context;
  for (let sending = 0; ; sending++) {
    const known = await materialIn(context, kms, sending > 0);
    if (known === 'there' || known !== 'missing') return known;
    const ready = run.replicas?.find((each) => each.region === region)?.ready;
    // A replica that was made meanwhile, or a set that AWS would refuse: all Regions get fresh ones.
    if (ready === undefined || isExpired(ready.validTo, ports.clock.now())) {
      return { end: 'again-from', step: 'get-parameters', isRenewed: ready !== undefined };
    }
    const sent = await call('ImportKeyMaterial', () => send(run, kms, ready));
    const mayBeThere = sent.outcome !== 'refused';
    if (!mayBeThere) return sent.error;
    if (sent.outcome === 'unknown' && sending === maxSendings - 1) return sent.error;
    if (sending === maxSendings) return noneThere();
  }
}

/**
 * The new material as the Region lists it: the primary key tells a replica of it after a while, and what was imported is
 * listed after a while.
 */
async function materialIn(
  { run, call, ports }: StepContext<RotateRun>,
  kms: KmsPort,
  wasSent: boolean,
): Promise<'there' | 'missing' | AppError> {
  const id = newMaterialOf(run);
  const listed = await repeatWhile(
    ports.clock,
    patienceMs,
    () => call('ListKeyRotations', () => kms.listMaterials(run.key.keyId)),
    (outcome) =>
      outcome.outcome === 'done' &&
      !outcome.value.some((material) => material.id === id && (material.isThere || !wasSent)),
  );
  if (listed.outcome !== 'done') return listed.error;
  const own = listed.value.find((material) => material.id === id);
  if (own === undefined) return noneThere();
  return own.isThere ? 'there' : 'missing';
}

function send(run: RotateRun, kms: KmsPort, ready: ReadyToImport) {
  const { encryptedKeyMaterial, importToken } = ready;
  // SECURITY: only what the vault wrapped goes out, with the token that it was wrapped for.
  if (pairSha256(encryptedKeyMaterial, importToken) !== ready.pairSha256) {
    throw new Error('Wrapped key material and import token are not the pair that was checked.');
  }
  // SECURITY: never as new: the primary key alone says what is new.
  const symmetric = { importType: 'EXISTING_KEY_MATERIAL', keyMaterialId: newMaterialOf(run) } as const;
  const { expiry, key } = run;
  return kms.importKeyMaterial({ keyId: key.keyId, importToken, encryptedKeyMaterial, expiry, symmetric });
}

function noneThere(): AppError {
  const none = noneWaiting();
  if (none.outcome === 'done') throw new Error('None is none.');
  return none.error;
}
