/** One form that a copy of a secret can have. */
export interface Encoding {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Every form that a secret of at least 16 bytes may take by accident: copies of it or of a part, and its conversions to
 * text, at any position in a longer text.
 */
export function encodingsOf(secret: Uint8Array): readonly Encoding[] {
  const raw = Buffer.from(secret);
  const hex = raw.toString('hex');
  const decimals = [...raw];
  const texts: Readonly<Record<string, string>> = {
    hex: hex,
    'upper-case hex': hex.toUpperCase(),
    'first half of the hex': hex.slice(0, raw.length),
    'second half of the hex': hex.slice(raw.length),
    'spaced hex': (hex.match(/../g) ?? []).join(' '),
    'list of numbers': decimals.join(','),
    'spaced list of numbers': decimals.join(', '),
    'object of numbers': decimals.map((byte, index) => `"${index}":${byte}`).join(','),
    ...base64Forms(raw),
  };
  const both = Object.entries(texts).flatMap(([name, text]) => [
    { name, bytes: Buffer.from(text, 'latin1') },
    { name: `${name}, in UTF-16`, bytes: Buffer.from(text, 'utf16le') },
  ]);
  return [
    { name: 'raw', bytes: raw },
    { name: 'reversed', bytes: Buffer.from(raw).reverse() },
    ...parts(raw).map((bytes, index) => ({ name: `eight bytes from ${index * 8}`, bytes })),
    { name: 'raw as text in UTF-16', bytes: Buffer.from(raw.toString('latin1'), 'utf16le') },
    { name: 'raw as text in UTF-8', bytes: Buffer.from(raw.toString('latin1'), 'utf8') },
    ...both,
  ];
}

/** The names of the encodings that were found in the bytes. */
export function findSecret(bytes: Uint8Array, encodings: readonly Encoding[]): readonly string[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return encodings.filter((encoding) => haystack.includes(encoding.bytes)).map(({ name }) => name);
}

function parts(raw: Buffer): readonly Buffer[] {
  return Array.from({ length: Math.floor(raw.length / 8) }, (_, part) =>
    raw.subarray(part * 8, part * 8 + 8),
  );
}

/**
 * Base64 writes three bytes as four characters, so a secret looks different after 0, 1 and 2 other bytes. Only the
 * characters that depend on nothing but the secret are kept, so padding does not matter either.
 */
function base64Forms(raw: Buffer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [0, 1, 2].flatMap((before) => {
      const text = Buffer.concat([Buffer.alloc(before), raw]).toString('base64');
      const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + raw.length) * 8) / 6));
      const url = own.replaceAll('+', '-').replaceAll('/', '_');
      return [
        [`base64 after ${before} bytes`, own],
        [`base64url after ${before} bytes`, url],
        [`half of the base64 after ${before} bytes`, own.slice(0, own.length / 2)],
      ];
    }),
  );
}
