/**
 * Waits for `answer` at most `limitMs` milliseconds, then fails.
 * A busy process does not fail an answer that has arrived already: what the sockets hold is read before time counts as up.
 */
export async function within<T>(limitMs: number, answer: Promise<T>): Promise<T> {
  if (limitMs === Number.POSITIVE_INFINITY) return answer;
  const { promise: timeUp, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => setImmediate(() => reject(new Error(`no answer within ${limitMs} ms`))), limitMs);
  try {
    return await Promise.race([answer, timeUp]);
  } finally {
    clearTimeout(timer);
    timeUp.catch(() => {});
  }
}
