import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { tellStory } from '../told-story.js';
import { countStatements } from './count-statements.js';
import { countLoadedFiles } from './loaded-files.js';

/** How much worse a count may be than the one that is kept: more is a change that somebody should know of. */
const slack = 1.25;
/** By then a command has done all that it does. */
const settledMs = 1_500;
const kept = fileURLToPath(new URL('../../../bench/counts/kept.json', import.meta.url));

/** `npm run bench:counts`: costs that do not depend on the machine, beside those that are kept; `-- --record` keeps these. */
async function checkCounts(): Promise<boolean> {
  const counts = await count();
  if (process.argv.includes('--record')) {
    await writeFile(kept, `${JSON.stringify(counts, undefined, 2)}\n`);
    return true;
  }
  const before = z.record(z.string(), z.number()).parse(JSON.parse(await readFile(kept, 'utf8')));
  const names = [...new Set([...Object.keys(before), ...Object.keys(counts)])];
  const worse = names.filter((name) => (counts[name] ?? Number.POSITIVE_INFINITY) > (before[name] ?? 0) * slack);
  for (const name of names) {
    const mark = worse.includes(name) ? '  MORE THAN A QUARTER WORSE' : '';
    console.log(`${name.padEnd(40)} ${String(before[name]).padStart(9)} -> ${String(counts[name]).padStart(9)}${mark}`);
  }
  if (worse.length > 0) console.log('If that has to be, keep the new counts: npm run bench:counts -- --record');
  return worse.length === 0;
}

async function count(): Promise<Readonly<Record<string, number>>> {
  const story = await tellStory({ chapters: 12, pieces: 6, reactions: 3, reviews: 40 });
  const { author, channelId } = story;
  const statements = async (command: string, options: Readonly<Record<string, string>> = {}) => {
    const ask = () => author.slash({ id: channelId }, command, options);
    const askOut = async () => {
      await ask();
      // What is kept of it is written after the answer.
      await sleep(settledMs);
    };
    // The first time notes what the others find.
    await askOut();
    const { reads, writes } = await countStatements(askOut);
    return reads + writes;
  };
  const asked = {
    '/feedback, statements': await statements('feedback'),
    '/reviews, statements': await statements('reviews'),
    '/read, statements': await statements('read', { chapter: '7' }),
    '/chapters, statements': await statements('chapters'),
  };
  await story.close();
  const { bytes, files } = countLoadedFiles();
  return { ...asked, 'a start, files': files, 'a start, bytes': bytes };
}

process.exit((await checkCounts()) ? 0 : 1);
