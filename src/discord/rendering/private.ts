import { type APIMessageTopLevelComponent, MessageFlags } from 'discord-api-types/v10';

/** What a message shows, as components (v2). Its texts hold at most 4,000 characters in all, and it at most 40 components. */
export type View = readonly APIMessageTopLevelComponent[];

/** Nothing that is shown pings anybody, whatever it quotes. */
const noMentions = { parse: [] } as const;

/** Answers with a view that only the person who asked can see. */
export function privately(view: View) {
  return {
    flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
    components: view,
    allowedMentions: noMentions,
  } as const;
}

/** Answers with a sentence that only the person who asked can see. */
export function ephemeral(sentence: string) {
  return { flags: MessageFlags.Ephemeral, content: sentence, allowedMentions: noMentions } as const;
}

/** Puts another view in the place of the one that a button stands in. */
export function inPlace(view: View) {
  return { flags: MessageFlags.IsComponentsV2, components: view, allowedMentions: noMentions } as const;
}
