/** An independent implementation of the field: polynomials over GF(2) modulo x⁸ + x⁴ + x³ + x + 1. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) if ((other >> bit) & 1) product ^= one << bit;
  for (let bit = 15; bit >= 8; bit--) if ((product >> bit) & 1) product ^= 0x11b << (bit - 8);
  return product;
}

const inverses = Array.from({ length: 256 }, (_, value) =>
  Array.from({ length: 256 }, (_other, candidate) => candidate).find((other) => times(value, other) === 1),
);

/** The value at zero of Lagrange's polynomial through points [x, y]. */
export function atZero(points: readonly (readonly [number, number])[]): number {
  return points.reduce((sum, [x, y], index) => {
    const others = points.filter((_, other) => other !== index).map(([otherX]) => otherX);
    return sum ^ others.reduce((part, otherX) => times(times(part, otherX), inverses[x ^ otherX] ?? 0), y);
  }, 0);
}
