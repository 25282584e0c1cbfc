/** An answer other than 2xx, with the server's own words; status 0 when there was no answer at all. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  /** The problem's own name: `show_ended`. */
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    message: string,
    { code = "", retryAfterSeconds }: { code?: string; retryAfterSeconds?: number | undefined } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type Call = { method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; body?: unknown; idempotencyKey?: string; signal?: AbortSignal };

/** Calls the API in the page's language, with its cookie. Throws `Refused`. */
export async function call<Answer>(path: string, { method, body, idempotencyKey, signal }: Call): Promise<Answer | undefined> {
  const headers = new Headers({ "accept-language": document.documentElement.lang });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  const none = (): never => {
    throw new Refused(0, "");
  };
  const asked = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal !== undefined && { signal }) };
  const response = await fetch(path, asked).catch(none);
  if (!response.ok) throw await refusal(response);
  const text = await response.text().catch(none);
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    // A hotel's sign-in page answers 200 in our name.
    return none();
  }
}

/** What an answer other than 2xx says. */
export async function refusal(response: Response): Promise<Refused> {
  const problem: { code?: string; detail?: string; title?: string; errors?: { message: string }[] } = await response
    .json()
    .catch(() => ({}));
  const wait = Number(response.headers.get("retry-after"));
  const words = [problem.detail ?? problem.title ?? "", ...(problem.errors ?? []).map(({ message }) => message)].join(" ").trim();
  return new Refused(response.status, words, { code: problem.code ?? "", retryAfterSeconds: wait > 0 ? wait : undefined });
}
