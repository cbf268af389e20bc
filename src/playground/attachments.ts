import type { APIAttachment } from 'discord-api-types/v10';
import type { MessageBody } from './message-body.js';
import type { World } from './world.js';

/** Where uploaded files are served, below the playground's base URL. */
export const ATTACHMENTS_PATH = '/attachments';

/** Keeps the files that came with a message and gives the attachments that show them. */
export function storeAttachments(world: World, body: MessageBody): readonly APIAttachment[] {
  return body.files.map((file) => {
    const id = world.nextId();
    const told = body.attachments?.find((attachment) => attachment.id === file.index);
    const filename = told?.filename ?? file.name;
    const url = `${world.baseUrl}${ATTACHMENTS_PATH}/${id}/${encodeURIComponent(filename)}`;
    world.files.set(id, file);
    return {
      id,
      filename,
      size: file.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...(told?.description != null && { description: told.description }),
    };
  });
}

/** What an edit leaves of a message's attachments: those that it names, all when it names none, and the new files. */
export function editAttachments(
  world: World,
  standing: readonly APIAttachment[],
  body: MessageBody,
): readonly APIAttachment[] {
  const named = body.attachments;
  const kept = named == null ? standing : standing.filter(({ id }) => named.some((one) => one.id === id));
  return [...kept, ...storeAttachments(world, body)];
}
