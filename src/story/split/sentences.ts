// Behind the stop may come what closes with it: quotation marks, brackets, markers of styles.
const sentenceEnd = /(?:(?<![.!?…‽])[.!?…‽]+|[—–-](?=["”»]))["'”’»›)\]*_~|`]*(?=\s)|[。！？｡][」』”’）]*/gu;

/** Words that end in a stop which ends no sentence, and initials. */
const abbreviation =
  /(?:^|[\s("“])(?:Mrs?|Ms|Mx|Dr|Prof|St|Sgt|Lt|Capt|Col|Gen|Rev|Hon|Jr|Sr|No|Vol|vs|etc|e\.g|i\.e|\p{Lu})\.$/u;

/** What stands before a sentence's first letter. */
const opening = /^[\s"'“‘«‹([*_~|`]*/;

/**
 * Offsets in [from, to] at which a sentence ends, its closing quotes included. What goes on in lower case is the same
 * sentence: `"Run!" he said.` ends once.
 */
export function sentenceEnds(text: string, from: number, to: number): readonly number[] {
  const view = text.slice(from, to + 1);
  const ends: number[] = [];
  for (const match of view.matchAll(sentenceEnd)) {
    const at = from + match.index + match[0].length;
    if (at <= to && !goesOn(text, at) && !abbreviation.test(text.slice(Math.max(0, at - 8), at))) ends.push(at);
  }
  return ends;
}

function goesOn(text: string, at: number): boolean {
  const next = text.slice(at, at + 24).replace(opening, '');
  return /^\p{Ll}/u.test(next);
}

/** Whether a quotation that began in the paragraph is open at the offset. `from` bounds the look back. */
export function isInSpeech(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at);
  const paragraph = before.slice(before.lastIndexOf('\n') + 1);
  let straight = 0;
  let curled = 0;
  for (const char of paragraph) {
    if (char === '"') straight += 1;
    if (char === '“') curled = 1;
    if (char === '”') curled = 0;
  }
  return straight % 2 === 1 || curled > 0;
}
