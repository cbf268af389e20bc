import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REST, Routes } from 'discord.js';
import { commands } from '../commands/index.js';
import type { Person } from '../src/playground/person.js';
import { startPlayground } from '../src/playground/playground.js';
import { startPeer } from './launch.js';
import { sampleChapter } from './sample-chapter.js';

/** How long people waited for one kind of answer, in milliseconds: the median of many questions asked in turn. */
export interface AnswerFigures {
  readonly asked: string;
  readonly oursMs: number;
  readonly emptyMs: number;
}

interface Berth {
  readonly person: Person;
  readonly channel: { readonly id: string };
}

const chapterCount = 12;
const warmUps = 20;

/** The kinds of questions, each asked once by calling it. */
type Questions = Readonly<Record<string, () => Promise<unknown>>>;

/** Asks this bot and the empty one, each a process with a playground of its own, for the same things in turn. */
export async function measureAnswers(rounds: number): Promise<readonly AnswerFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-bench-'));
  await writeChapters(join(folder, 'chapters/lamp'));
  const ours = await moor('ours', folder);
  const empty = await moor('empty', folder);
  try {
    await ours.berth.person.slash(ours.berth.channel, 'serial open', { story: 'lamp' });
    const [oursAsked, emptyAsked] = [await questions(ours.berth), await questions(empty.berth)];
    const figures: AnswerFigures[] = [];
    for (const asked of Object.keys(oursAsked)) {
      const took = { ours: [] as number[], empty: [] as number[] };
      for (let round = 0; round < warmUps + rounds; round += 1) {
        const [emptyMs, oursMs] = [await time(emptyAsked[asked]), await time(oursAsked[asked])];
        if (round < warmUps) continue;
        took.ours.push(oursMs);
        took.empty.push(emptyMs);
      }
      figures.push({ asked, oursMs: median(took.ours), emptyMs: median(took.empty) });
    }
    return figures;
  } finally {
    await ours.leave();
    await empty.leave();
    await rm(folder, { recursive: true });
  }
}

async function moor(kind: 'ours' | 'empty', folder: string) {
  const playground = await startPlayground({ rateLimits: 'off' });
  const owner = playground.createUser({ name: 'Mara' });
  const guild = playground.createGuild({ name: 'Harbour', owner });
  const channel = guild.createChannel({ name: 'serial' });
  if (kind === 'empty') {
    const rest = new REST({ api: playground.apiUrl }).setToken(playground.token);
    await rest.put(Routes.applicationCommands(playground.applicationId), { body: commands.map(({ data }) => data) });
  }
  const bot = await startPeer(kind, playground, folder, { BACKUP_KEEP: '0' });
  return {
    berth: { person: playground.as(owner), channel } satisfies Berth,
    async leave() {
      const ended = once(bot, 'exit');
      bot.kill('SIGTERM');
      await ended;
      await playground.stop();
    },
  };
}

async function questions({ channel, person }: Berth): Promise<Questions> {
  const page = await person.slash(channel, 'read', { chapter: '1' });
  if (page.kind !== 'message') throw new Error('There is no page to turn.');
  let turns = 0;
  const turn = () => {
    turns += 1;
    return person.click(page.message, { label: turns % 2 === 1 ? 'Next' : 'Previous' });
  };
  return {
    '/read': () => person.slash(channel, 'read', { chapter: '7' }),
    'a page turned': turn,
    '/chapters': () => person.slash(channel, 'chapters', {}),
    completion: () => person.complete(channel, 'read', { chapter: 'l' }, 'chapter'),
  };
}

async function writeChapters(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'story.yaml'), 'title: Lamp\nrating: general\n');
  for (let number = 1; number <= chapterCount; number += 1) {
    const name = `${number}`.padStart(2, '0');
    await writeFile(join(folder, `${name}.txt`), `Chapter ${number}: Light ${number}\n\n${sampleChapter(9_000, 0)}\n`);
  }
}

async function time(ask: (() => Promise<unknown>) | undefined): Promise<number> {
  const begunAt = performance.now();
  await ask?.();
  return performance.now() - begunAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
