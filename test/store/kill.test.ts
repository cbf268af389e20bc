import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/open-store.js';
import { createRandom } from '../support/random.js';

const writer = fileURLToPath(new URL('write-load.mjs', import.meta.url));
const counter = z.object({ count: z.int(), padding: z.string() });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-kill-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What a process wrote before it was killed. */
interface Written {
  /** How many writes were acknowledged. */
  readonly writes: number;
  /** The last value that was acknowledged, by key. */
  readonly last: ReadonlyMap<string, number>;
}

/**
 * Lets a process write under load, and kills it that many milliseconds after its first write. It tells of its writes in a file:
 * what it says through a pipe that nobody has time to read waits in its memory, and dies with it.
 */
async function writeUntilKilled(file: string, afterMs: number): Promise<Written> {
  const told = join(folder, 'told.txt');
  const handle = await open(told, 'w');
  const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', handle.fd, 'inherit'] });
  const ended = once(child, 'close');
  while (child.exitCode === null && (await handle.stat()).size === 0) await sleep(1);
  await sleep(afterMs);
  child.kill('SIGKILL');
  await ended;
  await handle.close();
  // The last line may be cut off.
  const lines = (await readFile(told, 'utf8')).split('\n').slice(0, -1);
  const last = new Map(lines.map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]));
  return { writes: lines.length, last };
}

describe('a store whose process is killed while it writes', () => {
  const random = createRandom();
  const kills = process.env['SWEEP'] === undefined ? 12 : 60;

  it(`has every acknowledged write, after ${kills} kills (SEED=${random.seed})`, { timeout: 180_000 }, async () => {
    const file = join(folder, 'store.sqlite');
    let acknowledged = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const written = await writeUntilKilled(file, random.below(250));
      const store = await openStore(`sqlite://${file}`);
      const counters = store.openCollection('counter', counter, 1);
      for (const [key, value] of written.last) {
        const kept =
          key === 'list'
            ? (await store.openList('numbers', z.int()).newestFirst('all').next()).value
            : (await counters.get(key))?.count;
        // One more may have been written and not said.
        expect([value, value + 1], `${key} after kill ${kill}`).toContain(kept);
      }
      acknowledged += written.writes;
      await store.close();
    }
    console.info(`${kills} kills, ${acknowledged} acknowledged writes, none lost.`);
    expect(acknowledged).toBeGreaterThan(kills);
  });
});
