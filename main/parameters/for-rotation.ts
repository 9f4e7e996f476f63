/** The ImportType of material that a key never had. Source: AWS KMS API Reference, ImportKeyMaterial. */
export const newKeyMaterial = 'NEW_KEY_MATERIAL';

/** Said of import parameters that are for new material of a key that has some: it is rotated to it. */
export interface ForRotation {
  /** Of the material that the key has or had, as far as they are known; 16 hex digits each. Nothing of them is new. */
  readonly formerCheckValues: readonly string[];
}

/**
 * Reads it from two values of a README; what is no check value counts for none.
 *
 * SECURITY: anybody who had the stick may have written it. It decides only what is refused, and what a person is told;
 * AWS itself takes nothing as new that the key had.
 */
export function readForRotation(importType = '', formerCheckValues = ''): ForRotation | undefined {
  if (importType !== newKeyMaterial) return undefined;
  return { formerCheckValues: formerCheckValues.split(' ').filter((text) => /^[0-9a-f]{16}$/.test(text)) };
}
