import {
  type APIApplicationCommandBasicOption,
  type APIMessage,
  ComponentType,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Answer } from '../../src/playground/answer.js';
import type { SentOption } from '../../src/playground/command-values.js';
import type { ForgedCommand, Forger } from '../../src/playground/forger.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { furnishHarbour, type Harbour } from '../support/harbour.js';
import { rubbishText } from '../support/rubbish.js';
import { runs } from '../support/runs.js';
import { asMessage } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
let forger: Forger;
beforeEach(async () => {
  // What is shown here is that an answer comes, not how fast.
  testbed = await openTestbed({ interactionAnswerMs: 15_000 });
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2, 3])
    await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 20));
  await testbed.start();
  // Else hardly anything would be looked at.
  await harbour.author.slash(harbour.channel, 'serial open');
  forger = testbed.playground.forge(harbour.author.user);
});
afterEach(() => testbed.close());

/** A command or subcommand with what it takes. */
interface Target {
  readonly name: string;
  readonly subcommand: string | undefined;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

const targets: readonly Target[] = commands.flatMap(({ data }): readonly Target[] => {
  const options = data.options ?? [];
  const subcommands = options.filter((option) => option.type === OptionType.Subcommand);
  if (subcommands.length > 0)
    return subcommands.map((one) => ({ name: data.name, subcommand: one.name, options: one.options ?? [] }));
  const basic = options.filter(
    (option): option is APIApplicationCommandBasicOption =>
      option.type !== OptionType.Subcommand && option.type !== OptionType.SubcommandGroup,
  );
  return [{ name: data.name, subcommand: undefined, options: basic }];
});

/** A value for an option: of its type, but of no choice and no length that a client would insist on. */
function valueFor({ type }: APIApplicationCommandBasicOption, places: Places): fc.Arbitrary<string | boolean> {
  switch (type) {
    case OptionType.Boolean:
      return fc.boolean();
    case OptionType.Channel:
      return fc.constantFrom(...places.channels);
    case OptionType.Role:
      return fc.constantFrom(...places.roles);
    default:
      return rubbishText;
  }
}

/** Ids of what there is to be named. */
interface Places {
  readonly channels: readonly string[];
  readonly roles: readonly string[];
}

function furnish(): Places {
  const { guild, channel, author } = harbour;
  const forum = guild.createChannel({ name: 'library', type: 'forum', tags: ['Prologue'] });
  const news = guild.createChannel({ name: 'news', type: 'announcement', nsfw: true });
  const hidden = guild.createChannel({ name: 'attic', overwrites: [{ id: guild.id, deny: ['ViewChannel'] }] });
  author.say(channel, 'Hello.');
  const role = guild.createRole({ name: 'Readers', permissions: [] });
  return { channels: [channel, forum, news, hidden].map(({ id }) => id), roles: [role.id, guild.id] };
}

function commandsTo(target: Target, places: Places): fc.Arbitrary<ForgedCommand> {
  const given = target.options.map((option) =>
    fc.option(
      valueFor(option, places).map((value): SentOption => ({ name: option.name, type: option.type, value })),
      { nil: undefined },
    ),
  );
  return fc.tuple(...given).map((options) => {
    const sent = options.filter((option) => option !== undefined);
    const { name, subcommand } = target;
    return subcommand === undefined
      ? { name, options: sent }
      : { name, options: [{ name: subcommand, type: OptionType.Subcommand, options: sent }] };
  });
}

/** An answer that a person sees; nothing may look like a bug on the way. */
function expectAnswer(answer: Answer, ...asked: readonly unknown[]): void {
  const about = `${JSON.stringify(asked)} got ${JSON.stringify(answer)} after ${testbed.errors.join('\n')}`;
  expect(testbed.errors, about).toEqual([]);
  expect(answer.kind, about).toMatch(/^(?:message|modal|acknowledged)$/);
}

describe('whatever is sent', { timeout: 150_000 }, () => {
  it('with a command is answered', async () => {
    const places = furnish();
    const command = fc.constantFrom(...targets).chain((target) => commandsTo(target, places));
    const where = fc.constantFrom(...harbour.guild.channels().filter(({ id }) => places.channels[1] !== id));
    const property = fc.asyncProperty(command, where, async (sent, place) => {
      expectAnswer(await forger.command(place, sent), sent);
    });
    await fc.assert(property, { numRuns: runs(100, 1_500), endOnFailure: true });
  });

  it('to be completed is completed, with nothing or at most 25 choices', async () => {
    const places = furnish();
    const completed = targets.flatMap((target) =>
      target.options
        .filter((option) => 'autocomplete' in option && option.autocomplete === true)
        .map(({ name }) => ({ target, name })),
    );
    const typed = fc.constantFrom(...completed).chain(({ target, name }) =>
      fc.tuple(commandsTo(target, places), rubbishText).map(([command, value]): ForgedCommand => {
        const focused: SentOption = { name, type: OptionType.String, value, focused: true };
        const others = (options: readonly SentOption[]) => [...options.filter((one) => one.name !== name), focused];
        const [first] = command.options ?? [];
        if (first?.type !== OptionType.Subcommand) return { ...command, options: others(command.options ?? []) };
        return { ...command, options: [{ ...first, options: others(first.options ?? []) }] };
      }),
    );
    const before = testbed.requests.length;
    let asked = 0;
    const property = fc.asyncProperty(typed, async (command) => {
      asked += 1;
      const choices = await forger.complete(harbour.channel, command);
      expect(testbed.errors, JSON.stringify(command)).toEqual([]);
      expect(choices.length).toBeLessThanOrEqual(25);
    });
    await fc.assert(property, { numRuns: runs(60, 800), endOnFailure: true });
    const answers = testbed.requests.slice(before).filter((request) => request.includes('/callback'));
    expect(answers).toHaveLength(asked);
  });

  it('as the id of a button or menu is answered', async () => {
    const { author, channel } = harbour;
    await author.slash(channel, 'serial start', { story: 'lamp', channel, cron: '0 20 * * 5', timezone: 'UTC' });
    const views: APIMessage = asMessage(await author.slash(channel, 'help')).message;
    const sentence: APIMessage = asMessage(await author.slash(channel, 'read', { chapter: '99' })).message;
    const inServers = commands.flatMap(({ components }) => Object.keys(components ?? {}));
    const anywhere = commands.flatMap((command) => Object.keys(command.anywhere ?? {}));
    const name = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...inServers) },
      { weight: 1, arbitrary: fc.constantFrom(...anywhere) },
      { weight: 1, arbitrary: rubbishText },
    );
    const state = fc.array(
      fc.oneof(rubbishText, fc.constantFrom('lamp', '01', '0', harbour.guild.id, author.user.id)),
      { maxLength: 5 },
    );
    const values = fc.option(fc.array(rubbishText, { maxLength: 2 }), { nil: undefined });
    const property = fc.asyncProperty(name, state, values, async (first, args, chosen) => {
      const customId = [first, ...args].join(':').slice(0, 100);
      const source = anywhere.includes(customId.split(':')[0] ?? '') ? sentence : views;
      expectAnswer(await forger.component(source, { customId, ...(chosen && { values: chosen }) }), customId, chosen);
    });
    await fc.assert(property, { numRuns: runs(100, 1_500), endOnFailure: true });
  });

  it('in a form is answered', async () => {
    const { channel } = harbour;
    const names = commands.flatMap(({ modals }) => Object.keys(modals ?? {}));
    const field = fc.oneof(
      fc.record({ type: fc.constant(ComponentType.TextInput), custom_id: fc.constant('text'), value: rubbishText }),
      fc.record({
        type: fc.constant(ComponentType.StringSelect),
        custom_id: fc.constant('rating'),
        values: fc.array(fc.constantFrom('1', '5', '6', 'NaN'), { maxLength: 2 }),
      }),
      fc.record({
        type: fc.constant(ComponentType.Checkbox),
        custom_id: fc.constant('spoilers'),
        value: fc.boolean(),
      }),
    );
    const whole = fc
      .tuple(rubbishText, fc.constantFrom([], ['1'], ['5']), fc.boolean())
      .map(([text, rating, spoilers]) => [
        { type: ComponentType.TextInput, custom_id: 'text', value: text },
        { type: ComponentType.StringSelect, custom_id: 'rating', values: rating },
        { type: ComponentType.Checkbox, custom_id: 'spoilers', value: spoilers },
      ]);
    const fields = fc.oneof(whole, fc.array(field, { maxLength: 3 }));
    const args = fc.oneof(fc.constant(['lamp', '01']), fc.array(rubbishText, { maxLength: 3 }));
    const property = fc.asyncProperty(fc.constantFrom(...names), args, fields, async (name, state, filled) => {
      testbed.clock.advance(10_000);
      const components = filled.map((component, id) => ({ type: ComponentType.Label, id, component }));
      const customId = [name, ...state].join(':').slice(0, 100);
      expectAnswer(await forger.modal(channel, { customId, components }), customId, filled);
    });
    await fc.assert(property, { numRuns: runs(60, 800), endOnFailure: true });
  });
});
