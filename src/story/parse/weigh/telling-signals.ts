import { isUnspaced } from '../../../languages/words.js';
import { unheard } from './register.js';
import type { Seen } from './see.js';
import type { Signal } from './weights.js';

const manyWords = 120;
/** `For Luna <3`, `To all my readers`; with a sentence behind it it is something else. */
const dedication = /^[\s*_~]*(?:for|to|dedicated to|für|para|pour|per|voor|dla|для)\s+[^.!?:]{2,60}[!.♥❤<3\s)*_~]*$/iu;
const link = /^[^\p{L}\p{N}]*(?:https?:\/\/|www\.)\S+[^\p{L}\p{N}]*$/iu;
/** Somebody's name on another site. */
const handle = /(?:^|[\s(])@[\w.]{3,}|[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}/u;
const endsPlainly = /[.…。][^\p{L}\p{N}]*$/u;
const bracketed = /^[\s*_~]*[([{].*[)\]}][\s*_~.!]*$/su;

/** Paragraphs of the story that are asked for its person; they lie in its middle. */
const asked = 40;
const fewAsked = 4;

/**
 * How seldom a story says I or you outside quotation marks, from 0 (it is told by an I, or to a you) to 1. The rest of a file
 * is told in the same person, so a paragraph that is not is its author's.
 */
export function distance(all: readonly Seen[]): number {
  const told = all.filter(
    ({ unit, words, spoken }) => unit.block.kind === 'paragraph' && words.length > 5 && spoken !== unheard,
  );
  const start = Math.max(0, Math.floor((told.length - asked) / 2));
  const some = told.slice(start, start + asked);
  if (some.length < fewAsked) return 0;
  const personal = some.reduce((sum, { spoken }) => sum + Math.min(1, spoken.address.length / 2), 0) / some.length;
  return Math.max(0, 1 - personal * 2.5);
}

/** How a stretch speaks: to readers, or of a story. */
export function tellingSignals({ unit, text, words, spoken, isLine }: Seen, far: number): readonly Signal[] {
  const signals: Signal[] = [];
  const say = (name: Signal['name'], found: readonly string[], most: number) => {
    if (found.length > 0)
      signals.push({ name, value: Math.min(most, found.length), said: found.slice(0, 6).join(', ') });
  };
  const when = (name: Signal['name'], isSo: boolean) => {
    if (isSo) signals.push({ name, value: 1 });
  };
  say('authorPhrases', spoken.author, 4);
  say('hints', spoken.hints, 4);
  say('greetings', spoken.greetings, 2);
  if (spoken.address.length > 0 && far > 0) {
    const value = far * Math.min(1, spoken.address.length * 0.5 + 0.25);
    signals.push({ name: 'address', value, said: spoken.address.slice(0, 4).join(', ') });
  }
  if (spoken.emoticons > 0) signals.push({ name: 'emoticons', value: Math.min(2, spoken.emoticons) });
  when('loud', spoken.isLoud);
  // A word of telling in ten is a story's; in a long paragraph a few are in everything.
  const told = Math.min(spoken.story.length, 6) * Math.min(1, (spoken.story.length * 12) / Math.max(1, words.length));
  if (told > 0) signals.push({ name: 'storyPhrases', value: told, said: spoken.story.slice(0, 6).join(', ') });
  const isList = unit.block.kind === 'paragraph' && unit.block.shape === 'list';
  when('list', isList);
  when('speech', spoken.isSpeech && !isList);
  if (spoken.quoted > 0.15) signals.push({ name: 'quoted', value: Math.min(1, spoken.quoted * 1.5) });
  const isPersonal = spoken.author.length + spoken.greetings.length + spoken.emoticons > 0 || spoken.hints.length > 1;
  const isSentence = words.length >= 7 || (isUnspaced(text) && text.length >= 14);
  if (!isPersonal && isSentence && !spoken.isLoud && endsPlainly.test(text)) {
    signals.push({ name: 'plainProse', value: 1 - spoken.hints.length * 0.3 });
  }
  when('long', words.length > manyWords);
  when('dedication', isLine && words.length <= 8 && dedication.test(text));
  when('link', link.test(text) || handle.test(text));
  when('inBrackets', bracketed.test(text));
  return signals;
}
