import { isMembers } from './members';

/**
 * Whether two policy documents (JSON text) mean the same. KMS rewrites a policy: a list of one may come back as plain
 * text, an account's root as the bare number, lists and statements in another order. Text that is not a JSON object is
 * never the same as anything.
 */
export function samePolicy(a: string, b: string): boolean {
  const [left, right] = [normalForm(a), normalForm(b)];
  return left !== undefined && left === right;
}

function normalForm(text: string): string | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMembers(document) || document['Statement'] === undefined) return undefined;
  return JSON.stringify(normal(document));
}

function normal(value: unknown, key = ''): unknown {
  if (isMembers(value)) {
    const fields = Object.entries(value).map(([name, field]) => [name, normal(field, name)] as const);
    return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  const items = (Array.isArray(value) ? value : [value]).map((item: unknown) =>
    isMembers(item) ? normal(item) : plain(item, key),
  );
  // Lists in a policy are sets: order and repetition have no meaning.
  const distinct = [...new Map(items.map((item) => [JSON.stringify(item), item])).entries()];
  return distinct.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function plain(value: unknown, key: string): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const root = key === 'AWS' ? /^arn:aws[a-z-]*:iam::(\d{12}):root$/.exec(text)?.[1] : undefined;
  return root ?? text;
}
