import { expect, it } from 'vitest';
import { parseEmojis } from '../../../src/discord/rendering/parse-emojis.js';

const custom = (id: string) => `<:lamp:${id}>`;

it.each([
  ['❤️ 😭', ['❤️', '😭']],
  ['❤️😭', ['❤️', '😭']],
  ['🔥 🔥 😭', ['🔥', '😭']],
  ['❤', ['❤']],
  ['👩‍👩‍👧 🏳️‍🌈 🇩🇪 👍🏽 1️⃣', ['👩‍👩‍👧', '🏳️‍🌈', '🇩🇪', '👍🏽', '1️⃣']],
  [custom('100000000000000001'), ['lamp:100000000000000001']],
  [`<a:wave:100000000000000001>🔥`, ['wave:100000000000000001', '🔥']],
  [' none ', []],
  ['NONE', []],
  ['😀😃😄😁😆😅😂🤣😊😇', ['😀', '😃', '😄', '😁', '😆', '😅', '😂', '🤣', '😊', '😇']],
])('%s is read as emoji', (typed, emojis) => {
  expect(parseEmojis(typed)).toEqual(emojis);
});

it.each([
  '',
  '   ',
  'fire',
  '🔥 fire',
  ':fire:',
  '1',
  custom('1'),
  '<:l:100000000000000001>',
  '😀😃😄😁😆😅😂🤣😊😇🔥',
])('%j is refused', (typed) => {
  expect(parseEmojis(typed)).toBe('unreadable');
});
