import { shorten } from '../../markup/shorten.js';
import type { Problem } from '../model.js';

const takeApart =
  'Look for something very long or repeated a thousand times over, and take it out; or make several chapters of it.';

/** A file whose reading was given up after that many milliseconds. */
export function readingTooSlow(file: string, limitMs: number): Problem {
  return {
    severity: 'error',
    code: 'reading-too-slow',
    at: { file, line: 1 },
    message: `Reading it took longer than ${limitMs / 1_000} s, so it was given up. It is held back.`,
    fix: takeApart,
  };
}

/** A file whose reading ended in an error of ours, or ended the thread that read it. */
export function readingFailed(file: string, error: unknown): Problem {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooMuch(file);
  const said = error instanceof Error ? error.message : String(error);
  return {
    severity: 'error',
    code: 'reading-failed',
    at: { file, line: 1 },
    message: `It could not be read for an error in this program (${shorten(said, 200)}). It is held back.`,
    fix: 'Save it again as plain text (.txt, with the encoding UTF-8); if that does not help, please report it.',
  };
}

function tooMuch(file: string): Problem {
  return {
    severity: 'error',
    code: 'reading-too-slow',
    at: { file, line: 1 },
    message: 'Reading it took more memory than a chapter may take, so it was given up. It is held back.',
    fix: takeApart,
  };
}
