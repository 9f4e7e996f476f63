import { basename, join } from 'node:path';
import type { PracticeSample } from '../aws/practice-session';
import type { Dialogs } from '../platform/dialogs';
import type { SavedFiles } from '../platform/files/saved-files';
import type { RequestOf, ResultOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { fileNamed, inFileName } from '../shared/file-names';
import { err, ok, type Result } from '../shared/result';
import type { CopyKey } from '../shared/views/custody';
import type { VaultClient } from '../vault/vault-client';

export interface PracticeCopyPorts {
  readonly dialogs: Pick<Dialogs, 'pickCopyFile' | 'pickSaveFolder'>;
  readonly vault: Pick<VaultClient, 'makeCopy'>;
  /** The keys that the practice account came with. */
  readonly sampleKeys: (region: string) => Promise<readonly PracticeSample[]>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
  readonly now: () => Date;
  readonly appVersion: string;
}

/** A key of the account, with the material that somebody would have kept. */
interface KeptSample {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly key: CopyKey;
}

const noCopy = () => localError('custody', 'copy.noPracticeCopy', undefined, 'no');

/** It protects nothing: what the copy holds is of the practice AWS, and the page shows the passphrase. */
const passphrase = 'practice makes perfect';

/**
 * The sealed copy that somebody would have kept of a key of the practice account, to practise with: such a key was
 * there before the person came, and so they have no copy of it.
 */
export function createPracticeCopy(ports: PracticeCopyPorts) {
  /** Undefined for a key that did not come with the account, or never had material. */
  async function sampleAt(arn: string): Promise<KeptSample | undefined> {
    const [, , , region = '', accountId = ''] = arn.split(':');
    const sample = (await ports.sampleKeys(region)).find((one) => one.arn === arn);
    const material = sample?.materials.find(({ isMissing }) => isMissing) ?? sample?.materials.at(-1);
    if (!sample || !material) return undefined;
    const alias = sample.alias?.replace('alias/', '');
    const { id: keyMaterialId, bytes } = material;
    return {
      fileName: fileNamed(`Sealed copy of ${inFileName(alias ?? sample.keyId)}.age`, true),
      bytes,
      key: {
        ...{ keyId: sample.keyId, keyArn: arn, keyMaterialId, accountId, region },
        ...definedOnly({ alias }),
      },
    };
  }

  async function seal({ bytes, key }: KeptSample, path: string): Promise<Result<null>> {
    const made = await ports.vault.makeCopy(
      {
        kind: 'make-copy',
        wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        wrappingKeySpec: 'RSA_4096',
        salt: new Uint8Array(32),
        source: { from: 'practice', bytes: Uint8Array.from(bytes) },
        target: { by: 'passphrase', passphrase, path },
        key,
        madeAt: ports.now().toISOString(),
        madeBy: `Keyferry ${ports.appVersion}`,
        practice: true,
      },
      new AbortController().signal,
    );
    if (made.ok) await made.value.end();
    return made.ok ? ok(null) : made;
  }

  /** Errors: copy.noPracticeCopy; those of makeCopy in the vault. */
  async function savePracticeCopy({
    arn,
  }: RequestOf<'savePracticeCopy'>): Promise<ResultOf<'savePracticeCopy'>> {
    const sample = await sampleAt(arn);
    if (sample === undefined) return err(noCopy());
    const path = await ports.dialogs.pickCopyFile(sample.fileName);
    if (path === undefined) return ok({ picked: false });
    const sealed = await seal(sample, path);
    return sealed.ok ? ok({ picked: true, value: saved(path) }) : sealed;
  }

  /** The same for several keys, in one folder; those that have none are left out. Errors: the same. */
  async function savePracticeCopies({
    arns,
  }: RequestOf<'savePracticeCopies'>): Promise<ResultOf<'savePracticeCopies'>> {
    const samples = [];
    for (const arn of new Set(arns)) samples.push(await sampleAt(arn));
    const known = samples.filter((sample) => sample !== undefined);
    const [first] = known;
    if (first === undefined) return err(noCopy());
    const folder = await ports.dialogs.pickSaveFolder('sealed copies');
    if (folder === undefined) return ok({ picked: false });
    for (const sample of known) {
      const sealed = await seal(sample, join(folder, sample.fileName));
      if (!sealed.ok) return sealed;
    }
    return ok({ picked: true, value: { ...saved(join(folder, first.fileName)), copies: known.length } });
  }

  const saved = (path: string) => ({ fileName: basename(path), ...ports.savedFiles.keep(path), passphrase });

  return { verbs: { savePracticeCopy, savePracticeCopies } };
}
