import { join } from 'node:path';
import { readBackFile } from '../../platform/files/read-back';
import { readBack, type FileToSave } from '../../platform/files/save-files';
import type { ShareSetView } from '../../shared/views/custody';
import { limits } from '../../shared/limits';
import { ok, type Result } from '../../shared/result';
import type { CopyFacts } from '../copies/copy-document';
import type { Secret } from '../secret';
import { shareSheet } from './share-sheet';
import { readShare, shareFileNames, shareText } from './share-text';
import { combineShares, splitSecret, type Share } from './shares';

/** Two files for each custodian, the share and its sheet to print, in the order of their numbers. All in clear. */
export async function shareFiles(
  secret: Secret,
  plan: { readonly threshold: number; readonly custodians: readonly string[] },
  facts: CopyFacts,
): Promise<{ readonly files: readonly FileToSave[]; readonly set: ShareSetView }> {
  const shares = await splitSecret(secret, plan, facts);
  const [first] = shares;
  if (first === undefined) throw new Error('A split makes shares.');
  try {
    const files = shares.flatMap((share) => {
      const { file, sheet } = shareFileNames(share.set, share.number, share.custodian);
      return [
        { name: file, bytes: shareText(share) },
        { name: sheet, bytes: shareSheet(share) },
      ];
    });
    return { files, set: first.set };
  } finally {
    for (const { digits } of shares) digits.wipe();
  }
}

/**
 * Reads the saved shares back and combines all of them, so that each is proved. The sheets are compared byte by byte.
 *
 * Errors: file.*, save.readBackDiffers, those of readShare and combineShares
 */
export async function reopenShares(folder: string, files: readonly FileToSave[]): Promise<Result<Secret>> {
  const same = await readBack(folder, files);
  if (!same.ok) return same;
  const shares: Share[] = [];
  try {
    for (const { name } of files.filter((file) => !file.name.endsWith('.html'))) {
      const found = await readBackFile(join(folder, name), limits.maxCopyFileBytes, 'custody');
      const share = found.ok ? readShare(found.value, name) : found;
      if (!share.ok) return share;
      shares.push(share.value);
    }
    const combined = await combineShares(shares);
    return combined.ok ? ok(combined.value.secret) : combined;
  } finally {
    for (const { digits } of shares) digits.wipe();
  }
}
