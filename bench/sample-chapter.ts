const words =
  'the lamp on the quay went out before the last boat had turned and nobody who stood there would later say what it was that they had heard over the water'.split(
    ' ',
  );

/**
 * Prose of about the length given, in UTF-16 units: sentences, speech, paragraphs and scene breaks, the same each time.
 * `styled` is the part of the sentences that are in italics or bold, from 0 to 1.
 */
export function sampleChapter(length: number, styled: number): string {
  const random = linearCongruential(20);
  const pick = (below: number): number => Math.floor(random() * below);
  const paragraphs: string[] = [];
  for (let soFar = 0; soFar < length; ) {
    const sentences = Array.from({ length: 1 + pick(6) }, () => sentence(pick, random() < styled));
    const paragraph = random() < 0.02 ? '⁂' : sentences.join(' ');
    paragraphs.push(paragraph);
    soFar += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

function sentence(pick: (below: number) => number, isStyled: boolean): string {
  const plain = Array.from({ length: 4 + pick(16) }, () => words[pick(words.length)]).join(' ');
  const whole = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${pick(5) === 0 ? '!' : '.'}`;
  const marker = isStyled ? (pick(2) === 0 ? '*' : '**') : '';
  return pick(4) === 0 ? `${marker}“${whole}”${marker}` : `${marker}${whole}${marker}`;
}

/** Numbers from 0 to 1 that only look random; constants from Numerical Recipes. */
function linearCongruential(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
