import { describe, expect, test } from 'vitest';
import { registerOf } from '../../../../src/languages/lexicon.js';
import { listen } from '../../../../src/story/parse/weigh/register.js';

const english = registerOf('en');
const heard = (text: string) => listen(text, english);

describe('how a paragraph speaks', () => {
  test('is heard by the phrases of its language, each once', () => {
    expect(heard('Thanks for reading, and thanks for reading!').author).toEqual(['thanks for reading']);
    expect(heard('She said that she said it.').story).toEqual(
      ['she', 'said'].filter((word) => heard(word).story.length),
    );
    expect(heard('What do you think of my boat?').address).toContain('you');
    expect(heard('The keeper of the light.')).toMatchObject({ author: [], hints: [], greetings: [], address: [] });
    expect(heard('The nets were ill mended, as well they might be.').address).toEqual([]);
  });

  test('is heard outside quotation marks, but a word or two in them are quoted only', () => {
    const speech = '"I thank you all for reading my letter, dear readers," he wrote.';
    expect(heard(speech)).toMatchObject({ author: [], address: [], isSpeech: true });
    expect(heard(speech).quoted).toBeGreaterThan(0.7);
    expect(heard('It is a "fan fic" of "mine" here.').quoted).toBe(0);
    expect(heard('').quoted).toBe(0);
  });

  test.each(['"Come in', '“Come in', '„Komm', '«Entrez', '「来い', '— Entra', '- Entra', "'Come in", '*"Come in'])(
    'opens as speech does: %s',
    (text) => expect(heard(text).isSpeech).toBe(true),
  );

  test.each(["'90s", 'Come "in"', '-5 degrees', '* * *'])('does not open as speech does: %s', (text) =>
    expect(heard(text).isSpeech).toBe(false),
  );

  test.each([
    ['so happy :)', 1],
    ['so happy :) :) <3', 2],
    ['lol', 1],
    ['a heart ♥', 1.5],
    ['rain 🌧️', 0.5],
    ['the lollipop at 8:30', 0],
    ['Pears™', 0],
  ])('%s has smileys worth %d', (text, count) => {
    expect(heard(text).emoticons).toBe(count);
  });

  test.each([
    ['Finally!!', true],
    ['What?!', true],
    ['yay!1', true],
    ['Here it is~', true],
    ['What! A pear.', false],
  ])('%s is loud: %s', (text, isLoud) => {
    expect(heard(text).isLoud).toBe(isLoud);
  });

  test('greets where it begins or ends; with one word only where there is hardly another', () => {
    expect(heard('Hi everyone, the ferry is here at last and it rains.').greetings).toEqual(['hi everyone']);
    expect(heard('He shouted hi everyone into the dark of the hall.').greetings).toEqual([]);
    expect(heard('Enjoy!').greetings).toEqual(['enjoy']);
    expect(heard('Enjoy the long way down to the water').greetings).toEqual([]);
  });

  test('is heard no further than three thousand letters', () => {
    expect(heard(`${'pear '.repeat(600)}thanks for reading`).author).toEqual([]);
  });
});
