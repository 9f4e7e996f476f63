/** `1 key`, `312 keys`, `10,000 keys`. */
export function counted(count: number, unit: string): string {
  return `${numeral(count)} ${unit}${count === 1 ? '' : 's'}`;
}

/** `10,000`. */
export const numeral = (count: number): string => count.toLocaleString('en-GB');

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
