/** How many cases a property tries: `quick` in the test suite, `thorough` where SWEEP is set. */
export function runs(quick: number, thorough: number): number {
  return process.env['SWEEP'] === undefined ? quick : thorough;
}
