import { pino, type DestinationStream, type Logger as PinoLogger } from "pino";

export type Logger = PinoLogger;

/**
 * A JSON logger to standard error, so that standard output stays free for what a person reads.
 * Keys, tokens, notes and spoken text never reach it: callers log ids, and these paths are cut all the same.
 */
export function createLogger(level: string, destination: DestinationStream = process.stderr): Logger {
  return pino(
    {
      level,
      base: undefined,
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
