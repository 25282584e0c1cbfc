import { createClient } from "./demo/client.ts";
import { SENTENCES } from "./demo/lychee.ts";
import { heading, paint, say } from "./demo/screen.ts";
import { showCaptions } from "./demo/show-captions.ts";
import { showStory } from "./demo/show-story.ts";
import { startService } from "./start-service.ts";

const startedAt = performance.now();
say(paint("bold", "Farmcast: a grower's rough notes in; told stories, live captions and listings out."));

say(paint("dim", "Starting the whole service in a temporary folder: web, worker, queue and database in one process …"));
const service = await startService();
try {
  const client = createClient(service);
  say(paint("dim", `It is at ${service.url} after ${seconds(performance.now() - startedAt)}.`));
  const story = await showStory(client);
  await showCaptions(client, story, SENTENCES);
} finally {
  await service.stop();
}

heading("What to try next", `done in ${seconds(performance.now() - startedAt)}, and cleaned up`);
say(`    npm start                             the same with your own notes: the studio opens with the link it prints
    ANTHROPIC_API_KEY=… npm run demo      the same demo, told and translated by a model (OPENAI_API_KEY too)
    http://127.0.0.1:3000/docs            every route, while it runs
    npm test                              all checks and tests
    README.md                             how it works, and how to scale it`);

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
