import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import fc from "fast-check";
import { z } from "zod";
import { createAnthropicModel } from "#models/anthropic-model.ts";
import { ModelError, type ModelCall, type ModelVendor } from "#models/language-model.ts";
import { createOpenAIModel } from "#models/openai-model.ts";
import { portOf, startModelServer, type ModelServer } from "../support/model-server.ts";

const answerSchema = z.object({ text: z.string().min(1), factIds: z.array(z.string()) });
const CALL: ModelCall<z.infer<typeof answerSchema>> = {
  task: "write-pitch",
  system: "s",
  user: "u",
  schema: answerSchema,
  maxOutputTokens: 100,
  deadlineMs: 5_000,
  accountId: "ac_test",
};
const ANSWER = { text: "vải thiều 35k", factIds: ["f1"] };

let server: ModelServer;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.close());

const connect = (vendor: ModelVendor, url: string) =>
  vendor === "anthropic"
    ? createAnthropicModel({ apiKey: "key", baseURL: url, model: "m" })
    : createOpenAIModel({ apiKey: "key", baseURL: `${url}/v1`, model: "m" });

describe.each(["anthropic", "openai"] as const)("%s", (vendor) => {
  test("cut at any byte, an answer is whole or a failure, never a shorter answer", async () => {
    const recorded = await recordStream(vendor);
    const replay = await replayPrefixes(recorded);
    const model = connect(vendor, replay.url);
    const outcomes: string[] = [];
    for (let length = 0; length <= recorded.length; length++) {
      replay.cutAt(length);
      outcomes.push(
        await model.ask(CALL).then(
          ({ value }) => JSON.stringify(value),
          (error: unknown) => (error instanceof ModelError ? error.failure : String(error)),
        ),
      );
    }
    await replay.close();
    expect(new Set(outcomes)).toEqual(new Set(["unreachable", JSON.stringify(ANSWER)]));
    // Only the end of the last event, after the vendor's word that all is said, may be missing.
    expect(outcomes.indexOf(JSON.stringify(ANSWER))).toBeGreaterThan(recorded.length - 5);
  }, 30_000);

  test("whatever a model writes, it is an answer of the schema's shape or the failure invalid_output", async () => {
    const model = connect(vendor, server.anthropicUrl);
    const whole = JSON.stringify(ANSWER);
    const broken = fc.oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.json(),
      fc.nat(whole.length - 1).map((length) => whole.slice(0, length + 1)),
      fc.tuple(fc.nat(whole.length), fc.string()).map(([at, text]) => whole.slice(0, at) + text + whole.slice(at)),
      fc.constantFrom(
        `\`\`\`json\n${whole}\n\`\`\``,
        `Here it is: ${whole}`,
        `${whole}${whole}`,
        '{"text":"","factIds":[]}',
        '{"__proto__":{"text":"x"}}',
      ),
    );
    await fc.assert(
      fc.asyncProperty(broken, async (text) => {
        server.answerNext({ text });
        const outcome = await model.ask(CALL).then(
          ({ value }) => answerSchema.parse(value),
          (error: unknown) => error,
        );
        expect(outcome instanceof ModelError ? outcome.failure : answerSchema.safeParse(outcome).success).toBeOneOf([
          "invalid_output",
          true,
        ]);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});

/** The bytes of a whole streamed answer. */
async function recordStream(vendor: ModelVendor): Promise<Buffer> {
  server.answerNext({ text: JSON.stringify(ANSWER) });
  const [path, body] =
    vendor === "anthropic"
      ? ["/v1/messages", { model: "m", max_tokens: 9, system: [], messages: [], stream: true }]
      : ["/v1/responses", { model: "m", max_output_tokens: 9, instructions: "", input: "", stream: true }];
  const response = await fetch(server.anthropicUrl + path, { method: "POST", body: JSON.stringify(body) });
  return Buffer.from(await response.arrayBuffer());
}

/** A server that says the first bytes of a recorded stream and ends. */
async function replayPrefixes(recorded: Buffer): Promise<{ url: string; cutAt(length: number): void; close(): Promise<void> }> {
  let length = 0;
  const replay: Server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" }).end(recorded.subarray(0, length));
  });
  await new Promise<void>((resolve) => replay.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(replay.address())}`,
    cutAt: (next) => void (length = next),
    close: () =>
      new Promise((resolve) => {
        replay.close(() => resolve());
        replay.closeAllConnections();
      }),
  };
}
