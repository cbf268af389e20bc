import type { Notice } from '../../release/publisher.js';
import type { Serial } from '../../release/serial.js';
import { escapeMarkup } from '../../story/plain.js';
import { explainObstacle } from './explain.js';
import { when } from './time.js';

/** What the person behind a serial is told in a private message. */
export function noticeText(serial: Serial, notice: Notice): string {
  if (notice.kind === 'parked') {
    const name = escapeMarkup(notice.label);
    return `**${name}** could not be posted.\n${explainObstacle(notice.obstacle, serial.channelId)}\nThen \`/release now\` goes on where it stopped.`;
  }
  return `A slot passed without a chapter in <#${serial.channelId}> (${when(notice.passed.slotAt, 'F')}).\n${passedReason(serial, notice.passed)}`;
}

/** Why a slot passed, and what would have helped. */
export function passedReason(serial: Serial, passed: NonNullable<Serial['lastPassed']>): string {
  const chapter = `**${escapeMarkup(passed.chapterId ?? '')}**`;
  switch (passed.why) {
    case 'no-chapter':
      return 'All chapters in the folder are out. Add the next file before the coming slot.';
    case 'draft':
      return `The next chapter, ${chapter}, is still marked as a draft.`;
    case 'dated':
      return `The next chapter, ${chapter}, is dated later (\`publishAt\`).`;
    case 'story-missing':
      return `The story **${escapeMarkup(serial.storyId)}** is not in the chapters folder any more.`;
  }
}
