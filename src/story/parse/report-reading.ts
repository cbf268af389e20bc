import { beginning } from '../../markup/shorten.js';
import type { ChapterHeading } from './chapter-heading.js';
import type { ProblemList } from './problem-list.js';
import { reportDoubts } from './weigh/doubts.js';
import type { Weighed } from './weigh/weighed.js';

/** Tells the author what was doubtful in a file, what is not shown of it, and where a second chapter may begin. */
export function reportReading(
  all: readonly Weighed[],
  blocks: number,
  heading: ChapterHeading | undefined,
  problems: ProblemList,
): void {
  reportStoryTitle(all, problems);
  reportDoubts(all, blocks, problems);
  reportHeadings(all, heading, problems);
  reportFurniture(all, problems);
}

/** Below this margin a line above the heading may be something else than the story's title. */
const sureTitle = 2.5;

function reportStoryTitle(all: readonly Weighed[], problems: ProblemList): void {
  const found = all.find(({ state }) => state.label === 'story');
  if (found === undefined || found.margin >= sureTitle) return;
  problems.add(found.seen.unit.block.line, {
    severity: 'info',
    code: 'story-title',
    message: `“${found.seen.text}” above the chapter's heading was taken as the story's title; it is not shown in the chapter.`,
    fix: 'Nothing to do. Where it is a note, begin it with `A/N:`.',
  });
}

/** A second `Chapter 3` in one file is most likely two chapters in it; `# Title` in plain text is no heading there. */
function reportHeadings(all: readonly Weighed[], own: ChapterHeading | undefined, problems: ProblemList): void {
  for (const { seen, state } of all) {
    if (state.label !== 'text') continue;
    const { block } = seen.unit;
    const { heading } = seen;
    const isChapter =
      heading?.form === 'named' &&
      heading.number !== undefined &&
      heading.confidence >= 0.9 &&
      (own?.number === undefined || heading.number === own.number + 1);
    if (!isChapter && !(block.kind === 'heading' && block.isTyped)) continue;
    problems.add(block.line, {
      severity: 'warning',
      code: 'heading-in-text',
      message: `“${seen.text}” stands in the text as a heading would. It is shown as text.`,
      fix: 'If a chapter starts here, make it a file of its own; if this is its heading, move it to the top.',
    });
  }
}

function reportFurniture(all: readonly Weighed[], problems: ProblemList): void {
  const left = all.filter(({ state }) => state.label === 'furniture');
  const [first] = left;
  if (first === undefined) return;
  const said = left.map(({ seen }) => `“${beginning(seen.text, 60)}”`).slice(0, 5);
  problems.add(first.seen.unit.block.line, {
    severity: 'info',
    code: 'furniture-left-out',
    message: `Navigation, page numbers and the like are not shown: ${said.join(', ')}${left.length > 5 ? ' and more' : ''}.`,
    fix: `Nothing to do. If readers should see it, say so in front matter: \`reading: { text: [${JSON.stringify(beginning(first.seen.text, 60))}] }\`.`,
  });
}
