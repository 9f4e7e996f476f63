import encodeQR from 'qr';

export interface QrCodeProps {
  readonly text: string;
  /** What it holds, for people who cannot see it. */
  readonly label: string;
}

/** ISO/IEC 18004 asks for a margin of four modules. */
const border = 4;

export function QrCode({ text, label }: QrCodeProps) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border });
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
