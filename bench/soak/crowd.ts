import type { APIMessage } from 'discord-api-types/v10';
import type { Person } from '../../src/playground/person.js';
import { type Berth, namesIn, type Stage } from './stage.js';

/** Readers and authors, who do something at random all the time. */
export interface Crowd {
  /** One of them does something. What the bot cannot answer, because Discord is in trouble, is counted and forgotten. */
  act(): Promise<void>;
  /** How many reactions stand on a serial's pieces. */
  reactionsTo(berth: Berth): number;
  /**
   * How often somebody reacted or took it back, how many commands were given, how many had no answer, and how many chapters were
   * agreed to be brought up to date or taken back.
   */
  readonly counts: {
    reactions: number;
    commands: number;
    unanswered: number;
    updates: number;
    retractions: number;
  };
}

const emoji = ['🔥', '😭', '❤️', '🌊'] as const;

/** Gathers them; `random` gives numbers in [0, 1). */
export function gatherCrowd({ berths, edit, readers }: Stage, random: () => number): Crowd {
  const counts = { reactions: 0, commands: 0, unanswered: 0, updates: 0, retractions: 0 };
  const standing = new Map<Berth, Set<string>>(berths.map((berth) => [berth, new Set()]));
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];

  const react = (reader: Person, berth: Berth, message: APIMessage, chosen: string) => {
    const facts = standing.get(berth);
    const fact = `${message.id} ${chosen} ${reader.user.id}`;
    counts.reactions += 1;
    if (facts?.delete(fact)) {
      reader.unreact(message, chosen);
    } else {
      reader.react(message, chosen);
      facts?.add(fact);
    }
  };
  const command = async (person: Person, { channel, story }: Berth, name: string) => {
    counts.commands += 1;
    const answer = await person.slash(channel, name, { story });
    if (answer.kind === 'failed') counts.unanswered += 1;
    if (answer.kind === 'modal')
      await person.submit(answer.modal, { text: 'I did not see that coming.', rating: ['4'] });
    if (answer.kind === 'message' && name === 'read') await turn(person, answer.message);
  };
  const turn = async (person: Person, message: APIMessage) => {
    const hasNext = JSON.stringify(message.components ?? []).includes('"label":"Next"');
    if (hasNext) await person.click(message, { label: 'Next' });
  };

  const agree = async (
    { author, channel, story }: Berth,
    name: string,
    options: Record<string, string>,
    label: string,
  ) => {
    counts.commands += 1;
    const answer = await author.slash(channel, name, { story, ...options });
    if (answer.kind !== 'message' || !JSON.stringify(answer.message.components ?? []).includes(`"label":"${label}"`))
      return 0;
    const done = await author.click(answer.message, { label });
    return done.kind === 'message' ? 1 : 0;
  };
  const mend = async (berth: Berth, message: APIMessage) => {
    const chapter = Number(namesIn([message])[0]?.split('.')[0] ?? 0);
    if (chapter === 0) return;
    await edit(berth.story, chapter);
    counts.updates += await agree(berth, 'release sync', { chapter: `${chapter}` }, 'Update the messages');
  };

  return {
    counts,
    reactionsTo: (berth) => {
      // What stood on a message goes with it when its chapter is taken back.
      const there = new Set(berth.channel.messages().map(({ id }) => id));
      return [...(standing.get(berth) ?? [])].filter((fact) => there.has(fact.split(' ')[0] ?? '')).length;
    },
    async act() {
      const berth = pick(berths);
      const reader = pick(readers);
      const message = berth && pick(berth.channel.messages().slice(-12));
      const chosen = pick(emoji);
      if (berth === undefined || reader === undefined || message === undefined || chosen === undefined) return;
      const dice = random();
      if (dice < 0.7) react(reader, berth, message, chosen);
      else if (dice < 0.85) await command(reader, berth, 'read');
      else if (dice < 0.9) await command(reader, berth, 'review');
      else if (dice < 0.95) await command(reader, berth, 'chapters');
      else if (dice < 0.985) await command(berth.author, berth, 'feedback');
      else if (dice < 0.995) await mend(berth, message);
      else counts.retractions += await agree(berth, 'release retract', {}, 'Delete the release');
    },
  };
}
