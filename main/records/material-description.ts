import { definedOnly } from '../shared/defined-only';
import type { CustodyView } from '../shared/views/custody';
import type { CopyName, MaterialCopy } from '../shared/views/keys';

// The description that AWS KMS keeps with imported key material, version 1 (docs/key-material-description.md). AWS takes
// at most 256 characters of `^[a-zA-Z0-9:/_\s.-]+$`. Source: AWS KMS API Reference, ImportKeyMaterial.

/** In hex digits. */
const digestStart = 16;

const form =
  /^Keyferry 1: check value ([0-9a-f]{16})(?: - shares ([0-9A-F]{4}-[0-9A-F]{4})| - sealed copy ([0-9a-f]{16}))?$/;

/** One line, which people read as well. Nothing in it is secret. */
export function writeMaterialDescription({ checkValue, kept }: MaterialCopy): string {
  const begin = `Keyferry 1: check value ${checkValue}`;
  if (kept === undefined) return begin;
  return kept.as === 'shares'
    ? `${begin} - shares ${kept.serial}`
    : `${begin} - sealed copy ${kept.fileSha256}`;
}

/**
 * Undefined for any text that is not exactly as we write it: it claims nothing.
 *
 * SECURITY: whoever may import into the key may have written it. It helps to find a copy, and proves nothing of it: what
 * is imported is compared with what is known from elsewhere, and AWS refuses other material.
 */
export function readMaterialDescription(text: string): MaterialCopy | undefined {
  const [, checkValue, serial, fileSha256] = form.exec(text) ?? [];
  return checkValue === undefined
    ? undefined
    : { checkValue, ...definedOnly({ kept: copyName(serial, fileSha256) }) };
}

function copyName(serial: string | undefined, fileSha256: string | undefined): CopyName | undefined {
  if (serial !== undefined) return { as: 'shares', serial };
  return fileSha256 === undefined ? undefined : { as: 'sealed-copy', fileSha256 };
}

/** By what a copy is named in a description; undefined where there is none of ours, or it was not told apart. */
export function copyNameOf(custody: CustodyView | undefined): CopyName | undefined {
  if (custody === undefined || custody.kept === 'none') return undefined;
  const { shares, files } = custody;
  if (shares !== undefined) return copyName(shares.serial, undefined);
  const [only] = files;
  return copyName(undefined, only?.sha256?.slice(0, digestStart));
}
