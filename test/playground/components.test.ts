import { type APIModalInteractionResponseCallbackData, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asMessage, type InteractionBench, openInteractionBench, quiet } from './interaction-bench.js';

let bench: InteractionBench;
beforeEach(async () => {
  bench = await openInteractionBench();
});
afterEach(() => bench.close());

const goButton = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] } as const;

describe('completion', () => {
  test('offers what the bot gives for what is typed so far', async () => {
    bench.onInteraction((interaction) => {
      if (!interaction.isAutocomplete()) return;
      return interaction.respond([{ name: `2. ${interaction.options.getFocused()}`, value: '2' }]);
    });
    const choices = await bench.playground
      .as(bench.reader)
      .complete(bench.channel, 'read', { chapter: 'wh' }, 'chapter');
    expect(choices).toEqual([{ name: '2. wh', value: '2' }]);
    bench.judge.assertClean();
  });
  test('is refused beyond 25 choices, and for an option without it', async () => {
    bench.onInteraction((interaction) => {
      if (interaction.isAutocomplete()) {
        return interaction.respond(Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })));
      }
      return undefined;
    });
    expect(await bench.playground.as(bench.reader).complete(bench.channel, 'read', {}, 'chapter')).toEqual([]);
    expect(bench.caught).toMatchObject([{ code: 50035 }]);
    await expect(bench.playground.as(bench.reader).complete(bench.channel, 'read', {}, 'notes')).rejects.toThrow(
      'completion',
    );
  });
});

describe('components', () => {
  test('edit the message that they are on, privately too', async () => {
    bench.onInteraction((interaction) => {
      if (interaction.isButton()) return interaction.update({ content: 'Page 2', components: [], ...quiet });
      if (interaction.isChatInputCommand()) {
        return interaction.reply({
          content: 'Page 1',
          components: [goButton],
          flags: MessageFlags.Ephemeral,
          ...quiet,
        });
      }
      return undefined;
    });
    const person = bench.playground.as(bench.reader);
    const answer = asMessage(await person.slash(bench.channel, 'read'));
    expect(await person.click(answer.message, { label: 'Go' })).toMatchObject({ kind: 'message', updated: true });
    expect(answer.message).toMatchObject({ content: 'Page 2', components: [] });
    await expect(person.click(answer.message, { label: 'Go' })).rejects.toThrow('has no button');
    bench.judge.assertClean();
  });

  test('may be taken note of, answered anew, or edited later', async () => {
    bench.onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'One', components: [goButton], ...quiet });
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      if (count++ === 0) return;
      await interaction.editReply({ content: 'Two', ...quiet });
    });
    let count = 0;
    const person = bench.playground.as(bench.reader);
    const { message } = asMessage(await person.slash(bench.channel, 'read'));
    expect(await person.click(message, { customId: 'go' })).toEqual({ kind: 'acknowledged', followUps: [] });
    expect(await person.click(message, { customId: 'go' })).toMatchObject({
      updated: true,
      message: { content: 'Two' },
    });
  });

  test('of a menu carry what was picked, and only what can be', async () => {
    const menus = [
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'chapter',
            options: [
              { label: 'One', value: '1' },
              { label: 'Two', value: '2' },
            ],
          },
        ],
      },
      { type: 1, components: [{ type: 8, custom_id: 'channel', channel_types: [0] }] },
    ] as const;
    bench.onInteraction((interaction) => {
      if (interaction.isChatInputCommand()) return interaction.reply({ components: menus, ...quiet });
      if (interaction.isStringSelectMenu()) return interaction.update({ content: interaction.values.join(), ...quiet });
      if (interaction.isChannelSelectMenu()) {
        return interaction.update({
          content: interaction.channels.map((one) => 'name' in one && one.name).join(),
          ...quiet,
        });
      }
      return undefined;
    });
    const person = bench.playground.as(bench.reader);
    const { message } = asMessage(await person.slash(bench.channel, 'read'));
    expect(asMessage(await person.select(message, 'chapter', ['2'])).message.content).toBe('2');
    expect(asMessage(await person.select(message, 'channel', [bench.channel.id])).message.content).toBe('story');
    await expect(person.select(message, 'chapter', ['3'])).rejects.toThrow('no option "3"');
    await expect(person.select(message, 'chapter', ['1', '2'])).rejects.toThrow('takes 1 to 1');
    bench.judge.assertClean();
  });
});

describe('a modal', () => {
  const modal: APIModalInteractionResponseCallbackData = {
    title: 'Review',
    custom_id: 'review',
    components: [
      { type: 18, label: 'Your words', component: { type: 4, custom_id: 'text', style: 2, max_length: 10 } },
      {
        type: 18,
        label: 'Rating',
        component: { type: 3, custom_id: 'rating', required: false, options: [{ label: 'Five', value: '5' }] },
      },
    ],
  };
  beforeEach(() => {
    bench.onInteraction((interaction) => {
      if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
        return interaction.showModal(modal);
      if (!interaction.isModalSubmit()) return;
      const rating = interaction.fields.getStringSelectValues('rating');
      const content = `${interaction.fields.getTextInputValue('text')} ${rating.join()}`;
      return interaction.reply({ content, flags: MessageFlags.Ephemeral, ...quiet });
    });
  });

  test('is filled in and submitted', async () => {
    const person = bench.playground.as(bench.reader);
    const opened = await person.slash(bench.channel, 'read');
    if (opened.kind !== 'modal') throw new Error('Expected a modal.');
    expect(opened.modal).toMatchObject({ title: 'Review', custom_id: 'review' });
    const answer = await person.submit(opened.modal, { text: 'Good', rating: ['5'] });
    expect(asMessage(answer).message.content).toBe('Good 5');
    bench.judge.assertClean();
  });

  test('is not submitted with a field empty, too long or unknown', async () => {
    const person = bench.playground.as(bench.reader);
    const opened = await person.slash(bench.channel, 'read');
    if (opened.kind !== 'modal') throw new Error('Expected a modal.');
    await expect(person.submit(opened.modal, {})).rejects.toThrow('"text" must be filled in');
    await expect(person.submit(opened.modal, { text: 'x'.repeat(11) })).rejects.toThrow('takes 0 to 10');
    await expect(person.submit(opened.modal, { words: 'x' })).rejects.toThrow('no field "words"');
  });

  test('opens from the menu of a message', async () => {
    const message = bench.playground.as(bench.owner).say(bench.channel, 'Hello');
    const opened = await bench.playground.as(bench.reader).messageCommand(message, 'Review this');
    expect(opened.kind).toBe('modal');
  });
});
