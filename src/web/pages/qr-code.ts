import { html } from "hono/html";
import createCode from "qrcode-generator";
import type { Html } from "./layout.ts";

/** The light margin without which a camera does not find the code. */
const QUIET_MODULES = 4;

/** A QR code as a picture that needs no other file; black on white also on a dark page, as cameras want it. */
export function qrCode(text: string, label: string): Html {
  const { size, path } = qrPath(text);
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">
    <path fill="#fff" d="M0 0h${size}v${size}H0z" />
    <path fill="#000" d="${path}" />
  </svg>`;
}

/** The dark modules, each run of a row as one stroke, in a square of `size` modules. */
export function qrPath(text: string): { size: number; path: string } {
  const code = createCode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column) || (column > 0 && code.isDark(row, column - 1))) continue;
      let end = column;
      while (end < count && code.isDark(row, end)) end += 1;
      path += `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h${end - column}v1h-${end - column}z`;
    }
  }
  return { size: count + 2 * QUIET_MODULES, path };
}
