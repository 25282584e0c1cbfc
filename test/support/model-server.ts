// Long because three wire formats, and every way in which they fail, are spoken by one server.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { ModelVendor, TokenUsage } from "#models/language-model.ts";

/** What both vendors count for every answer of this server. */
export const SERVED_USAGE: TokenUsage = { inputTokens: 120, outputTokens: 30 };

/** How one request is answered; an empty reply is a whole, streamed `{}`. */
export type Reply = {
  /** What the model writes. */
  text?: string;
  /** What is told of the tokens instead of `SERVED_USAGE`; null: nothing. */
  usage?: unknown;
  /** How the model ends it. */
  stop?: "refusal" | "truncated";
  /** An HTTP error instead, with the name the vendor gives it. */
  status?: number;
  error?: string;
  headers?: Readonly<Record<string, string>>;
  /** Waits before the first byte, and before each piece of the text. */
  headersAfterMs?: number;
  pieceAfterMs?: number;
  /** The socket is destroyed: before any byte, or after so many pieces of the text. */
  reset?: boolean;
  resetAfterPieces?: number;
  /** The stream ends politely, but before the vendor has said that the answer is whole. */
  endAfterPieces?: number;
  /** An error event of this name inside the stream, after so many pieces. */
  errorAfterPieces?: number;
};

export type ModelRequest = {
  vendor: ModelVendor;
  model: string;
  system: string;
  user: string;
  maxOutputTokens: number;
  headers: IncomingMessage["headers"];
  body: Readonly<Record<string, unknown>>;
};

/** Sound that was sent to be heard. */
export type TranscriptionRequest = {
  model: string;
  language: string | undefined;
  prompt: string | undefined;
  file: { name: string; type: string; bytes: Uint8Array };
  headers: IncomingMessage["headers"];
};

export type ModelServer = {
  /** For `baseURL` of the SDKs. */
  anthropicUrl: string;
  openaiUrl: string;
  requests: ModelRequest[];
  transcriptions: TranscriptionRequest[];
  /** How long each answer took, from the arrival of its request until it was sent, in milliseconds. */
  tookMs: number[];
  /** How every request from now on is answered. */
  answer(script: (request: ModelRequest) => Reply): void;
  /** How the next requests are answered, one each; after them it is the script's turn again. */
  answerNext(...replies: Reply[]): void;
  /** What is heard from now on. */
  hear(script: (request: TranscriptionRequest) => Reply): void;
  close(): Promise<void>;
};

const PIECES = 4;

const anthropicBody = z.looseObject({
  model: z.string(),
  max_tokens: z.number(),
  system: z.array(z.looseObject({ text: z.string() })),
  messages: z.array(z.object({ content: z.string() })),
  stream: z.boolean().optional(),
});
const openaiBody = z.looseObject({
  model: z.string(),
  max_output_tokens: z.number(),
  instructions: z.string(),
  input: z.string(),
  stream: z.boolean().optional(),
});

