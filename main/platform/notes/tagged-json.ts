/**
 * JSON with dates, bytes and maps, each as an object with one tagged field. Only for data that this app writes itself;
 * the reader validates the shape.
 */
export function toTaggedJson(value: unknown): string {
  return JSON.stringify(tagged(value));
}

/** @returns the value, or undefined when the text is not JSON */
export function fromTaggedJson(text: string): unknown {
  try {
    return JSON.parse(text, revived);
  } catch {
    return undefined;
  }
}

function tagged(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Map) return { $map: [...value].map((entry) => tagged(entry)) };
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, tagged(field)]));
}

function revived(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return value;
  if ('$date' in value && typeof value.$date === 'string') return new Date(value.$date);
  if ('$bytes' in value && typeof value.$bytes === 'string') {
    return new Uint8Array(Buffer.from(value.$bytes, 'base64'));
  }
  if ('$map' in value && Array.isArray(value.$map)) return new Map(value.$map as [unknown, unknown][]);
  return value;
}
