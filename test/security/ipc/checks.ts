/**
 * What the contract allows, said a second time and in another way than main/schemas/requests.ts says it, so that the
 * two can be held against each other.
 */
export type Check = (value: unknown) => boolean;

export const uuid: Check = (value) =>
  typeof value === 'string' &&
  /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(value);
export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
export const algorithm = oneOf(
  'RSAES_OAEP_SHA_256',
  'RSAES_OAEP_SHA_1',
  'RSA_AES_KEY_WRAP_SHA_256',
  'RSA_AES_KEY_WRAP_SHA_1',
);
export const length = oneOf(32, 16);
export const paths: Check = (value) =>
  Array.isArray(value) &&
  value.length <= 32 &&
  value.every((path) => typeof path === 'string' && path.length <= 4096);

/** Dropped files, or the dialog that asks for some. */
export const files: Check = (value) => value === 'ask' || paths(value);

type Checks = Readonly<Record<string, Check>>;

/** Neither a list nor bytes, which have no names of their own when they are empty. */
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

/** An object with exactly these fields; those of `optional` may be absent. */
export const fields =
  (needed: Checks, optional: Checks = {}): Check =>
  (value) => {
    if (!isObject(value)) return false;
    const present = Object.entries(value);
    const names = new Set(present.map(([name]) => name));
    const all = new Map([...Object.entries(needed), ...Object.entries(optional)]);
    return (
      Object.keys(needed).every((name) => names.has(name)) &&
      present.every(([name, field]) => all.get(name)?.(field) ?? false)
    );
  };

/** An object whose names and values are each in order. */
export const record =
  (name: Check, field: Check): Check =>
  (value) =>
    isObject(value) && Object.entries(value).every(([key, each]) => name(key) && field(each));

export const text =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most;
/** Bytes, and not a list or an object that looks like them. */
export const bytes =
  (most: number): Check =>
  (value) =>
    value instanceof Uint8Array && value.length > 0 && value.length <= most;
export const shortText =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= most;
export const sha256: Check = (value) => typeof value === 'string' && /^[\da-f]{64}$/.test(value);
export const wholeFrom =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
export const flag: Check = (value) => typeof value === 'boolean';
export const anyOf =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
export const listOf =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);
/** At least one. */
export const someOf =
  (check: Check, most: number): Check =>
  (value) =>
    listOf(check, most)(value) && Array.isArray(value) && value.length > 0;
export const material = anyOf(
  fields({ from: oneOf('held'), handle: uuid }),
  fields({ from: oneOf('generate'), lengthBytes: length, confirmation: text(64) }),
  fields({ from: oneOf('file'), handle: uuid, confirmation: text(64) }),
);
