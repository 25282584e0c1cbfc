import Anthropic from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import OpenAI from "openai";
import { zodTextFormat } from "openai/helpers/zod";
import { z } from "zod";
import { connectModels } from "#models/connect-models.ts";
import { startModelServer, type ModelServer } from "../support/model-server.ts";
import { median, takeTurns, type Bench, type Result } from "./result.ts";

const CALLS = 100;
const MODEL = "bench";
const SYSTEM = "Translate the sentence.";
const USER = "Cả nhà ơi, vải thiều hôm nay 25 nghìn một ký nha!";
const MAX_OUTPUT_TOKENS = 500;
const schema = z.object({ text: z.string() });
const ANSWER = JSON.stringify({ text: "Hi everyone, lychees are 25,000 dong a kilo today!" });

/** A structured call through our port (deadline, retry, breaker, check of the answer), against the vendor's SDK doing the same call bare. */
export const callModels: Bench = {
  async run() {
    const server = await startModelServer();
    server.answer(() => ({ text: ANSWER }));
    try {
      return [await measure("anthropic", server, bareAnthropic(server)), await measure("openai", server, bareOpenAI(server))];
    } finally {
      await server.close();
    }
  },
};

async function measure(vendor: "anthropic" | "openai", server: ModelServer, bare: () => Promise<unknown>): Promise<Result> {
  const key =
    vendor === "anthropic"
      ? { anthropicApiKey: "k", anthropicBaseUrl: server.anthropicUrl }
      : { openaiApiKey: "k", openaiBaseUrl: server.openaiUrl };
  const model = connectModels({ models: `${vendor}:${MODEL}`, ...key });
  if (model === undefined) throw new Error("no model");
  const ask = () =>
    model.ask({
      task: "bench",
      system: SYSTEM,
      user: USER,
      schema,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      deadlineMs: 10_000,
      accountId: "bench",
    });
  await Promise.all([ask(), bare()]);
  const measured = await takeTurns(
    () => typical(ask),
    () => typical(bare),
  );
  return {
    name: `call a model (${vendor})`,
    unit: "ms",
    ...measured,
    promise: { of: "above", atMost: 1 },
    note: "streamed structured answer, against the SDK's stream and JSON.parse, p50",
  };
}

async function typical(call: () => Promise<unknown>): Promise<number> {
  const tookMs: number[] = [];
  for (let at = 0; at < CALLS; at += 1) {
    const startedAt = performance.now();
    await call();
    tookMs.push(performance.now() - startedAt);
  }
  return median(tookMs);
}

function bareAnthropic({ anthropicUrl }: ModelServer): () => Promise<unknown> {
  const client = new Anthropic({ apiKey: "k", baseURL: anthropicUrl, maxRetries: 0 });
  const format = zodOutputFormat(schema);
  return async () => {
    const events = await client.messages.create({
      model: MODEL,
      max_tokens: MAX_OUTPUT_TOKENS,
      system: [{ type: "text", text: SYSTEM }],
      messages: [{ role: "user", content: USER }],
      output_config: { format: { type: format.type, schema: format.schema } },
      stream: true,
    });
    let text = "";
    for await (const event of events)
      if (event.type === "content_block_delta" && event.delta.type === "text_delta") text += event.delta.text;
    return JSON.parse(text);
  };
}

function bareOpenAI({ openaiUrl }: ModelServer): () => Promise<unknown> {
  const client = new OpenAI({ apiKey: "k", baseURL: openaiUrl, maxRetries: 0 });
  const format = zodTextFormat(schema, "answer");
  return async () => {
    const events = await client.responses.create({
      model: MODEL,
      max_output_tokens: MAX_OUTPUT_TOKENS,
      instructions: SYSTEM,
      input: USER,
      text: { format: { type: format.type, name: format.name, strict: true, schema: format.schema } },
      stream: true,
    });
    let text = "";
    for await (const event of events) if (event.type === "response.output_text.delta") text += event.delta;
    return JSON.parse(text);
  };
}
