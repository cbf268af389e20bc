import { type APIModalInteractionResponseCallbackData, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asMessage, type InteractionTestbed, openInteractionTestbed, quiet } from './interaction-testbed.js';

let testbed: InteractionTestbed;
beforeEach(async () => {
  testbed = await openInteractionTestbed();
});
afterEach(() => testbed.close());

const goButton = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] } as const;

describe('completion', () => {
  test('offers what the bot gives for what is typed so far', async () => {
    testbed.onInteraction((interaction) => {
      if (!interaction.isAutocomplete()) return;
      return interaction.respond([{ name: `2. ${interaction.options.getFocused()}`, value: '2' }]);
    });
    const choices = await testbed.playground
      .as(testbed.reader)
      .complete(testbed.channel, 'read', { chapter: 'wh' }, 'chapter');
    expect(choices).toEqual([{ name: '2. wh', value: '2' }]);
    testbed.judge.assertClean();
  });
  test('is refused beyond 25 choices, and for an option without it', async () => {
    testbed.onInteraction((interaction) => {
      if (interaction.isAutocomplete()) {
        return interaction.respond(Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })));
      }
      return undefined;
    });
    expect(await testbed.playground.as(testbed.reader).complete(testbed.channel, 'read', {}, 'chapter')).toEqual([]);
    expect(testbed.caught).toMatchObject([{ code: 50035 }]);
    await expect(testbed.playground.as(testbed.reader).complete(testbed.channel, 'read', {}, 'notes')).rejects.toThrow(
      'completion',
    );
  });
});

describe('components', () => {
  test('edit the message that they are on, privately too', async () => {
    testbed.onInteraction((interaction) => {
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
    const person = testbed.playground.as(testbed.reader);
    const answer = asMessage(await person.slash(testbed.channel, 'read'));
    expect(await person.click(answer.message, { label: 'Go' })).toMatchObject({ kind: 'message', updated: true });
    expect(answer.message).toMatchObject({ content: 'Page 2', components: [] });
    await expect(person.click(answer.message, { label: 'Go' })).rejects.toThrow('has no button');
    testbed.judge.assertClean();
  });

  test('may be taken note of, answered anew, or edited later', async () => {
    testbed.onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'One', components: [goButton], ...quiet });
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      if (count++ === 0) return;
      await interaction.editReply({ content: 'Two', ...quiet });
    });
    let count = 0;
    const person = testbed.playground.as(testbed.reader);
    const { message } = asMessage(await person.slash(testbed.channel, 'read'));
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
    ] as const;
    testbed.onInteraction((interaction) => {
      if (interaction.isChatInputCommand()) return interaction.reply({ components: menus, ...quiet });
      if (interaction.isStringSelectMenu()) return interaction.update({ content: interaction.values.join(), ...quiet });
      return undefined;
    });
    const person = testbed.playground.as(testbed.reader);
    const { message } = asMessage(await person.slash(testbed.channel, 'read'));
    expect(asMessage(await person.select(message, 'chapter', ['2'])).message.content).toBe('2');
    await expect(person.select(message, 'chapter', ['3'])).rejects.toThrow('no option "3"');
    await expect(person.select(message, 'chapter', ['1', '2'])).rejects.toThrow('takes 1 to 1');
    testbed.judge.assertClean();
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
    testbed.onInteraction((interaction) => {
      if (interaction.isChatInputCommand()) return interaction.showModal(modal);
      if (!interaction.isModalSubmit()) return;
      const rating = interaction.fields.getStringSelectValues('rating');
      const content = `${interaction.fields.getTextInputValue('text')} ${rating.join()}`;
      return interaction.reply({ content, flags: MessageFlags.Ephemeral, ...quiet });
    });
  });

  test('is filled in and submitted', async () => {
    const person = testbed.playground.as(testbed.reader);
    const opened = await person.slash(testbed.channel, 'read');
    if (opened.kind !== 'modal') throw new Error('Expected a modal.');
    expect(opened.modal).toMatchObject({ title: 'Review', custom_id: 'review' });
    const answer = await person.submit(opened.modal, { text: 'Good', rating: ['5'] });
    expect(asMessage(answer).message.content).toBe('Good 5');
    testbed.judge.assertClean();
  });

  test('is not submitted with a field empty, too long or unknown', async () => {
    const person = testbed.playground.as(testbed.reader);
    const opened = await person.slash(testbed.channel, 'read');
    if (opened.kind !== 'modal') throw new Error('Expected a modal.');
    await expect(person.submit(opened.modal, {})).rejects.toThrow('"text" must be filled in');
    await expect(person.submit(opened.modal, { text: 'x'.repeat(11) })).rejects.toThrow('takes 0 to 10');
    await expect(person.submit(opened.modal, { words: 'x' })).rejects.toThrow('no field "words"');
  });
});
