import { html } from "hono/html";
import { assetPath } from "#web/pages/client-assets.ts";
import type { Operation } from "./operations.ts";

/** The API on one plain page, with nothing to load. */
export function apiPage(title: string, operations: Operation[], nonce: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} API</title>
        <link rel="icon" href="${assetPath("icon.svg")}" type="image/svg+xml" />
        <style nonce="${nonce}">
          :root {
            color-scheme: light dark;
          }
          body {
            font:
              1rem/1.5 system-ui,
              sans-serif;
            max-width: 60rem;
            margin: 2rem auto;
            padding: 0 1rem;
            color: light-dark(#22261f, #eceadf);
            background: light-dark(#faf7f0, #141712);
            overflow-wrap: anywhere;
          }
          a {
            color: light-dark(#1f6b3f, #7fcf9a);
          }
          details {
            border-top: 1px solid light-dark(#ddd8ca, #3a4035);
          }
          summary {
            cursor: pointer;
            padding: 0.5rem 0;
          }
          summary b {
            display: inline-block;
            min-width: 4rem;
            text-transform: uppercase;
          }
          pre {
            white-space: pre-wrap;
            background: light-dark(#fff, #1e221b);
            padding: 0.75rem;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title} API</h1>
          <p>The same for machines: <a href="/openapi.json">/openapi.json</a></p>
          ${operations.map(section)}
        </main>
      </body>
    </html>`;
}

function section(operation: Operation) {
  const { method, path, summary, description, parameters, requestBody, responses } = operation;
  return html`<details>
    <summary><b>${method}</b> <code>${path}</code> ${summary}</summary>
    ${description === "" ? "" : html`<p>${description}</p>`}
    ${parameters.map((parameter) => html`<p><code>${parameter.name}</code> in ${parameter.in}${parameter.required ? ", required" : ""}</p>`)}
    ${
      requestBody === undefined
        ? ""
        : html`<p>Body</p>
            <pre>${JSON.stringify(requestBody.content, null, 2)}</pre>`
    }
    <ul>
      ${Object.entries(responses).map(([status, { description: text }]) => html`<li><code>${status}</code> ${text}</li>`)}
    </ul>
  </details>`;
}
