/** Tags of the ASN.1 types that keys are made of (X.690 §8). */
export const derTag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  context0: 0xa0,
  context1: 0xa1,
} as const;

export interface DerElement {
  readonly tag: number;
  /** A view, not a copy: wiping the bytes that were read wipes this. */
  readonly content: Uint8Array;
  /** The length of header and content together, in bytes. */
  readonly size: number;
}

/**
 * Reads the element that `bytes` begins with. More bytes may follow it.
 *
 * Undefined for everything that DER forbids (X.690 §10.1): indefinite lengths, lengths not in their shortest form, a
 * truncated element. Tags above 30 and contents of 16 MiB or more are not read either; no key has them.
 */
export function readDer(bytes: Uint8Array): DerElement | undefined {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;

  let length = first;
  let header = 2;
  if (first >= 0x80) {
    const digits = first - 0x80;
    if (digits < 1 || digits > 3 || bytes.length < header + digits) return undefined;
    length = bytes.subarray(header, header + digits).reduce((sum, byte) => sum * 256 + byte, 0);
    if (length < 0x80 || length < 256 ** (digits - 1)) return undefined;
    header += digits;
  }
  const size = header + length;
  return size <= bytes.length ? { tag, content: bytes.subarray(header, size), size } : undefined;
}

/** Reads elements to the end of `bytes`; undefined when an element is malformed or truncated. */
export function readEachDer(bytes: Uint8Array): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const element = readDer(rest);
    if (!element) return undefined;
    elements.push(element);
    rest = rest.subarray(element.size);
  }
  return elements;
}

/** The elements in a SEQUENCE; undefined when the element is no SEQUENCE, or its contents are not DER. */
export function childrenOf(element: DerElement | undefined): readonly DerElement[] | undefined {
  return element?.tag === derTag.sequence ? readEachDer(element.content) : undefined;
}

/** Whether the element is an OBJECT IDENTIFIER whose encoded contents are, or begin with, `oid` (hex). */
export function isOid(
  element: DerElement | undefined,
  oid: string,
  how: 'exactly' | 'beginsWith' = 'exactly',
) {
  if (element?.tag !== derTag.oid) return false;
  const wanted = Buffer.from(oid, 'hex');
  if (how === 'exactly' && element.content.length !== wanted.length) return false;
  return wanted.every((byte, index) => element.content[index] === byte);
}

/**
 * The bit length of an INTEGER that is not negative (0 for zero); undefined when it is negative, empty, or has a
 * leading byte that DER forbids (X.690 §8.3.2).
 */
export function bitsOfUnsigned(element: DerElement | undefined): number | undefined {
  if (element?.tag !== derTag.integer) return undefined;
  const [first, second] = element.content;
  if (first === undefined || first >= 0x80) return undefined;
  if (second === undefined) return 32 - Math.clz32(first);
  if (first === 0) return second < 0x80 ? undefined : (element.content.length - 1) * 8;
  return (element.content.length - 1) * 8 + 32 - Math.clz32(first);
}

/** Whether the element is an INTEGER with this value (0 to 127). */
export function isSmallInteger(element: DerElement | undefined, value: number): boolean {
  return element?.tag === derTag.integer && element.content.length === 1 && element.content[0] === value;
}
