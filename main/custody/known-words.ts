/** Words under this length weigh next to nothing in a passphrase. */
const shortest = 3;

/**
 * What somebody tries first who finds a copy of this key: what is written on the same page and on the file itself.
 *
 * @param facts alias, account, Region, names, ARNs and ids, as far as they are known.
 * @returns each as a whole and in its parts, the likeliest first; account IDs in groups of four digits as well.
 */
export function knownWords(facts: readonly (string | undefined)[]): readonly string[] {
  const wholes = ['keyferry', ...facts].filter((fact) => fact !== undefined);
  const parts = wholes.flatMap((fact) => fact.split(/[^\p{L}\p{N}]+/u));
  const joined = wholes.map((fact) => fact.replaceAll(/[^\p{L}\p{N}]+/gu, ''));
  const groups = wholes.flatMap((fact) => (/^\d{12}$/.test(fact) ? (fact.match(/\d{4}/g) ?? []) : []));
  const words = [
    ...wholes,
    ...joined,
    ...parts,
    ...groups,
    'practice',
    'amazon',
    'passphrase',
    'sealed',
    'copy',
  ];
  return [...new Set(words.map((word) => word.trim().toLowerCase()))].filter(
    (word) => word.length >= shortest,
  );
}
