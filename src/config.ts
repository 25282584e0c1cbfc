import { z } from "zod";

const text = z.string().trim().min(1).optional();

const worth = z.partialRecord(z.enum(["VND", "USD", "JPY"]), z.number().positive()).optional();
/** What one of each currency is worth in the others, and on which day. */
const exchangeRatesSchema = z.strictObject({ date: z.iso.date(), VND: worth, USD: worth, JPY: worth });
export type ExchangeRates = z.infer<typeof exchangeRatesSchema>;

const json = z.string().transform((given, context): unknown => {
  try {
    return JSON.parse(given);
  } catch {
    context.addIssue({ code: "custom", message: "is not JSON" });
    return z.NEVER;
  }
});

/** Every setting, read from the environment; the README's table lists the same names. An empty value is an unset one. */
const configSchema = z
  .object({
    HOST: text.default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    /** How the world reaches this server, for links; else `http://HOST:PORT`. */
    PUBLIC_URL: z.url().optional(),
    DATA_DIR: text.default("./data"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    OWNER_KEY: z.string().min(16).optional(),
    RATE_LIMIT: z.enum(["on", "off"]).default("on"),
    MODELS: text,
    ANTHROPIC_API_KEY: text,
    ANTHROPIC_BASE_URL: z.url().optional(),
    OPENAI_API_KEY: text,
    OPENAI_BASE_URL: z.url().optional(),
    /** Hears speech that devices send as sound, at OpenAI's address or `OPENAI_BASE_URL`. */
    TRANSCRIPTION_MODEL: text,
    /** Tokens one account may use in one UTC day, in and out together. */
    DAILY_TOKENS: z.coerce.number().int().min(0).default(50_000_000),
    /**
     * Tokens one show may use for captions, comments and replies. Six hours of a sentence every two seconds in two other
     * languages, not one of them prepared, take about thirty million.
     */
    SHOW_TOKENS: z.coerce.number().int().min(0).default(40_000_000),
    /** Hosts (`host` or `host:port`, by commas) that captions may be sent to though they are private or not YouTube's. */
    TRUSTED_HOSTS: z.string().default(""),
    /** Prices are told in the buyer's currency too, as of that day. */
    EXCHANGE_RATES: json.pipe(exchangeRatesSchema).optional(),
    LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  })
  .transform((env) => ({
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ""),
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    ownerKey: env.OWNER_KEY,
    rateLimit: env.RATE_LIMIT === "on",
    models: env.MODELS,
    anthropicApiKey: env.ANTHROPIC_API_KEY,
    anthropicBaseUrl: env.ANTHROPIC_BASE_URL,
    openaiApiKey: env.OPENAI_API_KEY,
    openaiBaseUrl: env.OPENAI_BASE_URL,
    transcriptionModel: env.TRANSCRIPTION_MODEL,
    dailyTokens: env.DAILY_TOKENS,
    showTokens: env.SHOW_TOKENS,
    trustedHosts: env.TRUSTED_HOSTS.split(",").flatMap((host) => (host.trim() === "" ? [] : [host.trim().toLowerCase()])),
    exchangeRates: env.EXCHANGE_RATES,
    logLevel: env.LOG_LEVEL,
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  }));

export type Config = z.infer<typeof configSchema>;

/** Reads and checks the settings; the only reader of `process.env`. Throws with the name of each wrong one. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const result = configSchema.safeParse(given);
  if (result.success) return result.data;
  throw new Error(`Wrong settings:\n${result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n")}`);
}
