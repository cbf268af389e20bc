import { isMature } from '../../story/labels.js';
import type { Chapter, Story } from '../../story/model.js';
import { chapterPassages } from '../../story/passage.js';
import { done, failed, type Outcome } from '../failure.js';
import type { Clock } from '../ports.js';
import type { ChannelReport, Publisher } from '../posting/publisher.js';
import { running } from './due.js';
import { parseMoment } from './moment.js';
import type { OpenStories } from './open-stories.js';
import { type Schedule, type ScheduleRequest, toSchedule } from './schedule.js';
import type { Serial } from './serial.js';
import type { SerialBook } from './serial-book.js';
import { firstSettings, type Settings, type SettingsChange, settingsOf, withChange } from './settings.js';

/** What a member asked `/serial start` for. Left out is what the serial that stood here before had, where one did. */
export interface StartRequest extends ScheduleRequest {
  readonly guildId: string;
  readonly story: Story;
  readonly channelId: string;
  readonly startedBy: string;
  readonly settings?: SettingsChange;
  /** The chapter to begin with. */
  readonly from?: Chapter;
}

/** What serials are controlled with. */
export interface SerialControlParts {
  readonly serials: SerialBook;
  readonly opened: Pick<OpenStories, 'open' | 'close'>;
  readonly publisher: Pick<Publisher, 'inspect'>;
  readonly clock: Clock;
}

/** Starts, pauses, moves, changes and stops serials, at the wish of members who may. */
export class SerialControl {
  readonly #parts: SerialControlParts;

  constructor(parts: SerialControlParts) {
    this.#parts = parts;
  }

