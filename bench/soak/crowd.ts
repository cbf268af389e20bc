import type { APIMessage } from 'discord-api-types/v10';
import type { Person } from '../../src/playground/person.js';
import type { Berth, Stage } from './stage.js';

/** Readers and authors, who do something at random all the time. */
export interface Crowd {
  /** One of them does something. What the bot cannot answer, because Discord is in trouble, is counted and forgotten. */
  act(): Promise<void>;
  /** How many reactions stand on a serial's pieces. */
  reactionsTo(berth: Berth): number;
  /** How often somebody reacted or took it back, how many commands were given, and how many had no answer. */
  readonly counts: { reactions: number; commands: number; unanswered: number };
}

const emoji = ['🔥', '😭', '❤️', '🌊'] as const;

/** Gathers them; `random` gives numbers in [0, 1). */
export function gatherCrowd({ berths, readers }: Stage, random: () => number): Crowd {
  const counts = { reactions: 0, commands: 0, unanswered: 0 };
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

  return {
    counts,
    reactionsTo: (berth) => standing.get(berth)?.size ?? 0,
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
      else await command(berth.author, berth, 'feedback');
    },
  };
}
