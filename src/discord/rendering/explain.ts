import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import type { ReleaseFailure } from '../../release/failure.js';
import type { Obstacle } from '../../release/posting/obstacle.js';
import type { PlanKind } from '../../release/posting/plan.js';
import { heldReason } from '../../release/serial/held-reason.js';
import { days, type ScheduleProblem } from '../../release/serial/schedule.js';
import { chapterLabel } from '../../story/labels.js';
import { explainHeld, heldName } from './explain-held.js';
import { when } from './time.js';

/** Why something cannot be done and what to do about it, in English, for the person who asked. */
export function explain(failure: ReleaseFailure): string {
  switch (failure.kind) {
    case 'no-serial':
      return `${bold(failure.storyTitle)} is not running in this server yet. Start it with \`/serial start\`.`;
    case 'serial-running':
      return `${bold(failure.storyTitle)} is running already, in <#${failure.channelId}>. Change it with \`/serial move\` or \`/serial set\`, or end it with \`/serial stop\` first.`;
    case 'serial-stopped':
      return `${bold(failure.storyTitle)} is stopped here. \`/serial start\` goes on after its last release.`;
    case 'release-under-way':
      return 'A chapter is being posted right now. Try again when it is out.';
    case 'release-blocked':
      return `${bold(failure.label)} stopped on its way. \`/serial status\` tells why, and \`/release retry\` goes on with it.`;
    case 'nothing-blocked':
      return 'Nothing of this story is waiting to go on.';
    case 'retraction-under-way':
      return `${bold(failure.label)} is being taken back. Try again when that is done.`;
    case 'retraction-blocked':
      return `${bold(failure.label)} could not be taken back as a whole. ${explainBlocked('retraction', failure.obstacle, failure.channelId)}`;
    case 'start-lost':
      return explainLostStart(failure.chapterId);
    case 'schedule':
      return failure.problems.map(explainSchedule).join('\n');
    case 'obstacle':
      return explainObstacle(failure.obstacle, failure.channelId);
    case 'chapter-out':
      return `${bold(chapterLabel(failure.chapter))} is out already. To post it again, take it back with \`/release retract\` first, or name a later chapter.`;
    case 'nothing-next':
      return 'There is no further chapter in the chapters folder. Add a file and try again.';
    case 'held-back':
      return explainHeldBack(failure.why, failure.chapter);
    case 'file-held':
      return `The next file is not clear to me: ${explainHeld(heldReason(failure.file))} Nothing behind it comes out before it; once it is mended, or out of the folder, try again.`;
    case 'being-saved':
      return `${heldName(failure)} is being saved at this moment, and what I know of it is old, so I left everything as it is. Try again when it has been left alone for a few seconds.`;
    case 'nothing-out':
      return 'Nothing of this story is out in this server yet.';
    case 'bad-moment':
      return `\`${inCode(failure.given)}\` is no moment in the future. Write it like \`2027-01-15\` or \`2027-01-15 18:00\`, in the serial's own time zone.`;
    case 'update-under-way':
      return `The messages of ${bold(failure.label)} are being brought up to date right now. \`/release sync\` tells how far that is.`;
    case 'discord':
      return 'Discord cannot be reached properly just now. Nothing was changed; please try again in a minute.';
  }
}

/** Why what is done to a chapter's messages stopped on its way, the cure, and what goes on with it. */
export function explainBlocked(plan: PlanKind, obstacle: Obstacle, channelId: string): string {
  const why = explainObstacle(obstacle, channelId);
  if (plan === 'update') return `${why}\nThen \`/release sync\` goes on where it stopped.`;
  if (plan === 'retraction') return `${why} Then \`/release retry\` goes on where it stopped.`;
  return obstacle.kind === 'post-gone'
    ? why
    : `${why} Then \`/release retry\` goes on where it stopped; \`/release retract\` takes back what stands.`;
}

/** Why nothing comes out of a serial whose first file is gone. */
export function explainLostStart(chapterId: string): string {
  return `This serial began with the file ${bold(chapterId)}, which is not in the folder any more, so I cannot tell which chapters your readers know already. Put it back, or \`/serial stop\` and \`/serial start\` with \`from:\` the chapter that comes next.`;
}

/** What keeps a release from being posted, and the cure. */
function explainObstacle(obstacle: Obstacle, channelId: string): string {
  switch (obstacle.kind) {
    case 'channel-unusable':
      return `I cannot post in <#${channelId}>: it is gone, hidden from me, or no text, announcement or forum channel. Let me see it, or choose another with \`/serial move\`.`;
    case 'permissions-missing':
      return `I am missing permissions in <#${channelId}>: ${obstacle.missing.map((name) => bold(name)).join(', ')}. Give them to my role, there or in the whole server, and try again.`;
    case 'age-restriction-missing':
      return `This story has mature chapters, and <#${channelId}> is open to everyone. Mark it as age-restricted in its settings, or choose a channel that is.`;
    case 'post-gone':
      return `Its post in <#${channelId}> was deleted while I was still writing it. \`/release retract\` makes the chapter unreleased, so that it can come out anew.`;
    case 'refused':
      return `Discord refused it in <#${channelId}>: “${escapeMarkup(obstacle.message)}” (code ${obstacle.code}).`;
  }
}

function explainHeldBack(
  why: 'draft' | 'dated',
  chapter: Parameters<typeof chapterLabel>[0] & { publishAt?: Date },
): string {
  const name = bold(chapterLabel(chapter));
  if (why === 'draft')
    return `${name} is next, and still marked as a draft. Take \`draft: true\` out of its file when it is ready.`;
  const date = chapter.publishAt === undefined ? 'later' : when(chapter.publishAt.getTime(), 'F');
  return `${name} is next, and dated ${date}. It comes out at the first slot after that; change \`publishAt\` in its file to have it earlier.`;
}

function explainSchedule(problem: ScheduleProblem): string {
  switch (problem.kind) {
    case 'missing':
      return {
        day: 'Which `day` should chapters come out? Choose one from the list, or give a `cron` rule.',
        time: 'At what `time` should chapters come out? Write it like `20:00`.',
        timezone: 'Which `timezone` is that time in? Choose one from the list, such as `Europe/Berlin`.',
      }[problem.what];
    case 'bad-day':
      return `\`${inCode(problem.given)}\` is no day that I know. Choose one of ${Object.keys(days).join(', ')}.`;
    case 'bad-time':
      return `\`${inCode(problem.given)}\` is no time of day. Write it with 24 hours, like \`20:00\`.`;
    case 'bad-timezone':
      return `\`${inCode(problem.given)}\` is no time zone that I know. Choose one from the list, such as \`America/New_York\`.`;
    case 'bad-cron':
      return `\`${inCode(problem.given)}\` is no cron rule that ever comes true. It has five fields: minute, hour, day of month, month, day of week; \`0 20 * * 5\` is every Friday at 20:00.`;
    case 'two-rules':
      return 'Give either a `day` and a `time`, or a `cron` rule, not both.';
  }
}

function bold(name: string): string {
  return `**${escapeMarkup(name)}**`;
}

/** What somebody typed, safe between backticks and not too long. */
function inCode(given: string): string {
  return shorten(given, 60).replaceAll('`', "'").replaceAll('\n', ' ');
}
