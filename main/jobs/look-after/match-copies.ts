import { basename, extname } from 'node:path';
import type { Custody } from '../../custody/custody';
import { copyGate } from '../../parameters/intake-gates';
import type { Dialogs } from '../../platform/dialogs';
import { pickedFiles } from '../../platform/files/picked-files';
import { listDropped, readDropped } from '../../platform/files/read-dropped';
import type { OpenKey } from '../../run/open-key';
import type { RequestOf, ResultOf } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { err, ok, type Result } from '../../shared/result';
import type { CopyOf, FolderFile, FolderMatchView } from '../../shared/views/copy-match';
import type { VaultClient } from '../../vault/vault-client';
import { judgeCopy, type CopySays } from './judge-copy';

export interface MatchCopiesPorts {
  readonly keysAtHand: ReadonlyMap<string, OpenKey>;
  readonly vault: Pick<VaultClient, 'tellCopy'>;
  readonly custody: Pick<Custody, 'keepSealed' | 'compareCopy'>;
  readonly dialogs: Pick<Dialogs, 'pickCopyFolder'>;
}

/** By their handles. */
type Keys = readonly (readonly [string, OpenKey])[];

/** Says which copies of a folder belong to which of several keys. AWS is not asked. */
export function createMatchCopies({ keysAtHand, vault, custody, dialogs }: MatchCopiesPorts) {
  function openedKeys(handles: readonly string[]): Result<Keys> {
    const keys = handles.flatMap((handle) => {
      const open = keysAtHand.get(handle);
      return open === undefined ? [] : [[handle, open] as const];
    });
    return keys.length === handles.length ? ok(keys) : err(localError('sign-in', 'session.gone'));
  }

  async function lookAt(path: string, keys: Keys): Promise<FolderFile> {
    const file = basename(path);
    if (extname(file).toLowerCase() === '.pdf') return { file, is: 'no-copy' };
    // SECURITY: key material itself, and private keys, are not read, and not given to a vault either.
    const looked = await readDropped([path], copyGate);
    if (!looked.ok || looked.value.refused.length > 0) return { file, is: 'unread' };
    const told = await vault.tellCopy([path]);
    if (!told.ok) return { file, is: 'no-copy' };
    if (told.value.form !== 'passphrase') return { file, is: told.value.form };
    const says: CopySays = { key: {}, sha256: told.value.sha256, opensWith: 'passphrase' };
    const mayBeOfOthers = keys.some(([, open]) => judgeCopy(says, open).is === 'unknown');
    const copy = custody.keepSealed(path);
    return { file, is: 'sealed-copy', copy, of: belongsTo(says, keys), mayBeOfOthers };
  }

  /** Errors: session.gone, file.*. Of a file that is no copy, or cannot be read, its view says so. */
  async function matchCopies(request: RequestOf<'matchCopies'>): Promise<ResultOf<'matchCopies'>> {
    const keys = openedKeys(request.keys);
    if (!keys.ok) return keys;
    return await pickedFiles(
      request.files,
      dialogs.pickCopyFolder,
      async (paths): Promise<Result<FolderMatchView>> => {
        const listed = await listDropped(paths, limits.maxFilesBesideCopies);
        if (!listed.ok) return err({ ...listed.error, stage: 'custody' });
        const files: FolderFile[] = [];
        for (const path of listed.value.paths) files.push(await lookAt(path, keys.value));
        const folder = listed.value.fromFolder ? paths[0] : undefined;
        return ok({ files, ...definedOnly({ folderName: folder && basename(folder) }) });
      },
    );
  }

  /** Errors: session.gone; those of compareCopy. */
  async function proveCopy({ keys, ...request }: RequestOf<'proveCopy'>): Promise<ResultOf<'proveCopy'>> {
    const opened = openedKeys(keys);
    if (!opened.ok) return opened;
    const compared = await custody.compareCopy(request);
    if (!compared.ok) return compared;
    const { key, practice, checkValue } = compared.value.copy;
    return ok({ of: belongsTo({ key, practice, checkValue }, opened.value) });
  }

  return { verbs: { matchCopies, proveCopy } };
}

const belongsTo = (says: CopySays, keys: Keys): readonly CopyOf[] =>
  keys.flatMap(([key, open]) => {
    const verdict = judgeCopy(says, open);
    return verdict.is === 'this' ? [{ key, ...definedOnly({ materialId: verdict.materialId }) }] : [];
  });
