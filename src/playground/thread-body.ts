import { ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import * as z from 'zod';
import { apiError, nestErrors } from './api-error.js';
import { list, parseForm, snowflake, text } from './form.js';
import { type MessageBody, parseMessageBody } from './message-body.js';

const name = text(1, 100);
const autoArchiveMinutes = z.enum(ThreadAutoArchiveDuration);
const appliedTags = list(snowflake, 0, 5);

const common = {
  name,
  auto_archive_duration: autoArchiveMinutes.nullish(),
  rate_limit_per_user: z.int().min(0).max(21_600).nullish(),
};
const threadForm = z.object(common);
const postForm = z.object({ ...common, applied_tags: appliedTags.nullish(), message: z.looseObject({}) });
const changeForm = z.object({
  name: name.optional(),
  archived: z.boolean().optional(),
  locked: z.boolean().optional(),
  auto_archive_duration: autoArchiveMinutes.optional(),
  applied_tags: appliedTags.optional(),
});

/** A thread to be opened on a message. */
export type ThreadBody = z.infer<typeof threadForm>;

/** What is to be changed about a thread. */
export type ThreadChange = z.infer<typeof changeForm>;

/** A forum post to be opened, with its first message. */
export interface PostBody extends Omit<z.infer<typeof postForm>, 'message'> {
  readonly message: MessageBody;
}

/** Reads a thread to be opened. Throws 50035 with what breaks a rule. */
export function parseThreadBody(body: unknown): ThreadBody {
  return parseForm(threadForm, body);
}

/** Reads a change to a thread. Throws 50035 with what breaks a rule. */
export function parseThreadChange(body: unknown): ThreadChange {
  return parseForm(changeForm, body);
}

/** Reads a forum post. Throws 50035 with what breaks a rule. */
export function parsePostBody(body: unknown): PostBody {
  const { message, ...post } = parseForm(postForm, body);
  try {
    return { ...post, message: parseMessageBody(message) };
  } catch (error) {
    throw nestErrors(error, 'message');
  }
}

/** The tags of a post, as far as the forum has them. Throws 10087 for one that it has not. */
export function knownTags(
  forum: { readonly tags: readonly { readonly id: string }[] },
  ids: readonly string[],
): readonly string[] {
  if (ids.every((id) => forum.tags.some((tag) => tag.id === id))) return ids;
  throw apiError(10087);
}
