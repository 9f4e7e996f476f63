/** The same object without some of its fields. */
export function without<T extends object, K extends keyof T>(value: T, ...fields: readonly K[]): Omit<T, K> {
  const kept = { ...value };
  for (const field of fields) Reflect.deleteProperty(kept, field);
  return kept;
}
