type Defined<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Drops the fields that are undefined, so that "absent" has only one form. */
export function definedOnly<T extends object>(fields: T): Defined<T> {
  // The filter removes exactly the fields that the type leaves out.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
