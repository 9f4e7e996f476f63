import type { z } from 'zod';

type Unchanged<T> = T extends Date | Uint8Array
  ? T
  : T extends ReadonlyMap<infer K, infer V>
    ? ReadonlyMap<K, Unchanged<V>>
    : T extends object
      ? { readonly [K in keyof T]: Unchanged<T[K]> }
      : T;

/** What a schema lets through, as data that nobody writes to. */
export type Inferred<S extends z.ZodType> = Unchanged<z.output<S>>;
