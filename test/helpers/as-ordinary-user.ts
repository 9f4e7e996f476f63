import { chownSync } from 'node:fs';

const nobody = 65534;

/** Runs it without root's right to read everything, as the owner of these folders. */
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
