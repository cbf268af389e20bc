import { lexicon } from '../../../languages/lexicon.js';
import { beginning } from '../../../markup/shorten.js';
import type { Seen } from './see.js';
import type { Signal } from './weights.js';

/** Longest run of words that is compared with furniture, closings and their like. */
const mostWords = 16;
const pageNumber =
  /^[^\p{L}\p{N}]*(?:(?:page|p|pg|seite|página|страница|s)[^\p{L}\p{N}]{0,2})?\d{1,4}(?:\s*(?:\/|of|von|de|из)\s*\d{1,4})?[^\p{L}\p{N}]*$/iu;
const navigation = /<<|>>|[|•·»«←→⇐⇒]|\]\s*\[|-{2,}>/u;
const hashtags = /^\s*#[\p{L}\p{N}_]+(?:\s+#[\p{L}\p{N}_]+)+\s*$/u;
/** `— old saying of the river people`, `~ "Harbor Song", The Paper Lanterns`. */
const attribution = /^[\s*_]*(?:[—–―~-]|--)\s?["“”'*_]*\p{Lu}?[^.!?]{2,100}$/u;
/** `- Jess`, `xoxo Kate`, `~Moonfire`, `Love, Kate`. */
const signature =
  /^[\s*_]*(?:[-–—~]+\s?|(?:x+o+)+x?\s|x{2,3}\s|love,?\s|cheers,?\s|yours,?\s|lots of love,?\s)[\p{L}\p{N}_'’-]{1,24}(?:\s[\p{L}\p{N}_'’-]{1,24}){0,2}[\s*_~!♥❤x<3]*$/iu;

/** What a line is by its words as a whole: navigation, a page number, `To be continued`, whose view it is, a signature. */
export function lineSignals(seen: Seen, look: Seen['look']): readonly Signal[] {
  const { text, words, isLine, ornament } = seen;
  const signals: Signal[] = [];
  if (ornament > 0) signals.push({ name: 'ornament', value: ornament, said: beginning(text, 20) });
  if (!isLine || words.length > mostWords) return signals;
  const furniture = lexicon.furniture.coverage(words);
  const isSet = navigation.test(text) || /^[^\p{L}\p{N}]*\[.*\][^\p{L}\p{N}]*$/u.test(text);
  if (furniture >= 1 && (words.length > 1 || isSet))
    signals.push({ name: 'furniture', value: isSet ? 1.2 : 1, said: text });
  else if (furniture >= 1 && !/[.!?…]$/u.test(text)) signals.push({ name: 'furnitureWord', value: 1, said: text });
  else if (furniture >= 0.5 && isSet) signals.push({ name: 'furniture', value: 0.7, said: text });
  if (hashtags.test(text)) signals.push({ name: 'hashtags', value: 1, said: beginning(text, 40) });
  if (pageNumber.test(text)) signals.push({ name: 'pageNumber', value: 1, said: text });
  if (words.length > 0 && lexicon.closings.coverage(words) >= 1)
    signals.push({ name: 'closing', value: 1, said: text });
  if (
    words.length > 1 &&
    words.length <= 7 &&
    (seen.heading?.confidence ?? 0) < 0.6 &&
    lexicon.pov.find(words).length > 0
  ) {
    signals.push({ name: 'pointOfView', value: 1, said: text });
  }
  if (
    look === 'unclear' &&
    (seen.heading?.confidence ?? 0) < 0.6 &&
    !/^[^\p{L}\p{N}]*(?:for|to|dedicated)\s/iu.test(text)
  )
    signals.push({ name: 'timeOrPlace', value: 1 });
  if (attribution.test(text)) signals.push({ name: 'attribution', value: 1 });
  if (signature.test(text)) signals.push({ name: 'signature', value: 1, said: text });
  return signals;
}
