import qrcode from 'qrcode';

/** What a camera needs around the dots, in dots (ISO/IEC 18004). */
const quietZone = 4;

/** Dark on white whatever the theme, drawn as one path: no picture to fetch, and no style that the policy refuses. */
export function QrCode({ text, title }: { text: string; title: string }) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quietZone;
  return (
    <svg
      className="gh-qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={dotsOf(modules)} fill="#000000" />
    </svg>
  );
}

function dotsOf({ size, data }: { size: number; data: Uint8Array }): string {
  const dots = [...data.keys()].filter((at) => data[at]);
  return dots
    .map((at) => `M${(at % size) + quietZone} ${Math.floor(at / size) + quietZone}h1v1h-1z`)
    .join('');
}
