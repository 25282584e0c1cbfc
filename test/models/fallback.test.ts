import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createAnthropicModel } from "#models/anthropic-model.ts";
import { createModel, type ModelAttempt } from "#models/fallback.ts";
import { addUsage, ModelError, type LanguageModel, type ModelCall } from "#models/language-model.ts";
import { createOpenAIModel } from "#models/openai-model.ts";
import { readRetryAfter } from "#models/retry-after.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { SERVED_USAGE, startModelServer, type ModelRequest, type ModelServer, type Reply } from "../support/model-server.ts";
import { bar } from "../support/bar.ts";

const CALL: ModelCall<{ text: string }> = {
  task: "translate-caption",
  system: "Translate.",
  user: "xin chào",
  schema: z.object({ text: z.string() }),
  maxOutputTokens: 100,
  deadlineMs: 3_000,
  accountId: "ac_test",
};
const GOOD: Reply = { text: '{"text":"hello"}' };
const DOWN: Reply = { status: 503 };
const LATE_MS = 100;

let server: ModelServer;
beforeEach(async () => void (server = await startModelServer()));
afterEach(() => server.close());

function connect(breakerOpenMs?: number): { model: LanguageModel; attempts: ModelAttempt[] } {
  const attempts: ModelAttempt[] = [];
  const targets = [
    createAnthropicModel({ apiKey: "key", baseURL: server.anthropicUrl, model: "claude" }),
    createOpenAIModel({ apiKey: "key", baseURL: server.openaiUrl, model: "gpt" }),
  ];
  return { model: createModel(targets, { breakerOpenMs, onAttempt: (attempt) => attempts.push(attempt) }), attempts };
}

/** What each vendor answers, always. */
function answer(replies: Record<ModelRequest["vendor"], Reply>): void {
  server.answer(({ vendor }) => replies[vendor]);
}

async function failureOf(model: LanguageModel, call: Partial<typeof CALL> = {}): Promise<ModelError> {
  const result = await model.ask({ ...CALL, ...call }).catch((error: unknown) => error);
  if (!(result instanceof ModelError)) throw new Error(`expected a ModelError, got ${JSON.stringify(result)}`);
  return result;
}

const tried = (attempts: readonly ModelAttempt[]) => attempts.map(({ vendor, failure }) => `${vendor} ${failure ?? "answered"}`);

describe("the order of fallback", () => {
  test("asks the first target alone while it answers", async () => {
    const { model, attempts } = connect();
    answer({ anthropic: GOOD, openai: GOOD });
    expect(await model.ask(CALL)).toEqual({ value: { text: "hello" }, usage: SERVED_USAGE, vendor: "anthropic", model: "claude" });
    expect(tried(attempts)).toEqual(["anthropic answered"]);
  });

  test("asks a target twice where a second time may help, then the next one", async () => {
    const { model, attempts } = connect();
    answer({ anthropic: DOWN, openai: GOOD });
    expect((await model.ask(CALL)).vendor).toBe("openai");
    expect(tried(attempts)).toEqual(["anthropic overloaded", "anthropic overloaded", "openai answered"]);
  });

  test.each([
    ["a key that is refused", { status: 401 }, "unauthorized"],
    ["a request it cannot take", { status: 400 }, "bad_request"],
    ["an answer cut at its longest", { text: '{"te', stop: "truncated" }, "truncated"],
  ] as const)("goes on at once from %s", async (_, reply, failure) => {
    const { model, attempts } = connect();
    answer({ anthropic: reply, openai: GOOD });
    expect((await model.ask(CALL)).vendor).toBe("openai");
    expect(tried(attempts)).toEqual([`anthropic ${failure}`, "openai answered"]);
  });

  test("takes a refusal as the last word: no other vendor is talked into it", async () => {
    const { model, attempts } = connect();
    answer({ anthropic: { text: "No.", stop: "refusal" }, openai: GOOD });
    expect((await failureOf(model)).failure).toBe("refused");
    expect(tried(attempts)).toEqual(["anthropic refused"]);
  });

  test("asks anew once for a broken answer, not more", async () => {
    const { model, attempts } = connect();
    answer({ anthropic: { text: "{" }, openai: { text: "{" } });
    expect((await failureOf(model)).failure).toBe("invalid_output");
    expect(attempts).toHaveLength(2);
    server.answerNext({ text: "{" }, GOOD);
    expect((await model.ask(CALL)).value).toEqual({ text: "hello" });
  });

  test("leaves a target that fell silent while there is time for the next one", async () => {
    const { model, attempts } = connect();
    answer({ anthropic: { headersAfterMs: 10_000 }, openai: GOOD });
    const answered = await model.ask({ ...CALL, deadlineMs: 900 });
    expect(answered.vendor).toBe("openai");
    expect(tried(attempts)).toEqual(["anthropic timed_out", "openai answered"]);
  });

  test("never joins the beginning of a cut answer to another one", async () => {
    const { model } = connect();
    answer({ anthropic: { ...GOOD, resetAfterPieces: 2 }, openai: GOOD });
    expect((await model.ask(CALL)).value).toEqual({ text: "hello" });
  });
});

