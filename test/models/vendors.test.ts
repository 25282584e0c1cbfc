import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createAnthropicModel } from "#models/anthropic-model.ts";
import { estimateTokens } from "#models/estimate-tokens.ts";
import { ModelError, type ModelCall, type ModelFailure, type ModelTarget } from "#models/language-model.ts";
import { createOpenAIModel } from "#models/openai-model.ts";
import { SERVED_USAGE, startModelServer, type ModelServer, type Reply } from "../support/model-server.ts";

const answerSchema = z.object({ text: z.string().max(20), factIds: z.array(z.string()) });
const CALL: ModelCall<z.infer<typeof answerSchema>> = {
  task: "write-pitch",
  system: "Tell only the facts.",
  user: "<facts>\n[]\n</facts>",
  schema: answerSchema,
  maxOutputTokens: 500,
  deadlineMs: 5_000,
  accountId: "ac_test",
};
const ANSWER = { text: "vải thiều", factIds: ["f1"] };
const WRONG_LANGUAGE = { text: "荔枝很甜", factIds: ["f1"] };

/** Whether input and output were counted: nothing of an HTTP error, the prompt alone where no word came. */
const COUNTED = { none: [false, false], prompt: [true, false], both: [true, true] } as const;
type Case = {
  fault: string;
  reply: Reply;
  call?: Partial<typeof CALL>;
  failure: ModelFailure;
  retryAfterMs?: unknown;
  tokens: keyof typeof COUNTED;
};
const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();

const CASES: Case[] = [
  {
    fault: "429 with Retry-After in seconds",
    reply: { status: 429, error: "rate_limit_error", headers: { "retry-after": "7" } },
    failure: "rate_limited",
    retryAfterMs: 7_000,
    tokens: "none",
  },
  {
    fault: "429 with Retry-After as an HTTP date",
    reply: { status: 429, headers: { "retry-after": inAnHour } },
    failure: "rate_limited",
    retryAfterMs: expect.closeTo(3_600_000, -5),
    tokens: "none",
  },
  {
    fault: "429 with retry-after-ms",
    reply: { status: 429, headers: { "retry-after-ms": "350", "retry-after": "9" } },
    failure: "rate_limited",
    retryAfterMs: 350,
    tokens: "none",
  },
  {
    fault: "429 with an absurd Retry-After",
    reply: { status: 429, headers: { "retry-after": "99999999999" } },
    failure: "rate_limited",
    retryAfterMs: 99_999_999_999_000,
    tokens: "none",
  },
  {
    fault: "429 with an unreadable Retry-After",
    reply: { status: 429, headers: { "retry-after": "soon" } },
    failure: "rate_limited",
    tokens: "none",
  },
  {
    fault: "429 because the account has no credit",
    reply: { status: 429, error: "insufficient_quota" },
    failure: "unauthorized",
    tokens: "none",
  },
  { fault: "500", reply: { status: 500, error: "api_error" }, failure: "overloaded", tokens: "none" },
  { fault: "503", reply: { status: 503, error: "server_error" }, failure: "overloaded", tokens: "none" },
  { fault: "529", reply: { status: 529, error: "overloaded_error" }, failure: "overloaded", tokens: "none" },
  { fault: "400", reply: { status: 400, error: "invalid_request_error" }, failure: "bad_request", tokens: "none" },
  { fault: "401", reply: { status: 401, error: "authentication_error" }, failure: "unauthorized", tokens: "none" },
  { fault: "404 for an unknown model", reply: { status: 404, error: "not_found_error" }, failure: "bad_request", tokens: "none" },
  { fault: "a connection reset before the answer", reply: { reset: true }, failure: "unreachable", tokens: "none" },
  { fault: "slow headers", reply: { headersAfterMs: 3_000 }, call: { deadlineMs: 150 }, failure: "timed_out", tokens: "prompt" },
  {
    fault: "slow tokens",
    reply: { text: JSON.stringify(ANSWER), pieceAfterMs: 200 },
    call: { deadlineMs: 300 },
    failure: "timed_out",
    tokens: "both",
  },
  {
    fault: "a vendor that falls silent",
    reply: { text: JSON.stringify(ANSWER), pieceAfterMs: 3_000 },
    call: { silenceMs: 150 },
    failure: "timed_out",
    tokens: "prompt",
  },
  {
    fault: "a stream cut by a reset",
    reply: { text: JSON.stringify(ANSWER), resetAfterPieces: 2 },
    failure: "unreachable",
    tokens: "both",
  },
  {
    fault: "a stream that ends politely before the answer does",
    reply: { text: JSON.stringify(ANSWER), endAfterPieces: 2 },
    failure: "unreachable",
    tokens: "both",
  },
  {
    fault: "an error event inside a stream of status 200",
    reply: { text: JSON.stringify(ANSWER), errorAfterPieces: 2, error: "rate_limit_exceeded" },
    failure: "rate_limited",
    tokens: "both",
  },
  { fault: "invalid JSON", reply: { text: '{"text": "vải' }, failure: "invalid_output", tokens: "both" },
  { fault: "JSON of another shape", reply: { text: '{"words": 1}' }, failure: "invalid_output", tokens: "both" },
  {
    fault: "a text longer than the schema allows, which vendors do not check",
    reply: { text: JSON.stringify({ ...ANSWER, text: "x".repeat(21) }) },
    failure: "invalid_output",
    tokens: "both",
  },
  { fault: "a refusal", reply: { text: "I cannot help with that.", stop: "refusal" }, failure: "refused", tokens: "both" },
  { fault: "an answer cut at its longest", reply: { text: '{"text": "vải', stop: "truncated" }, failure: "truncated", tokens: "both" },
];

