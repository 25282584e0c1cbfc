import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { connectDatabase } from "#database/connect.ts";
import { startFarmcast, type FarmcastProcess } from "../support/farmcast-process.ts";
import { expectOnceEach, keepAsking, openShow, untilDone } from "../support/kill-load.ts";
import { seededRandom } from "../support/seeded-random.ts";

const KILLS = Number(process.env["KILLS"] ?? 2);
const SEED = Number(process.env["SEED"] ?? Date.now());

it(
  `loses no story and no sentence it has taken, and tells none twice, over ${KILLS} kills of the one process`,
  async () => {
    const random = seededRandom(SEED);
    const folder = await mkdtemp(join(tmpdir(), "farmcast-journey-"));
    let farmcast: FarmcastProcess | undefined = await startFarmcast("all", { DATA_DIR: folder });
    try {
      const showId = await openShow(farmcast);
      const asking = keepAsking(showId, () => farmcast);
      for (let kill = 0; kill < KILLS; kill += 1) {
        await sleep(300 + random() * 2_200);
        const killed: FarmcastProcess | undefined = farmcast;
        farmcast = undefined;
        await killed?.kill();
        farmcast = await startFarmcast("all", { DATA_DIR: folder });
      }
      await sleep(500);
      const acknowledged = await asking.stop();
      expect(acknowledged.stories.length).toBeGreaterThan(0);
      expect(acknowledged.segments.length).toBeGreaterThan(0);
      const doneMs = await untilDone(farmcast, showId, acknowledged, 60_000);
      expect((await farmcast.interrupt()).code).toBe(0);
      const database = await connectDatabase({ dataDir: folder });
      try {
        await expectOnceEach(database, showId, acknowledged);
      } finally {
        await database.close();
      }
      console.info(
        `${KILLS} kills (SEED=${SEED}): ${acknowledged.stories.length} stories, ${acknowledged.segments.length} sentences; done ${doneMs} ms after the last`,
      );
    } finally {
      await farmcast?.kill();
      await rm(folder, { recursive: true, force: true });
    }
  },
  180_000 + KILLS * 15_000,
);
