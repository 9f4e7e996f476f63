import { Uint8ArrayReader } from '@zip.js/zip.js/lib/zip-core-custom.js';

/**
 * Lends the library pieces of an archive, and wipes them when it has done with them.
 *
 * SECURITY: the library asks for copies, of the last 64 KiB to begin with: of a small archive that is all of it, and key
 * material may be in there. Freed memory of main would keep them until somebody needs the room.
 */
export class LendingReader extends Uint8ArrayReader {
  readonly #lent: Uint8Array[] = [];

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const lent = await super.readUint8Array(index, length);
    this.#lent.push(lent);
    return lent;
  }

  wipe(): void {
    for (const bytes of this.#lent) bytes.fill(0);
  }
}
