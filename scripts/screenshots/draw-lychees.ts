import sharp from "sharp";

/** Where each bunch hangs, as shares of the picture's width and height, and how large it is. */
const BUNCHES = [
  { x: 0.12, y: 0.26, size: 0.6 },
  { x: 0.87, y: 0.22, size: 0.72 },
  { x: 0.48, y: 0.36, size: 1 },
];
/** Fruits of a bunch around its middle, in their own widths, those behind first. */
const FRUITS = [
  [-0.9, -0.55],
  [0.85, -0.6],
  [0, -0.75],
  [-1.25, 0.3],
  [1.25, 0.25],
  [-0.45, 0.1],
  [0.5, 0.05],
  [-0.85, 1.05],
  [0.85, 1],
  [0, 0.9],
  [0.05, 1.75],
] as const;
const LEAVES = [-62, -28, 8, 44, 78, 112];

/** A JPEG of lychees on their tree, drawn: what a photo stands for where nobody has a camera. */
export function drawLychees(width: number, height: number): Promise<Buffer> {
  const fruit = height / 7.5;
  const bunches = BUNCHES.map(({ x, y, size }) => bunch(x * width, y * height, fruit * size));
  const lights = Array.from({ length: 26 }, (_, at) => {
    const [x, y] = [((at * 211) % 97) / 97, ((at * 137) % 89) / 89];
    return `<circle cx="${x * width}" cy="${y * height}" r="${fruit * (0.5 + (at % 5) / 3)}" fill="${at % 3 === 0 ? "#dfe88f" : "#7fa750"}" opacity="0.3"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="sky" x2="0.3" y2="1"><stop stop-color="#c9d98a"/><stop offset="0.45" stop-color="#5d8b43"/><stop offset="1" stop-color="#1f3f26"/></linearGradient>
      <linearGradient id="leaf" x2="1"><stop stop-color="#2f6a35"/><stop offset="0.5" stop-color="#6ea548"/><stop offset="1" stop-color="#2c6233"/></linearGradient>
      <radialGradient id="fruit" cx="0.36" cy="0.3" r="0.8"><stop stop-color="#f08a74"/><stop offset="0.4" stop-color="#d2383f"/><stop offset="1" stop-color="#6d1020"/></radialGradient>
      <pattern id="skin" width="12" height="10" patternUnits="userSpaceOnUse" patternTransform="scale(${fruit / 62}) rotate(8)">
        <path d="M0 5 3 0h6l3 5-3 5H3Z" fill="none" stroke="#5c0d1b" stroke-width="1.3" opacity="0.38"/><circle cx="5" cy="4" r="1.2" fill="#ffc9b8" opacity="0.5"/>
      </pattern>
      <filter id="far"><feGaussianBlur stdDeviation="${fruit / 4}"/></filter>
    </defs>
    <rect width="100%" height="100%" fill="url(#sky)"/><g filter="url(#far)">${lights.join("")}</g>
    <path d="M${-0.05 * width} ${0.02 * height}C${0.3 * width} ${0.14 * height} ${0.6 * width} ${0.02 * height} ${1.05 * width} ${0.1 * height}" fill="none" stroke="#4d3a26" stroke-width="${fruit / 5}"/>
    ${bunches.join("")}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}

function bunch(x: number, y: number, size: number): string {
  const stem = `<path d="M${x + size / 2} ${y - size * 4}Q${x - size / 2} ${y - size * 2} ${x} ${y}" fill="none" stroke="#5b4630" stroke-width="${size / 8}"/>`;
  const leaves = LEAVES.map(
    (angle) =>
      `<path transform="translate(${x} ${y - size * 1.1}) rotate(${angle + 150})" d="M0 0Q${size} ${-size * 0.75} ${size * 3} 0Q${size} ${size * 0.75} 0 0Z" fill="url(#leaf)" stroke="#244f2b" stroke-width="${size / 40}"/>`,
  );
  const fruits = FRUITS.map(([right, down]) => {
    const circle = `<ellipse cx="${x + right * size * 0.98}" cy="${y + down * size * 0.98}" rx="${size * 0.52}" ry="${size * 0.56}"`;
    return `${circle} fill="url(#fruit)"/>${circle} fill="url(#skin)"/>`;
  });
  return stem + leaves.join("") + fruits.join("");
}
