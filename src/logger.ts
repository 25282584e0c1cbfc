import { pino, type DestinationStream, type Logger as PinoLogger } from "pino";

export type Logger = PinoLogger;

const STACK_LINES_MAX = 8;

/**
 * A JSON logger to standard error, so that standard output stays free for what a person reads.
 * Keys, tokens, notes and spoken text never reach it: callers log ids, and these paths are cut all the same.
 */
export function createLogger(level: string, destination: DestinationStream = process.stderr): Logger {
  return pino(
    {
      level,
      base: undefined,
      serializers: { err: describeError },
      redact: {
        paths: [
          "key",
          "token",
          "notes",
          "text",
          "authorization",
          "cookie",
          "*.key",
          "*.token",
          "*.notes",
          "*.text",
          "*.authorization",
          "*.cookie",
        ],
        censor: "[cut]",
      },
    },
    destination,
  );
}

/** An error without its words: a database's message holds the parameters of its query, a model's what it was told. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  return {
    name: error.name,
    code: "code" in error ? error.code : undefined,
    at: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, STACK_LINES_MAX)
      .map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
