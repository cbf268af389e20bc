import { setTimeout as sleep } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import type { Answer } from '../playground/answer.js';
import type { Playground } from '../playground/playground.js';
import { nextSlot } from '../release/serial/schedule.js';
import type { Scene } from './furnish.js';
import { buttonLabels, excerpt, readable } from './readable.js';

/** The weekly drop that the scene shows. */
const schedule = { day: 'friday', time: '20:00', timezone: 'Europe/London' } as const;
const friday = { cron: '0 20 * * 5', timezone: schedule.timezone } as const;
/** How long a chapter may take to be posted here; Discord's pace is five messages in five seconds. */
const patienceMs = 60_000;

/**
 * Plays the first minutes of a serial: its start, the first drop, a reader who reads, reacts and reviews, and what the author
 * sees of it. Every line that is said is what the people in it would see.
 */
export async function playScene(
  playground: Playground,
  { author, channel, reader }: Scene,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const channelName = `#${channel.record().name}`;
  const say = (line: string): void => print(line.replaceAll(`<#${channel.id}>`, channelName));
  const [story] = await author.complete(channel, 'serial start', { story: '' }, 'story');
  if (story === undefined) {
    say('The chapters folder holds no story yet. Put a chapter file into it and start again.');
    return;
  }
  // A serial under way shows more than one that has just begun: what came before the second chapter is out already.
  const offered = await author.complete(channel, 'serial start', { story: String(story.value), from: '2' }, 'from');
  const from = offered.find(({ name }) => name.startsWith('Chapter 2'));
  const options = { story: String(story.value), channel, ...schedule, ...(from && { from: String(from.value) }) };
  const typedFrom = from === undefined ? '' : ' from:2';
  const typed = `story:${story.name} channel:${channelName}${typedFrom} day:friday time:20:00 timezone:Europe/London`;
  act(say, 'Mara, the author', `/serial start ${typed}`);
  show(say, await author.slash(channel, 'serial start', options));

  const drop = nextSlot(friday, playground.clock.now().getTime());
  if (drop === undefined) throw new Error('There is no next Friday.');
  playground.clock.jumpTo(new Date(drop - 1_000));
  say(`\n· The playground's clock jumps to the drop: ${new Date(drop).toUTCString()}\n`);
  const last = await watchRelease(channel, say, signal);

  act(say, 'Juno, a reader', '/read');
  const page = await reader.slash(channel, 'read', { story: String(story.value) });
  show(say, page, 6);
  reader.react(last, '❤️');
  say('\n· Juno reacts with ❤️ to the last piece and reviews the chapter.');
  await review(reader, last);

  // What a reader does is recorded after they were answered.
  await sleep(500, undefined, { signal });
  act(say, 'Mara', '/feedback');
  show(say, await author.slash(channel, 'feedback', { story: String(story.value) }));
  say(
    '\nThat was a week. The next ones are yours, at the address above: the bot goes on running until you press Ctrl+C.',
  );
  say('To use it on Discord itself, put a DISCORD_TOKEN into .env (README.md, "Inviting the bot").');
}

/** Tells of every piece as it comes, and gives the last one, with the buttons. */
async function watchRelease(
  channel: Scene['channel'],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<APIMessage> {
  const seen = new Set<string>();
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; ) {
    for (const message of channel.messages().filter(({ id }) => !seen.has(id))) {
      seen.add(message.id);
      say(`┌ <#${channel.id}> · piece ${seen.size} · ${message.content.length.toLocaleString('en')} characters`);
      say(frame(seen.size === 1 ? excerpt(readable(message), 14) : excerpt(readable(message), 3)));
      if (buttonLabels(message).length > 0) {
        say(frame(`[${buttonLabels(message).join('] [')}]`));
        return message;
      }
    }
    await sleep(100, undefined, { signal });
  }
  throw new Error('The chapter was not posted in time.');
}

async function review(reader: Scene['reader'], message: APIMessage): Promise<void> {
  const opened = await reader.click(message, { label: 'Review' });
  if (opened.kind !== 'modal') throw new Error('The review did not open.');
  await reader.submit(opened.modal, { text: 'I was late for dinner because of this. More, please!', rating: '5' });
}

function act(say: (line: string) => void, who: string, what: string): void {
  say(`\n${who}: ${what}`);
}

function show(say: (line: string) => void, answer: Answer, lines = 30): void {
  if (answer.kind !== 'message') throw new Error(`The bot did not answer with a message: ${answer.kind}`);
  say(frame(excerpt(readable(answer.message), lines)));
  const labels = buttonLabels(answer.message);
  if (labels.length > 0) say(frame(`[${labels.join('] [')}]`));
}

function frame(text: string): string {
  return text
    .split('\n')
    .map((line) => `│ ${line}`)
    .join('\n');
}
