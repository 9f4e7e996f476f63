/**
 * A policy as GetKeyPolicy returns it: in AWS's own layout, and with a list of one principal turned into that
 * principal. So policies have to be compared by meaning, not as text.
 */
export function policyText(document: unknown): string {
  return layOut(normalised(document), '');
}

function normalised(value: unknown, member?: string): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return member === 'AWS' && items.length === 1 ? items[0] : items.map((item) => normalised(item));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, normalised(item, name)]));
}

function layOut(value: unknown, indent: string): string {
  if (Array.isArray(value)) return `[ ${value.map((item) => layOut(item, indent)).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const members = Object.entries(value).map(
    ([name, item]) => `${deeper}${JSON.stringify(name)} : ${layOut(item, deeper)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}
