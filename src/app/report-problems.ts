import type { Logger } from '../process/log.js';
import type { Library } from '../story/library.js';

/** Logs what was read of the chapters folder, and every error that keeps a file of it out. */
export function reportProblems(library: Library, log: Logger): void {
  const problems = [...library.problems, ...library.stories.flatMap((story) => story.problems)];
  for (const { severity, code, at, message, fix } of problems) {
    // That one goes by itself.
    if (severity === 'error' && code !== 'being-saved') log.error({ at: `${at.file}:${at.line}` }, `${message} ${fix}`);
  }
  const chapters = library.stories.reduce((sum, story) => sum + story.chapters.length, 0);
  log.info({ stories: library.stories.length, chapters }, 'Read the chapters folder.');
}