  /** Starts a serial, or goes on with a stopped one after its last release unless `from` says otherwise. */
  async start(request: StartRequest): Promise<Outcome<Serial>> {
    const before = this.#parts.serials.get(request.guildId, request.story.id);
    if (before !== undefined && before.status.kind !== 'stopped') {
      return failed({ kind: 'serial-running', storyTitle: request.story.title, channelId: before.channelId });
    }
    const schedule = scheduleFrom(request, before?.schedule);
    if (!schedule.ok) return schedule;
    const settings = withChange(before === undefined ? firstSettings : settingsOf(before), request.settings ?? {});
    const channel = await this.#usable(request, settings);
    if (!channel.ok) return channel;
    const alerts = await this.#alertsPossible(request.guildId, request.settings);
    if (!alerts.ok) return alerts;
    const now = this.#now();
    const serial: Serial = {
      guildId: request.guildId,
      storyId: request.story.id,
      channelId: request.channelId,
      channelKind: channel.value.kind,
      schedule: schedule.value,
      status: running({ schedule: schedule.value }, now, now),
      released: before?.released ?? [],
      startedBy: request.startedBy,
      ...settings,
      from: request.from === undefined ? before?.from : startAt(request.from, before?.released.length ?? 0),
      current: before?.current,
      updating: before?.updating ?? [],
    };
    // From now on the serial decides what is out. First, so that a start cut off here leaves nothing open.
    await this.#parts.opened.close(serial.guildId, serial.storyId);
    if (await this.#parts.serials.add(serial)) return done(serial);
    // Somebody else was first, after the look above.
    const { channelId } = this.#parts.serials.get(serial.guildId, serial.storyId) ?? serial;
    return failed({ kind: 'serial-running', storyTitle: request.story.title, channelId });
  }

  /** Lets slots pass until `until` (a moment as {@link parseMoment} reads it, in the serial's zone), else until resumed. */
  async pause(serial: Serial, until: string | undefined): Promise<Outcome<Serial>> {
    if (until === undefined) return done(await this.#setStatus(serial, { kind: 'paused' }));
    const moment = parseMoment(until, serial.schedule.timezone);
    if (moment === undefined || moment <= this.#now()) return failed({ kind: 'bad-moment', given: until });
    return done(await this.#setStatus(serial, { kind: 'paused', until: moment }));
  }

  /** Goes on from the next slot after now. */
  resume(serial: Serial): Promise<Serial> {
    const now = this.#now();
    return this.#setStatus(serial, running(serial, now, now));
  }

  /** Ends a serial; what is out stays out, and a later start goes on after it. */
  async stop(serial: Serial): Promise<Serial> {
    // Somebody may have opened it at the same moment: that must not show now what it had not released.
    await this.#parts.opened.close(serial.guildId, serial.storyId);
    return this.#parts.serials.change(serial, (current) => ({
      ...current,
      status: { kind: 'stopped' },
      question: undefined,
    }));
  }

  /** Lets a server read all of a story that is ready, in the name of a member; gives false where it could already. */
  async open(guildId: string, story: Story, by: string): Promise<Outcome<boolean>> {
    const serial = this.#parts.serials.get(guildId, story.id);
    if (serial !== undefined && serial.status.kind !== 'stopped') {
      return failed({ kind: 'serial-running', storyTitle: story.title, channelId: serial.channelId });
    }
    return done(await this.#parts.opened.open(guildId, story, by));
  }

  /** Ends that; gives false where it was not open. */
  close(guildId: string, storyId: string): Promise<boolean> {
    return this.#parts.opened.close(guildId, storyId);
  }

  /** Gives the serial another channel, another schedule, or both. */
  async move(
    serial: Serial,
    story: Story,
    request: ScheduleRequest & { channelId?: string },
  ): Promise<Outcome<Serial>> {
    const schedule = scheduleFrom(request, serial.schedule);
    if (!schedule.ok) return schedule;
    const channelId = request.channelId ?? serial.channelId;
    const channel = await this.#usable({ guildId: serial.guildId, story, channelId }, serial);
    if (!channel.ok) return channel;
    const now = this.#now();
    return done(
      await this.#parts.serials.change(serial, (current) => ({
        ...current,
        channelId,
        channelKind: channel.value.kind,
        schedule: schedule.value,
        status: current.status.kind === 'running' ? running({ schedule: schedule.value }, now, now) : current.status,
      })),
    );
  }

  /** Changes what a release does beyond posting, where the bot may do it. */
  async set(serial: Serial, story: Story, change: SettingsChange): Promise<Outcome<Serial>> {
    const settings = withChange(settingsOf(serial), change);
    const channel = await this.#usable({ guildId: serial.guildId, story, channelId: serial.channelId }, settings);
    if (!channel.ok) return channel;
    const alerts = await this.#alertsPossible(serial.guildId, change);
    if (!alerts.ok) return alerts;
    // Of what is stored by now: somebody else may have set something else meanwhile.
    return done(
      await this.#parts.serials.change(serial, (current) => ({
        ...current,
        ...withChange(settingsOf(current), change),
      })),
    );
  }

  /** Lets the missed slot pass about which the author was asked; gives false where that question is not open any more. */
  async letPass(serial: Serial, slotAt: number): Promise<boolean> {
    let open = false;
    await this.#parts.serials.change(serial, (current) => {
      open = current.question?.slotAt === slotAt;
      return open ? { ...current, question: undefined, lastPassed: { slotAt, why: 'late' } } : current;
    });
    return open;
  }

  /** Lets the coming slot pass: the serial waits for the one after it. */
  skip(serial: Serial): Promise<Serial> {
    return this.#parts.serials.change(serial, (current) =>
      current.status.kind === 'running'
        ? { ...current, status: running(current, current.status.nextSlotAt, this.#now()) }
        : current,
    );
  }

  async #usable(
    at: { readonly guildId: string; readonly story: Story; readonly channelId: string },
    settings: Pick<Settings, 'discussion' | 'seeds' | 'roleId'>,
  ): Promise<Outcome<ChannelReport>> {
    const { channelId } = at;
    const channel = await this.#parts.publisher.inspect(at.guildId, channelId, {
      discussion: settings.discussion,
      seeds: settings.seeds.length > 0,
      roleId: settings.roleId,
    });
    if (channel === undefined) return failed({ kind: 'obstacle', channelId, obstacle: { kind: 'channel-unusable' } });
    if (channel.missing.length > 0) {
      return failed({
        kind: 'obstacle',
        channelId,
        obstacle: { kind: 'permissions-missing', missing: [...channel.missing] },
      });
    }
    const mature = at.story.chapters.some((chapter) => isMature(at.story, chapter));
    return mature && !channel.ageRestricted
      ? failed({ kind: 'obstacle', channelId, obstacle: { kind: 'age-restriction-missing' } })
      : done(channel);
  }

  /** Alerts are plain messages, so a forum cannot take them. */
  async #alertsPossible(
    guildId: string,
    { alertChannelId: channelId }: SettingsChange = {},
  ): Promise<Outcome<undefined>> {
    if (channelId === undefined || channelId === null) return done(undefined);
    const channel = await this.#parts.publisher.inspect(guildId, channelId, { discussion: false, seeds: false });
    if (channel === undefined || channel.kind === 'forum') {
      return failed({ kind: 'obstacle', channelId, obstacle: { kind: 'channel-unusable' } });
    }
    const { missing } = channel;
    return missing.length === 0
      ? done(undefined)
      : failed({ kind: 'obstacle', channelId, obstacle: { kind: 'permissions-missing', missing: [...missing] } });
  }

  #setStatus(serial: Serial, status: Serial['status']): Promise<Serial> {
    return this.#parts.serials.change(serial, (current) => ({ ...current, status }));
  }

  #now(): number {
    return this.#parts.clock.now().getTime();
  }
}

/** The schedule asked for; where nothing of one is asked for, the one before. A new time alone keeps the old zone. */
function scheduleFrom(request: ScheduleRequest, before: Schedule | undefined): Outcome<Schedule> {
  const { day, time, cron, timezone } = request;
  const asked = [day, time, cron, timezone].some((part) => part !== undefined);
  if (!asked && before !== undefined) return done(before);
  const onlyZone = before !== undefined && day === undefined && time === undefined && cron === undefined;
  const schedule = toSchedule({
    day,
    time,
    cron: onlyZone ? before.cron : cron,
    timezone: timezone ?? before?.timezone,
  });
  return 'cron' in schedule ? done(schedule) : failed({ kind: 'schedule', problems: schedule });
}

function startAt(chapter: Chapter, outBefore: number): Serial['from'] {
  return { chapterId: chapter.id, passages: chapterPassages(chapter).map(({ id }) => id), outBefore };
}
