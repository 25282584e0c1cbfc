import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { connectModels } from "#models/connect-models.ts";
import { startModelServer, type ModelServer } from "../support/model-server.ts";

let server: ModelServer;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.close());

async function askedModel(config: Parameters<typeof connectModels>[0]): Promise<string> {
  const model = connectModels({
    ...config,
    anthropicBaseUrl: server.anthropicUrl,
    openaiBaseUrl: config.openaiBaseUrl ?? (config.openaiApiKey && server.openaiUrl),
  });
  const answer = await model?.ask({
    task: "read-facts",
    system: "s",
    user: "u",
    schema: z.object({}),
    maxOutputTokens: 10,
    deadlineMs: 2_000,
    accountId: "ac",
  });
  return `${answer?.vendor}:${answer?.model}`;
}

test("without keys there is no model, and the rules write", () => {
  expect(connectModels({})).toBeUndefined();
});

test("a key alone chooses its vendor's default model, Anthropic's first", async () => {
  expect(await askedModel({ anthropicApiKey: "a" })).toBe("anthropic:claude-sonnet-5-5");
  expect(await askedModel({ openaiApiKey: "o" })).toBe("openai:gpt-5.4-mini");
  expect(await askedModel({ anthropicApiKey: "a", openaiApiKey: "o" })).toBe("anthropic:claude-sonnet-5-5");
});

test("a server of one's own needs no key, and its model names may hold colons", async () => {
  expect(await askedModel({ models: "openai:qwen3:8b", openaiBaseUrl: server.openaiUrl })).toBe("openai:qwen3:8b");
});

test("MODELS is the order of fallback", async () => {
  server.answerNext({ status: 401 });
  expect(await askedModel({ models: "openai:gpt-5.4, anthropic:claude-haiku-5", anthropicApiKey: "a", openaiApiKey: "o" })).toBe(
    "anthropic:claude-haiku-5",
  );
});

test.each([
  ["claude-sonnet-5-5", /"claude-sonnet-5-5" is not anthropic:<model> or openai:<model>/],
  ["google:gemini", /"google:gemini" is not/],
  ["openai:", /"openai:" is not/],
  ["openai:a,,openai:b", /"" is not/],
  ["anthropic:claude", /needs ANTHROPIC_API_KEY/],
])("an entry of MODELS that cannot be used is named: %s", (models, message) => {
  expect(() => connectModels({ models, openaiApiKey: "o" })).toThrow(message);
});

test("a vendor without key or address is named", () => {
  expect(() => connectModels({ models: "openai:gpt", anthropicApiKey: "a" })).toThrow(/needs OPENAI_API_KEY or OPENAI_BASE_URL/);
});
