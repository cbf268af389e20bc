import { type APIMessage, type APIMessageTopLevelComponent, MessageFlags } from 'discord-api-types/v10';
import * as z from 'zod';
import { apiError } from './api-error.js';
import { layoutComponents, legacyComponents } from './component-body.js';
import { componentTexts, walkComponents } from './component-tree.js';
import { codePointLength, discordIssue, list, parseForm, snowflake, text } from './form.js';

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: list(snowflake, 0, 100).optional(),
    roles: list(snowflake, 0, 100).optional(),
  })
  .check((context) => {
    const { parse = [], users = [], roles = [] } = context.value;
    for (const [kind, ids] of [['users', users] as const, ['roles', roles] as const]) {
      if (!parse.includes(kind) || ids.length === 0) continue;
      const words = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      context.issues.push(discordIssue(parse, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', words));
    }
  });

/** Whom a message may ping. Undefined lets everything in the text ping. */
export type AllowedMentions = z.infer<typeof allowedMentions>;

const layoutText = 4000;
const maxComponents = 40;

const MAX_NONCE = 25;
const refuseLongNonce: z.core.CheckFn<string | number> = (context) => {
  if (codePointLength(String(context.value)) <= MAX_NONCE) return;
  const words = `Must be ${MAX_NONCE} or fewer in length.`;
  context.issues.push(discordIssue(context.value, 'BASE_TYPE_MAX_LENGTH', words));
};

const fields = z.object({
  content: text(0, 2000).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.int().min(0).nullish(),
  nonce: z.union([z.string(), z.int()]).check(refuseLongNonce).nullish(),
  enforce_nonce: z.boolean().nullish(),
  components: z.array(z.unknown()).nullish(),
});

/** A message as a bot asks for it, known to keep Discord's rules. Undefined fields were not given; null ones clear. */
export interface MessageBody extends Omit<z.infer<typeof fields>, 'components'> {
  readonly components: readonly APIMessageTopLevelComponent[] | null | undefined;
}

/**
 * Reads the body of a message that is created or edited. `standingFlags` are those that the message has already.
 * Throws 50035 with the fields that break a rule.
 */
export function parseMessageBody(body: unknown, standingFlags = 0): MessageBody {
  const parsed = parseForm(fields, body);
  const isLayout = (((parsed.flags ?? 0) | standingFlags) & MessageFlags.IsComponentsV2) !== 0;
  const form = z.object({ components: isLayout ? layoutForm : legacyForm }).check((context) => {
    if (!isLayout || !parsed.content) return;
    const words = "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2";
    const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
    context.issues.push(discordIssue(parsed.content, code, words, ['content']));
  });
  const { components } = parseForm(form, { components: parsed.components });
  return {
    ...parsed,
    // They have just been checked against Discord's rules, which zod's inferred types say less exactly.
    components: components as readonly APIMessageTopLevelComponent[] | null | undefined,
  };
}

const refuseRepeats: z.core.CheckFn<unknown[]> = (context) => {
  const seen = new Set<string>();
  for (const { component, path } of walkComponents(context.value)) {
    if (component.custom_id === undefined) continue;
    if (seen.has(component.custom_id)) {
      const words = 'Component custom id cannot be duplicated';
      context.issues.push(
        discordIssue(component.custom_id, 'COMPONENT_CUSTOM_ID_DUPLICATED', words, [...path, 'custom_id']),
      );
    }
    seen.add(component.custom_id);
  }
};

const legacyForm = legacyComponents.check(refuseRepeats).nullish();
const layoutForm = layoutComponents
  .check(refuseRepeats, (context) => {
    if (walkComponents(context.value).length > maxComponents) {
      const words = `Must be ${maxComponents} or fewer in length.`;
      context.issues.push(discordIssue(context.value, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', words));
    }
    if (componentTexts(context.value).reduce((sum, one) => sum + codePointLength(one), 0) > layoutText) {
      const words = `The total length of all text must be ${layoutText} or fewer.`;
      context.issues.push(discordIssue(context.value, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', words));
    }
  })
  .nullish();

/** Throws 50006 for a message that would show nothing. */
export function refuseEmpty({ content, components = [] }: Pick<APIMessage, 'content' | 'components'>): void {
  if (content.trim() === '' && components.length === 0) throw apiError(50006);
}
