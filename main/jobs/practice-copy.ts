import { basename } from 'node:path';
import type { PracticeSample } from '../aws/practice-session';
import type { Dialogs } from '../platform/dialogs';
import type { SavedFiles } from '../platform/files/saved-files';
import type { RequestOf, ResultOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { fileNamed, inFileName } from '../shared/file-names';
import { err, ok } from '../shared/result';
import type { VaultClient } from '../vault/vault-client';

export interface PracticeCopyPorts {
  readonly dialogs: Pick<Dialogs, 'pickCopyFile'>;
  readonly vault: Pick<VaultClient, 'makeCopy'>;
  /** The keys that the practice account came with. */
  readonly sampleKeys: (region: string) => Promise<readonly PracticeSample[]>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
  readonly now: () => Date;
  readonly appVersion: string;
}

/** It protects nothing: what the copy holds is of the practice AWS, and the page shows the passphrase. */
const passphrase = 'practice makes perfect';

/**
 * The sealed copy that somebody would have kept of a key of the practice account, to practise with: such a key was
 * there before the person came, and so they have no copy of it.
 */
export function createPracticeCopy(ports: PracticeCopyPorts) {
  /** Errors: copy.noPracticeCopy; those of makeCopy in the vault. */
  async function savePracticeCopy({
    arn,
  }: RequestOf<'savePracticeCopy'>): Promise<ResultOf<'savePracticeCopy'>> {
    const [, , , region = '', accountId = ''] = arn.split(':');
    const sample = (await ports.sampleKeys(region)).find((one) => one.arn === arn);
    const material = sample?.materials.find(({ isMissing }) => isMissing) ?? sample?.materials.at(-1);
    if (!sample || !material) {
      return err(localError('custody', 'copy.noPracticeCopy', undefined, 'no'));
    }
    const alias = sample.alias?.replace('alias/', '');
    const path = await ports.dialogs.pickCopyFile(
      fileNamed(`Sealed copy of ${inFileName(alias ?? sample.keyId)}.age`, true),
    );
    if (path === undefined) return ok({ picked: false });
    const made = await ports.vault.makeCopy(
      {
        kind: 'make-copy',
        wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        wrappingKeySpec: 'RSA_4096',
        salt: new Uint8Array(32),
        source: { from: 'practice', bytes: Uint8Array.from(material.bytes) },
        target: { by: 'passphrase', passphrase, path },
        key: {
          ...{ keyId: sample.keyId, keyArn: arn, keyMaterialId: material.id, accountId, region },
          ...definedOnly({ alias }),
        },
        madeAt: ports.now().toISOString(),
        madeBy: `Keyferry ${ports.appVersion}`,
        practice: true,
      },
      new AbortController().signal,
    );
    if (!made.ok) return made;
    await made.value.end();
    return ok({
      picked: true,
      value: { fileName: basename(path), ...ports.savedFiles.keep(path), passphrase },
    });
  }

  return { verbs: { savePracticeCopy } };
}
