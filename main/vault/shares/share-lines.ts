import { createHash } from 'node:crypto';
import type { CopyKey } from '../../shared/views/custody';
import type { FoundMaterial } from '../../shared/views/app';
import { hexOf } from './share-digits';
import type { Share } from './share';

/** One labelled line of a share, as in its file and on its sheet. */
export interface ShareLine {
  readonly label: string;
  readonly value: string;
}

export const shareVersion = 1;

/** The labels, in order. docs/shares.md says which of them every share has. */
export const shareLabels = {
  version: 'Keyferry share',
  practice: 'Practice',
  serial: 'Serial',
  number: 'Share',
  needed: 'Needed',
  custodian: 'Custodian',
  accountId: 'Account',
  region: 'Region',
  alias: 'Alias',
  keyArn: 'Key ARN',
  keyId: 'Key ID',
  keyMaterialId: 'Key material ID',
  ceremony: 'Ceremony',
  material: 'Key material',
  checkValue: 'Check value',
  madeAt: 'Made',
  madeBy: 'Made by',
  digits: 'Digits',
  checksum: 'Checksum',
} as const;

export type ShareField = keyof typeof shareLabels;

export const keyFields = [
  'accountId',
  'region',
  'alias',
  'keyArn',
  'keyId',
  'keyMaterialId',
  'ceremony',
] as const satisfies readonly (keyof CopyKey & ShareField)[];

export const materialWords: Readonly<Record<FoundMaterial['kind'], string>> = {
  symmetric: 'symmetric',
  'rsa-private-key': 'RSA private key',
  'ec-private-key': 'EC private key',
};

/** The lines of a share before its digits and checksum, in order. */
export function factLines({ set, number, custodian, facts }: Share): readonly ShareLine[] {
  const { material, key } = facts;
  const name = material.keyName === undefined ? '' : ` (${material.keyName})`;
  const values: Partial<Record<ShareField, string | undefined>> = {
    version: `version ${shareVersion}`,
    practice: facts.practice ? 'yes' : undefined,
    serial: set.serial,
    number: `${number} of ${set.count}`,
    needed: `any ${set.threshold}`,
    custodian,
    ...key,
    material: `${materialWords[material.kind]}${name}, ${material.lengthBytes} bytes`,
    checkValue: facts.checkValue,
    madeAt: facts.madeAt,
    madeBy: facts.madeBy,
  };
  return (Object.keys(shareLabels) as ShareField[]).flatMap((field) => {
    const value = values[field];
    return value === undefined ? [] : [{ label: shareLabels[field], value }];
  });
}

/**
 * Detects typing errors: the first 4 bytes, as 8 hex digits, of SHA-256 over all lines in order, with the digits
 * together as the last line. A line is `label:value` and a line feed in UTF-8, without white space, and with lower-case
 * letters for A to Z.
 */
export function shareChecksum(share: Share): string {
  const hash = createHash('sha256');
  for (const { label, value } of factLines(share)) hash.update(`${plainText(`${label}:${value}`)}\n`);
  const digits = hexOf(share.digits);
  hash
    .update(`${plainText(shareLabels.digits)}:`)
    .update(digits)
    .update('\n');
  digits.fill(0);
  return hash.digest('hex').slice(0, 8);
}

/** The text without white space, and in lower case: neither matters to a checksum. */
export const plainText = (text: string): string =>
  text.replace(/\s+/g, '').replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
