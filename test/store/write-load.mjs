// Writes to the store at argv[2] until it is killed; prints every write that was acknowledged: "key value" a line.
import { z } from 'zod';
import { openStore } from '../../dist/src/store/open-store.js';

const store = await openStore(`sqlite://${process.argv[2]}`);
const counters = store.openCollection('counter', z.object({ count: z.int(), padding: z.string() }), 1);
const list = store.openList('numbers', z.int());

async function count(lane) {
  for (;;) {
    const next = await counters.update(`${lane}`, (current) => ({
      count: (current?.count ?? 0) + 1,
      padding: 'x'.repeat(((current?.count ?? 0) * 37) % 3_000),
    }));
    process.stdout.write(`${lane} ${next.count}\n`);
  }
}

async function append() {
  const before = (await list.newestFirst('all').next()).value ?? 0;
  for (let number = before + 1; ; number += 1) {
    await list.append('all', number);
    process.stdout.write(`list ${number}\n`);
  }
}

await Promise.all([...Array.from({ length: 7 }, (_, lane) => count(lane)), append()]);
