import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createAccount } from "#access/create-account.ts";
import { createKey } from "#access/create-key.ts";
import { askGrower } from "#buyers/ask-grower.ts";
import { buyerQuestions } from "#database/schema.ts";
import { newSeed } from "#ids.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import { writeStory } from "#stories/write-story.ts";
import { startWeb } from "#web/start-web.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";
import { textFor, valuesFor } from "./hostile.ts";
import { jsonSchema, mismatches, type Components } from "./matches-schema.ts";

const CASES = Number(process.env.CASES ?? 500);
const MS_PER_CASE_MAX = 100;

const contentSchema = z.record(z.string(), z.object({ schema: jsonSchema }));
const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.enum(["path", "query", "header"]), schema: jsonSchema })).default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema.optional() })),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), jsonSchema) }),
});

type Operation = z.infer<typeof operationSchema> & { method: string; path: string };
type Request = { operation: Operation; path: string; headers: Record<string, string>; body: string | undefined };

let services: TestServices;
let server: Awaited<ReturnType<typeof startWeb>>;
let key: string;
let operations: Operation[];
let components: Components;
/** Things that exist, by where they stand in a path. */
let existing: Record<string, string>;
/** A listing and a question on it; nothing takes them away. */
let published: Record<string, string>;

beforeAll(async () => {
  services = await createTestServices();
  published = await publish();
  server = await startWeb(services);
  key = (await createKey(services, await createAccount(services, "fuzz"), { name: "all", scopes: ["read", "write", "stream"] })).key;
  const document = documentSchema.parse(await (await fetch(`${server.url}/openapi.json`)).json());
  components = document.components.schemas;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  );
  existing = await createThings();
}, 60_000);
afterAll(async () => {
  await server.close(1_000);
  await services.close();
});

async function publish(): Promise<Record<string, string>> {
  const seller = await createAccount(services, "seller");
  const { id } = await requestStory(services, seller, { notes: "vải thiều Lục Ngạn 45k/kg" });
  await writeStory(services, { storyId: id, telling: 1 }, new AbortController().signal);
  const slug = (await findStory(services, seller, id)).listings.vi?.slug ?? "";
  const question = { id: "q1", author: "Yuki", text: "送料はいくらですか？" };
  const { token } = await askGrower(services, { language: "vi", slug }, question);
  return { "/listings/{language}/{slug}": slug, "/v1/questions/{token}": token };
}

async function createThings(): Promise<Record<string, string>> {
  const story = await create("/v1/stories", { notes: "vải thiều Lục Ngạn 45k/kg" });
  const question = { id: `bq_${newSeed()}`, storyId: story, author: "Yuki", text: "送料はいくらですか？", language: "ja" } as const;
  await services.database.db.insert(buyerQuestions).values(question);
  const show = await create("/v1/shows", { title: "live" });
  const segment = await send("POST", `/v1/shows/${show}/segments`, { id: "s1", text: "Chào cả nhà ơi", final: true });
  return {
    "/v1/stories/{id}": story,
    "/buyer-questions/{questionId}": question.id,
    ...published,
    "/v1/shows/{id}": show,
    "/cues/{cue}": z.object({ cueId: z.string() }).parse(segment).cueId,
    "/{language}": "vi",
    "/{version}": "1",
  };
}

async function send(method: string, path: string, body: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return (await fetch(server.url + path, { method, headers, body: JSON.stringify(body) })).json();
}

async function create(path: string, body: unknown): Promise<string> {
  return z.object({ id: z.string() }).parse(await send("POST", path, body)).id;
}

test("every operation is in the document with its problems", () => {
  expect(operations.length).toBeGreaterThan(25);
  for (const { path, responses } of operations.filter(({ path }) => path.startsWith("/v1/"))) {
    expect(responses["404"]?.content, path).toHaveProperty("application/problem+json");
  }
});

