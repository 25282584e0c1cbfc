import { signStreamToken } from "#access/stream-token.ts";
import type { shows } from "#database/schema.ts";
import type { Services } from "#services.ts";
import type { Show } from "./show.ts";

type ShowRow = Pick<typeof shows.$inferSelect, "id" | "title" | "status" | "languages" | "tokenVersion">;

/** The show as clients see it: each link that can end up on a screen carries a token that shows captions and nothing else. */
export async function showOfRow(services: Services, row: ShowRow): Promise<Show> {
  const { publicUrl, host, port } = services.config;
  const base = publicUrl ?? `http://${host}:${port}`;
  const sign = (audience: "watch" | "overlay" | "captions") =>
    signStreamToken(services, { showId: row.id, audience, version: row.tokenVersion });
  const [watch, overlay, captions] = await Promise.all([sign("watch"), sign("overlay"), sign("captions")]);
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    languages: row.languages,
    links: {
      console: `${base}/shows/${row.id}`,
      watch: `${base}/watch/${watch}`,
      overlay: `${base}/overlay/${overlay}`,
      captions: `${base}/v1/live/${captions}/captions`,
    },
  };
}
