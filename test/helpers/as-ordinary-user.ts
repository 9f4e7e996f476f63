import { chownSync } from 'node:fs';

const nobody = 65534;

/** Runs a function as the owner of these folders, without root's right to read everything. */
export async function asOrdinaryUser<T>(folders: readonly string[], run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return await run();
  for (const folder of folders) chownSync(folder, nobody, nobody);
  process.seteuid(nobody);
  try {
    return await run();
  } finally {
    process.seteuid(0);
  }
}
