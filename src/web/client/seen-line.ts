/**
 * A line of events, held only while somebody sees the page: a browser opens six to one server, all its pages together, and
 * what is sent waits behind them. Returns how to end it.
 */
export function seenLine(address: string, hear: Readonly<Record<string, (data: string) => void>>): () => void {
  let source: EventSource | undefined;
  const listen = () => {
    source?.close();
    source = document.hidden ? undefined : new EventSource(address);
    for (const [name, listener] of Object.entries(hear)) source?.addEventListener(name, ({ data }) => listener(String(data)));
  };
  document.addEventListener("visibilitychange", listen);
  listen();
  return () => {
    document.removeEventListener("visibilitychange", listen);
    source?.close();
  };
}
