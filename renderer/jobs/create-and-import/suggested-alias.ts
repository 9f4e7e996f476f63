/** `bluescape-byok-2026`, then `bluescape-byok-2026-2` and so on, without the `alias/` in front. */
export function suggestedAlias(receiver: string, year: number, number: number): string {
  return `${slug(receiver) || 'key'}-byok-${year}${number > 1 ? `-${number}` : ''}`;
}

/** Lower-case letters, digits and dashes, which AWS takes in every alias. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
