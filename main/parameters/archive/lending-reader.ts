import { Uint8ArrayReader } from '@zip.js/zip.js/lib/zip-core-custom.js';

/**
 * Lends the library pieces of an archive, and wipes them afterwards.
 *
 * SECURITY: the library asks for copies, first of the last 64 KiB, which is all of a small archive and may contain key
 * material. Without the wipe they would stay in main's freed memory until it is used again.
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
