// SECURITY: age-encryption also takes arrays, but it wraps them in a Response, for which Node loads its whole network
// side into this process, and it would keep a copy of what it opened. So it gets and gives streams here.

/** A stream over `bytes`, which are neither changed nor kept. */
export function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** Moves everything that a stream gives into one new buffer, and wipes the pieces. Rejects if the stream fails. */
export async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of stream) pieces.push(piece);
    const joined = new Uint8Array(new ArrayBuffer(pieces.reduce((sum, { length }) => sum + length, 0)));
    let offset = 0;
    for (const piece of pieces) {
      joined.set(piece, offset);
      offset += piece.length;
    }
    return joined;
  } finally {
    for (const piece of pieces) piece.fill(0);
  }
}
