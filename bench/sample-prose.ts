/** How long the paragraphs of a sample are. */
export interface Spread {
  /** The average, in UTF-16 units. */
  readonly average: number;
  /** The part of them that are lines of dialogue, 30 to 120 units long; the others reach to 1,200. */
  readonly dialogue: number;
}

const words =
  'she had not thought of the harbour again until the letters came and then it was all she could think of while the kettle sang and rain ran down the panes'.split(
    ' ',
  );

/** Paragraphs of prose, with blank lines between them and a scene break now and then: the same each time for the same seed. */
export function sampleProse(length: number, { average, dialogue }: Spread, seed: number): string {
  const random = numbersFrom(seed);
  // Both kinds together make up the average.
  const narrative = (average - dialogue * 75) / (1 - dialogue);
  const paragraphs: string[] = [];
  for (let soFar = 0; soFar < length; ) {
    const isDialogue = random() < dialogue;
    const wanted = isDialogue ? 30 + random() * 90 : Math.max(60, Math.min(1200, narrative * (0.3 + 1.4 * random())));
    const paragraph = isDialogue ? `“${sentences(wanted - 2, random)}”` : sentences(wanted, random);
    paragraphs.push(random() < 0.01 ? '⁂' : paragraph);
    soFar += (paragraphs.at(-1)?.length ?? 0) + 2;
  }
  return paragraphs.join('\n\n');
}

/** Sentences of 20 to 150 units, about as long as wanted in all. */
function sentences(wanted: number, random: () => number): string {
  let text = '';
  while (text.length < wanted - 15) {
    const end = Math.min(wanted, text.length + 20 + random() * 130);
    let sentence = '';
    while (text.length + sentence.length < end - 4) sentence += ` ${words[Math.floor(random() * words.length)]}`;
    text += `${text === '' ? '' : ' '}${sentence.charAt(1).toUpperCase()}${sentence.slice(2)}.`;
  }
  return text;
}

/** Numbers from 0 to 1 that only look random: mulberry32. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
