/**
 * The text of a file as UTF-8, without a byte order mark.
 *
 * @returns a view of `file`; for UTF-16 with its mark (what Windows calls Unicode) a converted copy, which the caller
 * wipes. SECURITY: only characters that are not ASCII become strings on the way, so no digit does.
 */
export function utf8Text(file: Uint8Array): Uint8Array {
  if (file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf) return file.subarray(3);
  const littleEndian = file[0] === 0xff && file[1] === 0xfe;
  const bigEndian = file[0] === 0xfe && file[1] === 0xff;
  if (!littleEndian && !bigEndian) return file;

  const unitAt = (index: number): number => {
    const [first = 0, second = 0] = [file[index], file[index + 1]];
    return littleEndian ? second * 256 + first : first * 256 + second;
  };
  // Two bytes become at most three.
  const text = new Uint8Array(new ArrayBuffer(file.length * 2));
  let length = 0;
  for (let index = 2; index + 1 < file.length; index += 2) {
    const unit = unitAt(index);
    if (unit < 0x80) {
      text[length++] = unit;
      continue;
    }
    const isPair = unit >= 0xd800 && unit < 0xdc00 && index + 3 < file.length;
    const character = isPair ? String.fromCharCode(unit, unitAt((index += 2))) : String.fromCharCode(unit);
    const bytes = new TextEncoder().encode(character);
    text.set(bytes, length);
    length += bytes.length;
  }
  return text.subarray(0, length);
}