describe("Retry-After", () => {
  test("is waited for when it fits in the deadline", async () => {
    const { model, attempts } = connect();
    server.answer(() => GOOD);
    server.answerNext({ status: 429, headers: { "retry-after-ms": "400" } });
    const startedAt = performance.now();
    expect((await model.ask(CALL)).vendor).toBe("anthropic");
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(395);
    expect(tried(attempts)).toEqual(["anthropic rate_limited", "anthropic answered"]);
  });

  test.each([
    ["seconds", { "retry-after": "60" }],
    ["an HTTP date", { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }],
    ["milliseconds", { "retry-after-ms": "60000" }],
    ["an absurd number", { "retry-after": "99999999999" }],
  ])("in %s that does not fit sends the call to the next target at once", async (_, headers) => {
    const { model, attempts } = connect();
    answer({ anthropic: { status: 429, headers }, openai: GOOD });
    // Who waited for it would be out of time.
    expect((await model.ask(CALL)).vendor).toBe("openai");
    expect(tried(attempts)).toEqual(["anthropic rate_limited", "openai answered"]);
  });

  test("that does not fit ends the call at once when no target is left", async () => {
    const { model } = connect();
    answer({ anthropic: { status: 401 }, openai: { status: 429, headers: { "retry-after": "60" } } });
    const startedAt = performance.now();
    const error = await failureOf(model);
    expect([error.failure, error.retryAfterMs]).toEqual(["rate_limited", 60_000]);
    expect(performance.now() - startedAt).toBeLessThan(bar(1_000));
  });

  test("is read as a wait of zero or more, or not at all, whatever the header says", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("retry-after", "retry-after-ms"),
        fc.oneof(
          fc.string({ unit: "grapheme-ascii" }),
          fc.double().map(String),
          fc.nat(400).map((digits) => "9".repeat(digits)),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (name, value) => {
          const waitMs = readRetryAfter(new Headers({ [name]: value }));
          expect(waitMs === undefined || (Number.isFinite(waitMs) && waitMs >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe("the deadline", () => {
  const faults: [string, Reply][] = [
    ["slow headers", { headersAfterMs: 10_000 }],
    ["slow tokens", { ...GOOD, pieceAfterMs: 300 }],
    ["overload", DOWN],
    ["a wait asked for", { status: 429, headers: { "retry-after-ms": "350" } }],
    ["cut streams", { ...GOOD, resetAfterPieces: 1 }],
  ];
  const pairs = faults.flatMap(([one, first]) => faults.map(([other, second]) => ({ one, other, first, second })));

  test.each(pairs)("holds for all attempts together: $one, then $other", async ({ first, second }) => {
    const { model } = connect();
    answer({ anthropic: first, openai: second });
    const startedAt = performance.now();
    await failureOf(model, { deadlineMs: 400 });
    expect(performance.now() - startedAt).toBeLessThan(bar(400 + LATE_MS));
  });

  test("does not keep a caller who gives up during a wait", async () => {
    const { model } = connect();
    answer({ anthropic: { status: 429, headers: { "retry-after": "2" } }, openai: GOOD });
    const startedAt = performance.now();
    expect((await failureOf(model, { signal: AbortSignal.timeout(150) })).failure).toBe("cancelled");
    expect(performance.now() - startedAt).toBeLessThan(bar(1_000));
  });
});

describe("the breaker", () => {
  test("leaves a dead target alone after five failures, and the fallback is then all that is waited for", async () => {
    const { model, attempts } = connect();
    answer({ anthropic: DOWN, openai: GOOD });
    for (let call = 0; call < 5; call++) await model.ask(CALL);
    const asked = server.requests.length;
    expect(server.requests.filter(({ vendor }) => vendor === "anthropic")).toHaveLength(5);
    attempts.length = 0;
    expect((await model.ask(CALL)).vendor).toBe("openai");
    expect(tried(attempts)).toEqual(["anthropic breaker_open", "openai answered"]);
    expect(server.requests.slice(asked).map(({ vendor }) => vendor)).toEqual(["openai"]);
  });

  test("lets one call try whether the target is back, and the others go on meanwhile", async () => {
    const { model } = connect(200);
    answer({ anthropic: DOWN, openai: GOOD });
    for (let call = 0; call < 3; call++) await model.ask(CALL);
    await new Promise((resolve) => setTimeout(resolve, 220));
    answer({ anthropic: { ...GOOD, headersAfterMs: 100 }, openai: GOOD });
    const answers = await Promise.all(Array.from({ length: 10 }, () => model.ask(CALL)));
    expect(answers.filter(({ vendor }) => vendor === "anthropic")).toHaveLength(1);
    expect((await model.ask(CALL)).vendor).toBe("anthropic");
  });

  test("does not count what is no fault of the target", async () => {
    const { model, attempts } = connect();
    answer({ anthropic: { status: 400 }, openai: GOOD });
    for (let call = 0; call < 8; call++) await model.ask(CALL);
    expect(attempts.filter(({ failure }) => failure === "bad_request")).toHaveLength(8);
  });

  test("says so when every target is left alone", async () => {
    const { model } = connect();
    answer({ anthropic: { status: 401 }, openai: { status: 401 } });
    for (let call = 0; call < 5; call++) await failureOf(model);
    expect((await failureOf(model)).failure).toBe("breaker_open");
  });
});

describe("the tokens", () => {
  test("of all attempts are summed in the answer", async () => {
    const { model } = connect();
    server.answer(() => GOOD);
    server.answerNext({ text: "{" });
    expect((await model.ask(CALL)).usage).toEqual(addUsage(SERVED_USAGE, SERVED_USAGE));
  });

  test("of all attempts are summed in the error", async () => {
    const { model } = connect();
    answer({ anthropic: { text: '{"te', stop: "truncated" }, openai: { text: "No.", stop: "refusal" } });
    expect((await failureOf(model)).usage).toEqual(addUsage(SERVED_USAGE, SERVED_USAGE));
  });
});

test("a target that breaks its port is not hidden behind a fallback", async () => {
  const broken = createScriptedModel(() => Promise.reject(new TypeError("a bug")));
  await expect(createModel([broken]).ask(CALL)).rejects.toThrow("a bug");
});