let server: ModelServer;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.close());

const VENDORS = {
  anthropic: () => createAnthropicModel({ apiKey: "key", baseURL: server.anthropicUrl, model: "claude" }),
  openai: () => createOpenAIModel({ apiKey: "key", baseURL: server.openaiUrl, model: "gpt" }),
};

async function failureOf(model: ModelTarget, call: Partial<typeof CALL> = {}): Promise<ModelError> {
  const result = await model.ask({ ...CALL, ...call }).catch((error: unknown) => error);
  if (!(result instanceof ModelError)) throw new Error(`expected a ModelError, got ${JSON.stringify(result)}`);
  return result;
}

describe.each(["anthropic", "openai"] as const)("the model of %s", (vendor) => {
  test.each(CASES)("answers $fault with the failure $failure", async ({ reply, call, failure, retryAfterMs, tokens }) => {
    server.answerNext(reply);
    const before = server.requests.length;
    const startedAt = performance.now();
    const error = await failureOf(VENDORS[vendor](), call);

    expect([error.failure, error.retryAfterMs]).toEqual([failure, retryAfterMs]);
    expect([error.usage.inputTokens > 0, error.usage.outputTokens > 0]).toEqual(COUNTED[tokens]);
    expect(server.requests.length - before, "asked once, without the SDK's own retries").toBe(1);
    expect(performance.now() - startedAt).toBeLessThan((call?.deadlineMs ?? 1_500) + 500);
  });

  test("answers with the parsed value and the vendor's own count, cached tokens included", async () => {
    server.answerNext({ text: JSON.stringify(ANSWER) });
    const answer = await VENDORS[vendor]().ask(CALL);
    expect(answer).toEqual({ value: ANSWER, usage: SERVED_USAGE, vendor, model: vendor === "anthropic" ? "claude" : "gpt" });
  });

  test.each([
    ["nothing", null],
    ["nothing of either", {}],
    ["a part of a token", { input_tokens: 40.5, output_tokens: 7.25 }],
    ["less than none", { input_tokens: -9, output_tokens: -9 }],
    ["more than any model reads", { input_tokens: 5e12, output_tokens: 5e12 }],
    ["words", { input_tokens: "forty", output_tokens: "seven" }],
    ["that nothing was asked", { input_tokens: 0, output_tokens: 0 }],
  ])("counts by itself where a server behind the vendor's address tells %s", async (_, usage) => {
    server.answerNext({ text: JSON.stringify(ANSWER), usage });
    const answer = await VENDORS[vendor]().ask(CALL);
    expect(answer.value).toEqual(ANSWER);
    expect(answer.usage).toEqual({
      inputTokens: estimateTokens(CALL.system) + estimateTokens(CALL.user),
      outputTokens: estimateTokens(JSON.stringify(ANSWER)),
    });
  });

  test("lets a text in the wrong language through when its shape is right: language is the gate's to judge", async () => {
    server.answerNext({ text: JSON.stringify(WRONG_LANGUAGE) });
    expect((await VENDORS[vendor]().ask(CALL)).value).toEqual(WRONG_LANGUAGE);
  });

  test("sends the fixed part so that the vendor can cache it, and the schema so that it can keep to it", async () => {
    server.answerNext({ text: JSON.stringify(ANSWER) });
    await VENDORS[vendor]().ask(CALL);
    const request = server.requests.at(-1);
    expect(request).toMatchObject({ system: CALL.system, user: CALL.user, maxOutputTokens: 500 });
    expect(request?.body).toMatchObject(
      vendor === "anthropic"
        ? {
            system: [{ cache_control: { type: "ephemeral" } }],
            output_config: { format: { type: "json_schema", schema: { required: ["text", "factIds"] } } },
          }
        : {
            prompt_cache_key: "farmcast-write-pitch",
            store: false,
            text: { format: { type: "json_schema", strict: true, schema: { required: ["text", "factIds"] } } },
          },
    );
  });

  test("stops at once when the caller gives up, before and during the answer", async () => {
    expect((await failureOf(VENDORS[vendor](), { signal: AbortSignal.abort() })).failure).toBe("cancelled");
    server.answerNext({ headersAfterMs: 3_000 });
    const controller = new AbortController();
    const startedAt = performance.now();
    const failing = failureOf(VENDORS[vendor](), { signal: controller.signal });
    await sleep(50);
    controller.abort();
    expect((await failing).failure).toBe("cancelled");
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test("cut after any piece of its answer is a failure, never a shorter answer", async () => {
    for (const pieces of [0, 1, 2, 3]) {
      server.answerNext(
        { text: JSON.stringify(ANSWER), endAfterPieces: pieces },
        { text: JSON.stringify(ANSWER), resetAfterPieces: pieces },
      );
      expect((await failureOf(VENDORS[vendor]())).failure).toBe("unreachable");
      expect((await failureOf(VENDORS[vendor]())).failure).toBe("unreachable");
    }
  });
});

test("a server that nobody runs is unreachable", async () => {
  const model = createOpenAIModel({ baseURL: "http://127.0.0.1:1/v1", model: "gpt" });
  expect((await failureOf(model)).failure).toBe("unreachable");
});
