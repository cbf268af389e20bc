import type { Chapter, HeldFile } from '../story/model.js';
import type { Obstacle } from './posting/obstacle.js';
import type { ScheduleProblem } from './serial/schedule.js';

/** Why something about a serial or a release cannot be done, with what is needed to explain it. */
export type ReleaseFailure =
  | { readonly kind: 'no-serial'; readonly storyTitle: string }
  | { readonly kind: 'serial-running'; readonly storyTitle: string; readonly channelId: string }
  | { readonly kind: 'serial-stopped'; readonly storyTitle: string }
  | { readonly kind: 'release-under-way' }
  | { readonly kind: 'release-blocked'; readonly label: string }
  | { readonly kind: 'nothing-blocked' }
  | { readonly kind: 'retraction-under-way'; readonly label: string }
  | {
      readonly kind: 'retraction-blocked';
      readonly label: string;
      readonly channelId: string;
      readonly obstacle: Obstacle;
    }
  | { readonly kind: 'schedule'; readonly problems: readonly ScheduleProblem[] }
  | { readonly kind: 'obstacle'; readonly channelId: string; readonly obstacle: Obstacle }
  | { readonly kind: 'chapter-out'; readonly chapter: Chapter }
  | { readonly kind: 'nothing-next' }
  | { readonly kind: 'held-back'; readonly why: 'draft' | 'dated'; readonly chapter: Chapter }
  /** The file that comes next cannot be read, or its place is unclear. */
  | { readonly kind: 'file-held'; readonly file: HeldFile }
  /** The file at which the serial began is gone. */
  | { readonly kind: 'start-lost'; readonly chapterId: string }
  /** A file of the story is being saved, so what is known of it is old. `file` is relative to the chapters folder. */
  | { readonly kind: 'being-saved'; readonly file: string }
  | { readonly kind: 'nothing-out' }
  | { readonly kind: 'bad-moment'; readonly given: string }
  /** Its messages are being brought up to its file. */
  | { readonly kind: 'update-under-way'; readonly label: string }
  | { readonly kind: 'discord'; readonly message: string };

/** Either what was wanted or why not. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ReleaseFailure };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(failure: ReleaseFailure): { readonly ok: false; readonly failure: ReleaseFailure } {
  return { ok: false, failure };
}
