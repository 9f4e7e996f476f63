type Defined<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Drops the fields that are undefined, so that "absent" has one form only. */
export function definedOnly<T extends object>(fields: T): Defined<T> {
  // The filter removes exactly what the type says is gone.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
