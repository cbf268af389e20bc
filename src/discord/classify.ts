import { DiscordAPIError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { shorten } from '../markup/shorten.js';
import { type Posting, postOf } from '../release/posting/posting.js';
import type { Refused, Unreachable } from '../release/posting/publisher.js';

/** Discord's codes for a channel (a thread is one too) and a message that do not exist, or not any more. */
const unknownChannel = 10_003;
const unknownMessage = 10_008;

/** Refusals that pass by themselves: a request that took Discord too long, and one that came too early. */
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * What an error of discord.js means for a posting: Discord's "no" (4xx with a reason) is final until a person changes
 * something, everything else (5xx, closed sockets, timeouts) may succeed later. The one place that decides this.
 */
export function classify(error: unknown): Refused | Unreachable {
  if (error instanceof DiscordAPIError && error.status < 500 && !passingStatuses.has(error.status)) {
    const code = Number(error.code);
    const message = shorten(error.message, 300);
    return { kind: 'refused', obstacle: { kind: 'refused', code: Number.isNaN(code) ? error.status : code, message } };
  }
  return { kind: 'unreachable', cause: causeOf(error) };
}

/** Why Discord could not be reached, as a part of a sentence. */
function causeOf(error: unknown): string {
  if (error instanceof HTTPError || error instanceof DiscordAPIError) {
    return `Discord answered with status ${error.status}`;
  }
  // Node tries all addresses of a name, and says in each error what became of one.
  if (error instanceof AggregateError) return error.errors.map(causeOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  return error.name === 'AbortError' ? 'Discord did not answer in time' : error.message;
}

/** Whether Discord says that the token is not, or not any more, one of its own. */
export function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** Whether a refusal is in Discord's own words: a proxy, a firewall or a hotel's login page refuses with something else. */
export function isDiscordsOwn(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && typeof error.code === 'number';
}

/** Whether Discord says that the thing asked about does not exist any more. */
export function isGone(error: unknown): boolean {
  return hasCode(error, unknownChannel, unknownMessage);
}

/** Whether the forum post in which a chapter stands has been deleted. */
export function isPostGone(posting: Posting, error: unknown): boolean {
  return postOf(posting) !== undefined && hasCode(error, unknownChannel);
}

/** Whether a piece has been deleted, by itself or with its forum post. */
export function isPieceGone(posting: Posting, error: unknown): boolean {
  return hasCode(error, unknownMessage) || isPostGone(posting, error);
}

/** Whether Discord refused with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}