/** A server on a free port that speaks Anthropic's Messages and OpenAI's Responses, streamed and whole, and fails as told. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const queue: Reply[] = [];
  let script: (request: ModelRequest) => Reply = () => ({});
  const transcriptions: TranscriptionRequest[] = [];
  let hearing: (request: TranscriptionRequest) => Reply = () => ({ text: "" });
  const tookMs: number[] = [];
  const server = createServer((incoming, response) => {
    const arrivedAt = performance.now();
    response.once("finish", () => tookMs.push(performance.now() - arrivedAt));
    if (incoming.url === "/v1/audio/transcriptions") {
      void receiveSound(incoming).then((request) => {
        transcriptions.push(request);
        return tellHeard(response, queue.shift() ?? hearing(request));
      });
      return;
    }
    void receive(incoming).then((request) => {
      requests.push(request);
      return respond(response, request, queue.shift() ?? script(request));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    anthropicUrl: url,
    openaiUrl: `${url}/v1`,
    requests,
    transcriptions,
    tookMs,
    hear: (next) => (hearing = next),
    answer: (next) => (script = next),
    answerNext: (...replies) => queue.push(...replies),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the model server has no port");
  return address.port;
}

async function receive(incoming: IncomingMessage): Promise<ModelRequest> {
  let text = "";
  for await (const chunk of incoming.setEncoding("utf8")) text += String(chunk);
  const { headers } = incoming;
  if (incoming.url === "/v1/messages") {
    const body = anthropicBody.parse(JSON.parse(text));
    const [system, user] = [body.system.map((block) => block.text).join(""), body.messages.map((message) => message.content).join("")];
    return { vendor: "anthropic", model: body.model, system, user, maxOutputTokens: body.max_tokens, headers, body };
  }
  const body = openaiBody.parse(JSON.parse(text));
  const { model, instructions: system, input: user, max_output_tokens: maxOutputTokens } = body;
  return { vendor: "openai", model, system, user, maxOutputTokens, headers, body };
}

const TEXT_FIELDS = z.object({
  model: z.string(),
  language: z.string().optional(),
  prompt: z.string().optional(),
  response_format: z.literal("json"),
});

async function receiveSound(incoming: IncomingMessage): Promise<TranscriptionRequest> {
  const { headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const form = await new Response(Buffer.concat(chunks), { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
  const { file, ...fields } = Object.fromEntries(form);
  const { model, language, prompt } = TEXT_FIELDS.parse(fields);
  if (!(file instanceof File)) throw new Error("no file was sent");
  return { model, language, prompt, file: { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }, headers };
}

async function tellHeard(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.headersAfterMs !== undefined) await sleep(reply.headersAfterMs, undefined, { ref: false });
  if (reply.reset) return void response.destroy();
  if (reply.status !== undefined) return sendJson(response, reply.status, OPENAI.error(reply.error ?? "api_error"), reply.headers);
  sendJson(response, 200, { text: reply.text ?? "", usage: reply.usage === undefined ? { type: "duration", seconds: 3 } : reply.usage });
}

async function respond(response: ServerResponse, request: ModelRequest, reply: Reply): Promise<void> {
  const wire = request.vendor === "anthropic" ? ANTHROPIC : OPENAI;
  if (reply.headersAfterMs !== undefined) await sleep(reply.headersAfterMs, undefined, { ref: false });
  if (reply.reset) return void response.destroy();
  if (reply.status !== undefined) return sendJson(response, reply.status, wire.error(reply.error ?? "api_error"), reply.headers);
  const whole = wire.whole(reply.text ?? "{}", reply.stop);
  if (request.body.stream !== true) return sendJson(response, 200, whole, reply.headers);
  const send = ({ type, ...event }: WireEvent) => {
    const told = JSON.stringify({ type, ...event }, (field, value: unknown) =>
      field === "usage" && reply.usage !== undefined ? reply.usage : value,
    );
    response.write(`event: ${type}\ndata: ${told}\n\n`);
  };
  response.writeHead(200, { "content-type": "text/event-stream", ...reply.headers });
  for (const event of wire.before()) send(event);
  for (const [at, piece] of piecesOf(reply.text ?? "{}").entries()) {
    if (reply.pieceAfterMs !== undefined) await sleep(reply.pieceAfterMs, undefined, { ref: false });
    if (reply.errorAfterPieces === at) send({ type: "error", ...wire.error(reply.error ?? "api_error") });
    if (reply.endAfterPieces === at || reply.errorAfterPieces === at) return void response.end();
    if (reply.resetAfterPieces === at) {
      // What was written so far has to reach the client before the cut does.
      await sleep(20);
      return void response.destroy();
    }
    send(wire.piece(piece));
  }
  for (const event of wire.after(whole)) send(event);
  response.end();
}

function sendJson(response: ServerResponse, status: number, body: object, headers: Reply["headers"] = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

type WireEvent = { type: string; [field: string]: unknown };

function piecesOf(text: string): string[] {
  const length = Math.max(1, Math.ceil(text.length / PIECES));
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));
}

type Whole = Record<string, unknown>;
type Wire = {
  error(name: string): Whole;
  whole(text: string, stop: Reply["stop"]): Whole;
  before(): WireEvent[];
  piece(text: string): WireEvent;
  after(whole: Whole): WireEvent[];
};

const ANTHROPIC: Wire = {
  error: (name) => ({ type: "error", error: { type: name, message: name } }),
  whole: (text, stop) => ({
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "served",
    content: [{ type: "text", text }],
    stop_reason: stop === "refusal" ? "refusal" : stop === "truncated" ? "max_tokens" : "end_turn",
    stop_sequence: null,
    usage: anthropicUsage(SERVED_USAGE.outputTokens),
  }),
  before: () => [
    { type: "message_start", message: { ...ANTHROPIC.whole("", undefined), content: [], stop_reason: null, usage: anthropicUsage(1) } },
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "ping" },
  ],
  piece: (text) => ({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
  after: (whole) => [
    { type: "content_block_stop", index: 0 },
    {
      type: "message_delta",
      delta: { stop_reason: whole.stop_reason, stop_sequence: null },
      usage: { output_tokens: SERVED_USAGE.outputTokens },
    },
    { type: "message_stop" },
  ],
};

/** A part of the prompt is told as read from the cache: it counts all the same. */
function anthropicUsage(outputTokens: number) {
  const cached = 100;
  return {
    input_tokens: SERVED_USAGE.inputTokens - cached,
    cache_read_input_tokens: cached,
    cache_creation_input_tokens: 0,
    output_tokens: outputTokens,
  };
}

const OPENAI_PLACE = { item_id: "msg_1", output_index: 0, content_index: 0 };
const OPENAI: Wire = {
  error: (name) => ({ error: { type: name, code: name, message: name, param: null } }),
  whole: (text, stop) => ({
    id: "resp_1",
    object: "response",
    model: "served",
    status: stop === "truncated" ? "incomplete" : "completed",
    incomplete_details: stop === "truncated" ? { reason: "max_output_tokens" } : null,
    error: null,
    output: [
      {
        type: "message",
        id: "msg_1",
        role: "assistant",
        status: "completed",
        content: [stop === "refusal" ? { type: "refusal", refusal: text } : { type: "output_text", text, annotations: [] }],
      },
    ],
    usage: { input_tokens: SERVED_USAGE.inputTokens, output_tokens: SERVED_USAGE.outputTokens, total_tokens: 150 },
  }),
  before: () => [
    { type: "response.created", response: { ...OPENAI.whole("", undefined), status: "in_progress", output: [], usage: null } },
    {
      type: "response.output_item.added",
      output_index: 0,
      item: { type: "message", id: "msg_1", role: "assistant", status: "in_progress", content: [] },
    },
    { ...OPENAI_PLACE, type: "response.content_part.added", part: { type: "output_text", text: "", annotations: [] } },
  ],
  piece: (text) => ({ ...OPENAI_PLACE, type: "response.output_text.delta", delta: text }),
  after: (whole) => [{ type: whole.status === "incomplete" ? "response.incomplete" : "response.completed", response: whole }],
};
