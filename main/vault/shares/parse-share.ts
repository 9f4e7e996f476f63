import { decodeHex } from '../../encoding/text-digits';
import type { CopyKey } from '../../shared/views/custody';
import { definedOnly } from '../../shared/defined-only';
import type { FoundMaterial, MaterialKind } from '../../shared/views/app';
import { withoutSpace } from '../material/material-text';
import { Secret } from '../secret';
import type { ShareFields } from './share-fields';
import { keyFields, materialWords, shareChecksum, type ShareField } from './share-lines';
import type { Share } from './shares';

const maxValueChars = 400;

/**
 * Makes a share from its labelled fields, and verifies its checksum: the share that is returned is the one that was
 * written, except for capital letters and white space in names.
 *
 * @param fields its digits are wiped before this returns.
 * @returns a share whose digits the caller wipes; undefined when anything is missing, malformed or does not match.
 */
export function parseShare({ values, digits }: ShareFields): Share | undefined {
  const bytes = decodeHex(withoutSpace(digits));
  digits.fill(0);
  if (!bytes) return undefined;
  const secret = Secret.take(bytes);
  const share = shareOf(values, secret);
  if (share && shareChecksum(share) === code(values, 'checksum')) return share;
  secret.wipe();
  return undefined;
}

type Values = ShareFields['values'];

function shareOf(values: Values, digits: Secret): Share | undefined {
  const [, first, last] = /^([0-9A-F]{4})-?([0-9A-F]{4})$/.exec(code(values, 'serial').toUpperCase()) ?? [];
  const [, number, count] = /^(\d{1,3})of(\d{1,3})$/.exec(code(values, 'number')) ?? [];
  const [, threshold] = /^any(\d{1,3})$/.exec(code(values, 'needed')) ?? [];
  const set = { serial: `${first ?? ''}-${last ?? ''}`, threshold: Number(threshold), count: Number(count) };
  const facts = factsOf(values);
  const custodian = values.get('custodian');
  if (first === undefined || !custodian || !facts) return undefined;
  const inOrder = [1, Number(number), set.count].every((value, index, all) => value >= (all[index - 1] ?? 1));
  if (!inOrder || !(set.threshold >= 2 && set.threshold <= set.count && set.count <= 255)) return undefined;
  // Shares are at places 1 to 255: the value at 0 is the material itself.
  const place = digits.use((bytes) => bytes.at(-1));
  if (digits.length !== facts.material.lengthBytes + 1 || place === 0) return undefined;
  return { set, number: Number(number), custodian, facts, digits };
}

function factsOf(values: Values): Share['facts'] | undefined {
  const material = materialOf(values);
  const checkValue = code(values, 'checkValue');
  const madeAt = code(values, 'madeAt').toUpperCase();
  const madeBy = values.get('madeBy');
  const practice = code(values, 'practice');
  const isWhole =
    [...values.values()].every((value) => value.length <= maxValueChars) &&
    /^[0-9a-f]{16}$/.test(checkValue) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(madeAt) &&
    ['', 'yes'].includes(practice);
  if (!material || !madeBy || !isWhole) return undefined;
  return { material, checkValue, madeAt, madeBy, practice: practice === 'yes', key: keyOf(values) };
}

function materialOf(values: Values): FoundMaterial | undefined {
  const [, words, length] = /^([a-z]+)(?:\(.+\))?,(\d{1,5})bytes$/.exec(code(values, 'material')) ?? [];
  const [, keyName] = /\((.+)\)/.exec(values.get('material') ?? '') ?? [];
  const kind = (Object.keys(materialWords) as MaterialKind[]).find(
    (name) => materialWords[name].replaceAll(' ', '').toLowerCase() === words,
  );
  return kind && { kind, lengthBytes: Number(length), ...(keyName === undefined ? {} : { keyName }) };
}

function keyOf(values: Values): CopyKey {
  const found = keyFields.map((field) => [
    field,
    // Only an alias may contain capital letters.
    field === 'alias' ? values.get(field)?.replaceAll(' ', '') : code(values, field) || undefined,
  ]);
  return definedOnly(Object.fromEntries(found) as CopyKey);
}

/** A field that is not a name: white space and capital letters come from the typist. Empty when it is missing. */
function code(values: Values, field: ShareField): string {
  return (values.get(field) ?? '').replaceAll(' ', '').toLowerCase();
}
