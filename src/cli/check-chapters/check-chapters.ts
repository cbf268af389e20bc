import { openLibrary } from '../../story/library.js';
import type { Problem } from '../../story/model.js';
import { describeStory, problemLines } from './describe-story.js';
import { releaseOrder } from './release-order.js';
import type { ReleasePlan } from './release-plan.js';

/** What a check found: lines to print, and whether an error keeps something from being released. */
export interface ChapterCheck {
  readonly lines: readonly string[];
  readonly hasErrors: boolean;
}

/**
 * Reads a chapters folder as the bot would, and says what was understood, in which order it comes out (when, by the plan) and
 * what is wrong. Never rejects.
 */
export async function checkChapters(folder: string, plan?: ReleasePlan): Promise<ChapterCheck> {
  // Nobody is writing while a check runs; what is there is judged.
  const library = await openLibrary(folder, { now: () => new Date(), restMs: 0 });
  const lines: string[] = [];
  const problems: Problem[] = [...library.problems];
  for (const story of library.stories) {
    const told = new Set(story.chapters.flatMap((chapter) => chapter.problems));
    lines.push(
      ...describeStory(story, releaseOrder(story, plan)),
      ...section(
        'Held, not read, or of the story itself',
        story.problems.filter((each) => !told.has(each)),
      ),
      '',
    );
    problems.push(...story.problems);
  }
  lines.push(...section('Of the folder', library.problems));
  if (library.stories.length === 0) lines.push(`No chapters (.md or .txt) were found in ${folder}.`);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  lines.push(`${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`);
  return { lines, hasErrors: errors > 0 };
}

function section(title: string, problems: readonly Problem[]): readonly string[] {
  return problems.length === 0 ? [] : ['', `  ${title}:`, ...problemLines(problems)];
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
