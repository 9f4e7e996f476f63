// SECURITY: age-encryption gets and gives streams here, not the arrays that it takes as well. For those it makes a
// Response, with which Node loads its whole network side into this process; and it would keep a copy of what it opened.

/** Lends `bytes`, which are neither changed nor kept. */
export function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** Moves all that a stream gives into one buffer of its own, and wipes the pieces. Rejects as the stream does. */
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
