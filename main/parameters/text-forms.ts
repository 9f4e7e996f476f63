/**
 * The bytes that a base64 text stands for (one line or many, either alphabet, padded or not), or undefined when the
 * input is anything else. Public data only: key material is decoded in the vault, without strings.
 */
export function decodeBase64Text(bytes: Uint8Array): Uint8Array | undefined {
  const text = readText(bytes)?.replace(/\s+/g, '');
  if (text === undefined || text.length < 16 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}

/** UTF-8 text without its byte-order mark; undefined when the bytes are not text. */
export function readText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Control characters other than white space do not occur in the texts we read.
    // eslint-disable-next-line no-control-regex -- they are what this looks for
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
