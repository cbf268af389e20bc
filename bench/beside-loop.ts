/** The shortest of several runs, in milliseconds: what the others took longer was the machine's. */
export function bestOf(times: number, run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** How long that many rounds of a bare loop over the characters of a text take, in milliseconds. */
export function loopMs(text: string, rounds: number): number {
  let sum = 0;
  const took = bestOf(5, () => {
    for (let round = 0; round < rounds; round += 1) sum += sumOfUnits(text);
  });
  // Without a use of the sum the loop might be optimised away.
  if (!Number.isFinite(sum)) throw new Error('The loop has summed up no text.');
  return took;
}

function sumOfUnits(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}