test(
  `${CASES} requests made from the document, well-formed and hostile, get what the document declares and never a 5xx`,
  async () => {
    const statuses = new Map<number, number>();
    const requests = fc.constantFrom(...operations).chain(requestFor);
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const status = await ask(request);
        // What was deleted or ended would leave the rest nothing but 404 to see.
        if (status !== undefined && status < 300 && /^(delete|post .*\/end$)/.test(nameOf(request.operation)))
          existing = await createThings();
        if (status !== undefined) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
      { numRuns: CASES, endOnFailure: true, interruptAfterTimeLimit: CASES * MS_PER_CASE_MAX },
    );
    // The generator must reach the insides too, not only the guards.
    expect([...statuses].filter(([status]) => status < 300).reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(CASES / 10);
  },
  CASES * MS_PER_CASE_MAX + 30_000,
);

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

function requestFor(operation: Operation): fc.Arbitrary<Request> {
  const ids = Object.values(existing);
  const parameters = operation.parameters.map((parameter) => {
    const fitting = Object.entries(existing).find(
      ([place]) => operation.path.includes(place) && place.endsWith(`{${parameter.name}}`),
    )?.[1];
    const value = textFor(parameter.schema, components, ids, fitting);
    return fc.record({ name: fc.constant(parameter.name), in: fc.constant(parameter.in), value, given: fc.nat(3) });
  });
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const body =
    schema === undefined
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 19, arbitrary: valuesFor(schema, components, ids).map((value) => JSON.stringify(value)) },
          { weight: 1, arbitrary: fc.string() },
        );
  return fc
    .tuple(fc.tuple(...parameters), body, fc.nat(19), fc.constantFrom("vi", "en", "ja", "*", ""))
    .map(([given, text, luck, language]) => {
      const headers: Record<string, string> = { "accept-language": language };
      if (luck > 0) headers.authorization = `Bearer ${key}`;
      if (text !== undefined) headers["content-type"] = luck === 1 ? "text/plain" : "application/json";
      let { path } = operation;
      const query = new URLSearchParams();
      for (const parameter of given) {
        if (parameter.in === "path")
          path = path.replace(`{${parameter.name}}`, () => encodeURIComponent(parameter.value.toWellFormed()) || "%20");
        else if (parameter.given === 0) continue;
        else if (parameter.in === "query") query.set(parameter.name, parameter.value);
        else headers[parameter.name] = parameter.value;
      }
      return { operation, path: query.size > 0 ? `${path}?${query.toString()}` : path, headers, body: text };
    });
}

/** Sends, and throws where the answer is not what must hold of any. undefined for what fetch itself does not send. */
async function ask(request: Request): Promise<number | undefined> {
  const { operation, path, headers, body } = request;
  if (Object.values(headers).some((value) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))) return undefined;
  const ended = new AbortController();
  const init = { method: operation.method.toUpperCase(), headers, signal: ended.signal, ...(body !== undefined && { body }) };
  const response = await fetch(server.url + path, init);
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const text = type === "text/event-stream" ? "" : await response.text();
  ended.abort();
  const wrong = wrongIn(request, response.status, type, text);
  if (wrong.length > 0) throw new Error(`${nameOf(operation)} → ${response.status} ${type}: ${wrong.join("; ")}`);
  return response.status;
}

function wrongIn({ operation, path }: Request, status: number, type: string, text: string): string[] {
  const wrong: string[] = [];
  if (status >= 500)
    wrong.push(
      services
        .logged()
        .split("\n")
        .findLast((line) => line.includes("request failed")) ?? "a 5xx",
    );
  if (/\bat \/|node_modules|drizzle|postgres/i.test(text)) wrong.push("tells of the inside");
  if (status >= 400 && type !== "application/problem+json") wrong.push("not a problem");
  // `..` and `.` in a path are taken away by every client: that is another route.
  if (/\/(\.|%2e){1,2}(\/|$|\?)/i.test(path)) return wrong;
  const declared = operation.responses[String(status)];
  if (declared === undefined) return [...wrong, "status not declared"];
  if (status === 204) return wrong;
  const schema = declared.content?.[type]?.schema;
  if (schema === undefined) return [...wrong, "content type not declared"];
  return type.endsWith("json") ? [...wrong, ...mismatches(JSON.parse(text), schema, components)] : wrong;
}
