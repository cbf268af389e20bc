import { z } from 'zod';
import { codePointLength, discordIssue, list, text } from './form.js';

// Limits: https://discord.com/developers/docs/resources/message#embed-object-embed-limits
const image = z.object({ url: text(1, 2048) });

const embed = z.object({
  title: text(0, 256).nullish(),
  description: text(0, 4096).nullish(),
  url: text(0, 2048).nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: z.int().min(0).max(0xff_ff_ff).nullish(),
  footer: z.object({ text: text(0, 2048), icon_url: text(0, 2048).nullish() }).nullish(),
  image: image.nullish(),
  thumbnail: image.nullish(),
  author: z.object({ name: text(0, 256), url: text(0, 2048).nullish(), icon_url: text(0, 2048).nullish() }).nullish(),
  fields: list(z.object({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().optional() }), 0, 25).nullish(),
});

/** An embed as a bot sends it. */
export type EmbedBody = z.infer<typeof embed>;

const MAX_EMBED_SUM = 6000;

/** Up to ten embeds, whose texts come to 6,000 code points at most. */
export const embeds = list(embed, 0, 10).check((context) => {
  if (context.value.reduce((sum, one) => sum + embedLength(one), 0) <= MAX_EMBED_SUM) return;
  const words = `Embed size exceeds maximum size of ${MAX_EMBED_SUM}`;
  context.issues.push(discordIssue(context.value, 'MAX_EMBED_SIZE_EXCEEDED', words));
});

function embedLength({ title, description, footer, author, fields }: EmbedBody): number {
  const texts = [title, description, footer?.text, author?.name, ...(fields ?? []).flatMap((f) => [f.name, f.value])];
  return texts.reduce<number>((sum, one) => sum + codePointLength(one ?? ''), 0);
}
