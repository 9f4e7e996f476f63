import { definedOnly } from '../shared/defined-only';
import { readForRotation, type ForRotation } from './for-rotation';
import { readText } from './text-forms';

/** The facts in the README of a console download. */
export interface Readme {
  readonly keyId?: string;
  readonly wrappingKeySpec?: string;
  readonly wrappingAlgorithm?: string;
  readonly publicKeyFile?: string;
  readonly importTokenFile?: string;
  readonly validTo?: Date;
  readonly forRotation?: ForRotation;
  /** Another cloud's name: their downloads use the same file names. */
  readonly otherCloud?: string;
}

const otherClouds = /\b(huawei|open telekom|otc kms|alibaba|aliyun|tencent|google cloud|azure|oracle)\b/i;

/**
 * Reads README.txt. Today's has six lines `Label: value`; the labels of older ones are not documented, so labels are
 * matched by their words, and unknown lines are skipped.
 */
export function parseReadme(bytes: Uint8Array): Readme | undefined {
  const text = readText(bytes);
  if (text === undefined) return undefined;
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) values.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const find = (...words: string[]): string | undefined =>
    [...values].find(([label]) => words.every((word) => label.includes(word)))?.[1];
  const expiration = find('expir');
  const validTo = expiration === undefined ? undefined : new Date(expiration);
  return definedOnly({
    keyId: find('key id'),
    wrappingKeySpec: find('key spec'),
    wrappingAlgorithm: find('wrapping algorithm'),
    publicKeyFile: find('public key file'),
    importTokenFile: find('import token file'),
    validTo: validTo === undefined || Number.isNaN(validTo.getTime()) ? undefined : validTo,
    forRotation: readForRotation(find('import type'), find('former check values')),
    otherCloud: otherClouds.exec(text)?.[1],
  });
}
