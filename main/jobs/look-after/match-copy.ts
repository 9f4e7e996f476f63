import { copyGate } from '../../parameters/intake-gates';
import type { Dialogs } from '../../platform/dialogs';
import { missingFile } from '../../platform/files/missing-file';
import { refusePaper } from '../../platform/files/paper';
import { pickedFiles } from '../../platform/files/picked-files';
import { readDropped } from '../../platform/files/read-dropped';
import { withNotRead } from '../../platform/files/read-one';
import { readRecord } from '../../records/read-record';
import type { OpenKey } from '../../run/open-key';
import type { RequestOf, ResultOf } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { CopyMatchView } from '../../shared/views/copy-match';
import type { RecordView } from '../../shared/views/custody';
import type { ToldCopy } from '../../vault/messages';
import type { VaultClient } from '../../vault/vault-client';
import { judgeCopy, type CopySays } from './judge-copy';

export interface MatchCopyPorts {
  readonly keysAtHand: ReadonlyMap<string, OpenKey>;
  readonly vault: Pick<VaultClient, 'tellCopy'>;
  readonly dialogs: Pick<Dialogs, 'pickCopyOrRecord'>;
}

interface Document extends Pick<CopyMatchView, 'what' | 'files'> {
  readonly says: CopySays;
}

/** Says to which key material a copy, a share or a record belongs. AWS is not asked, and nothing is opened. */
export function createMatchCopy({ keysAtHand, vault, dialogs }: MatchCopyPorts) {
  /**
   * Errors: file.*, copy.notADocument {name, notRead?}, copy.severalCopies, copy.mixedShares, copy.version,
   * copy.shareDamaged; record.* for a ceremony record that is not whole.
   */
  async function read(paths: readonly string[]): Promise<Result<Document>> {
    const missing = await missingFile(paths);
    if (missing !== undefined) return err(localError('custody', 'file.notFound', { name: missing }));
    const notPaper = refusePaper(paths, 'custody', 'copy');
    if (!notPaper.ok) return notPaper;
    // SECURITY: key material itself, and private keys, are not read, and not given to a vault either.
    const looked = await readDropped(paths, copyGate);
    if (!looked.ok) return err({ ...looked.error, stage: 'custody' });
    const { refused } = looked.value;
    const [secret] = refused;
    if (secret) return err(withNotRead(notADocument(secret.name), refused));
    // Whatever it is, the vault reads it first: it may be a share, and shares are key material.
    const told = await vault.tellCopy(paths);
    if (told.ok) return ok(documentOf(told.value));
    const { code, facts } = told.error;
    const isNoCopy = code === 'copy.nothingRecognised' || code === 'file.tooLarge';
    if (!isNoCopy) return told;
    const record = await readRecord(paths);
    if (record.ok) return ok(documentOfRecord(record.value));
    return record.error.code.startsWith('record.')
      ? record
      : err(notADocument(String(facts?.['name'] ?? '')));
  }

  async function matchCopy({ key, files }: RequestOf<'matchCopy'>): Promise<ResultOf<'matchCopy'>> {
    const open = keysAtHand.get(key);
    if (open === undefined) return err(localError('sign-in', 'session.gone'));
    return await pickedFiles(
      files,
      dialogs.pickCopyOrRecord,
      async (paths): Promise<Result<CopyMatchView>> => {
        const document = await read(paths);
        if (!document.ok) return document;
        const { what, files: names, says } = document.value;
        return ok({ what, files: names, verdict: judgeCopy(says, open) });
      },
    );
  }

  return { verbs: { matchCopy } };
}

const notADocument = (name: string) => localError('custody', 'copy.notADocument', { name });

function documentOf(told: ToldCopy): Document {
  if (told.form === 'shares') {
    const { files, key, practice, checkValue, serial } = told;
    return { what: 'shares', files, says: { key, practice, checkValue, serial } };
  }
  const { files, form, sha256 } = told;
  return { what: 'sealed-copy', files, says: { key: {}, sha256, opensWith: form } };
}

function documentOfRecord({ fileName, checkValue, keyArn, keyId, keyMaterialId }: RecordView): Document {
  const key = definedOnly({ keyArn, keyId, keyMaterialId });
  return { what: 'record', files: [fileName], says: { key, checkValue } };
}
