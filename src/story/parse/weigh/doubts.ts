import { shorten } from '../../../markup/shorten.js';
import type { ProblemList } from '../problem-list.js';
import { readingOf, type State } from './label.js';
import { isNearEdge } from './unit.js';
import type { Weighed } from './weighed.js';

/** A second reading that comes so near is told to the author. */
const threshold = 1.3;

/** Tells the author where a stretch could almost as well be something else. One telling for stretches that follow each other. */
export function reportDoubts(all: readonly Weighed[], blocks: number, problems: ProblemList): void {
  let told: string | undefined;
  all.forEach((weighed, at) => {
    const doubt = isNearEdge(weighed.seen.unit.index, blocks) ? doubtOf(weighed, at, all) : undefined;
    if (doubt !== undefined && doubt.code !== told) {
      problems.add(weighed.seen.unit.block.line, {
        severity: doubt.isTitle ? 'info' : 'warning',
        ...messageOf(weighed, doubt),
      });
    }
    told = doubt?.code;
  });
}

type Code =
  | 'unclear-opening'
  | 'unclear-title'
  | 'title-from-first-line'
  | 'unclear-ending'
  | 'unclear-break'
  | 'note-in-text';

interface Doubt {
  readonly code: Code;
  readonly isTitle: boolean;
}

function doubtOf({ state, second, margin }: Weighed, at: number, all: readonly Weighed[]): Doubt | undefined {
  if (state.label === 'aside') return { code: 'note-in-text', isTitle: false };
  if (second === undefined || margin >= threshold) return undefined;
  const [is, maybe] = [readingOf(state), readingOf(second)];
  // Neither is seen by readers as it stands, and neither is lost.
  if (is !== 'text' && maybe !== 'text' && is !== 'heading' && maybe !== 'heading') return undefined;
  if (is === 'break' || maybe === 'break') return { code: 'unclear-break', isTitle: false };
  if (is === 'heading') return { code: 'title-from-first-line', isTitle: true };
  const isTop =
    [state, second].some(isAtTop) || (state.zone === 'body' && second.zone === 'body' && at * 2 < all.length);
  if (isTop && maybe === 'heading') return { code: 'unclear-title', isTitle: false };
  return { code: isTop ? 'unclear-opening' : 'unclear-ending', isTitle: false };
}

function isAtTop({ zone }: State): boolean {
  return zone === 'above' || zone === 'head' || zone === 'below';
}

const names = {
  heading: 'a heading',
  text: 'text',
  note: 'a note',
  data: 'data',
  furniture: 'navigation or a rule',
  break: 'a scene break',
} as const;

function messageOf({ seen, state, second }: Weighed, { code }: Doubt) {
  const said = shorten(seen.text.replace(/\s+/gu, ' '), 61);
  if (code === 'note-in-text') {
    return {
      code,
      message: `A note, “${said}”, stands here with text of the chapter behind it. It is shown where it stands.`,
      fix: 'Move it above the heading or to the end of the file, or into front matter (`notes: …`, `endNotes: …`).',
    };
  }
  const is = names[readingOf(state)];
  const maybe = second === undefined ? 'something else' : names[readingOf(second)];
  return {
    code,
    message: `“${said}” was taken for ${is}; it may be ${maybe}.`,
    fix: `If that is wrong, say so in front matter: \`reading: { ${fixWord(second)}: [${JSON.stringify(said)}] }\`; or \`reading: { ${fixWord(state)}: [${JSON.stringify(said)}] }\` if it is right, and this is not asked again.`,
  };
}

function fixWord(state: Weighed['second']): string {
  const reading = state === undefined ? 'text' : readingOf(state);
  return reading === 'data' ? 'note' : reading;
}
