const STEPS = 6;

/**
 * Waits for `answer` at most `limitMs` milliseconds, then fails.
 * A busy process does not fail an answer that is on its way: time counts in steps, so that a long hold-up is one step of
 * it, and what the sockets hold is read before the last step is up.
 */
export async function within<T>(limitMs: number, answer: Promise<T>): Promise<T> {
  if (limitMs === Number.POSITIVE_INFINITY) return answer;
  const { promise: timeUp, reject } = Promise.withResolvers<never>();
  let left = STEPS;
  let timer: NodeJS.Timeout | undefined;
  const step = (): void => {
    if (left === 0) setImmediate(() => reject(new Error(`no answer within ${limitMs} ms`)));
    else timer = setTimeout(step, limitMs / STEPS);
    left -= 1;
  };
  step();
  try {
    return await Promise.race([answer, timeUp]);
  } finally {
    clearTimeout(timer);
    timeUp.catch(() => {});
  }
}
