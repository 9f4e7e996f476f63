import { readdir } from 'node:fs/promises';
import { localError } from '../shared/errors';
import { fileNames, passphrasePaper } from '../shared/file-names';
import { err, ok, type Result } from '../shared/result';
import { shareName } from './watch-target';

/** `ImportToken.bin` is not among them: AWS names it so in its own download. */
const wrappedNames: readonly string[] = [
  fileNames.encryptedKeyMaterial,
  fileNames.returnPackage,
  fileNames.plaintextKeyMaterial,
];

const isShare = (name: string): boolean => shareName.test(name);
const isWrapped = (name: string): boolean => wrappedNames.includes(name.replace(/^PRACTICE /, ''));
// A system adds a number to a name that is taken, and some leave the ending to the person.
const isPassphrase = (name: string): boolean => name.startsWith(passphrasePaper);

/** What must not lie beside what is about to be saved, and how that is said. */
const apartFrom = {
  shares: [isWrapped, 'save.wrappedThere'],
  'wrapped files': [isShare, 'save.sharesThere'],
  'sealed copy': [isPassphrase, 'save.passphraseThere'],
} as const;

/**
 * Refuses a folder whose finder would have too much in one hand: shares with what was wrapped, or a sealed copy with
 * its printed passphrase. They are known by the names that Keyferry gives or suggests. A folder that cannot be read is
 * left to the saving, which says why.
 *
 * Errors: save.sharesThere, save.wrappedThere, save.passphraseThere, each {name}.
 */
export async function keepApart(folder: string, saved: keyof typeof apartFrom): Promise<Result<null>> {
  const [isForeign, code] = apartFrom[saved];
  const name = (await readdir(folder).catch(() => [])).find(isForeign);
  return name === undefined ? ok(null) : err(localError('save', code, { name }));
}
