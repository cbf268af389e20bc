import fc from 'fast-check';

/** What means something somewhere in the bot, and may come where it means nothing. */
const words = [
  'lamp',
  'Lamp',
  '01',
  '2',
  'chapter 1',
  '#1.5',
  '~0000000000000',
  'start',
  'x.1.2',
  '..',
  'release',
  'story',
  's',
  'c',
  '0',
  '-1',
  '1e99',
  'NaN',
  '99999999999999999999',
  'friday',
  '20:00',
  '25:61',
  'Europe/Berlin',
  'US/Eastern',
  '0 20 * * 5',
  '* * * * *',
  '0 0 31 2 *',
  '2027-01-15',
  '2027-02-30 18:00',
  '2020-01-01',
  'none',
  '❤️ 😭',
  'post',
  'ask',
  'wait',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  '\u202E\u200B',
  `e${'\u0301'.repeat(400)}`,
  '@everyone <@&1> ||x|| ```',
] as const;

/** Whatever somebody may type, or forge, into one field: 6,000 UTF-16 units at most, as in a command. */
export const rubbishText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...words), fc.nat(5_900)).map(longText) },
);

function longText([word, length]: readonly [string, number]): string {
  const long = word.repeat(Math.ceil(length / word.length)).slice(0, length);
  // A character must not be cut in half: Discord takes none.
  return /[\uD800-\uDBFF]$/.test(long) ? long.slice(0, -1) : long;
}
