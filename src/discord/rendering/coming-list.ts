import { escapeMarkup } from '../../markup/plain.js';
import type { Coming } from '../../release/serial/coming.js';
import { heldReason } from '../../release/serial/held-reason.js';
import { chapterLabelWithin } from '../../story/labels.js';
import { heldName } from './explain-held.js';
import { when } from './time.js';

/** Longest name of a chapter in the list, in characters before escaping. */
const maxLabel = 80;

/**
 * What comes next in a serial, a line each with its slot as far as that can be told, at most `maxLines` and none for 0; as markup. For
 * members who run the serial: it names what is not out.
 */
export function comingList(coming: readonly Coming[], maxLines: number): string | undefined {
  if (coming.length === 0 || maxLines === 0) return undefined;
  const lines = coming.slice(0, maxLines).map((each) => `- ${line(each)}`);
  const more = coming.length - lines.length;
  return ['In this order:', ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

function line(each: Coming): string {
  if (each.kind === 'held') {
    return `⚠ ${heldName(each.file)} is not clear to me (line ${heldReason(each.file).line}); what is behind it waits`;
  }
  const label = escapeMarkup(chapterLabelWithin(each.chapter, maxLabel));
  if (each.chapter.draft) return `${label}, still a draft`;
  return each.slotAt === undefined ? label : `${when(each.slotAt, 'F')} · ${label}`;
}
