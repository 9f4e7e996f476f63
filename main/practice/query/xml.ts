/** A value as XML of AWS's query protocol: lists become `member` elements, and absent members are left out. */
export function elementOf(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    return `<${name}>${value.map((item) => elementOf('member', item)).join('')}</${name}>`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([member, item]) => elementOf(member, item));
    return `<${name}>${members.join('')}</${name}>`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `<${name}>${escaped(text)}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (character) => entities[character] ?? character);
}
