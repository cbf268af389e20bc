import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import * as z from 'zod';
import { discordIssue, list, snowflake, text } from './form.js';

// Limits: https://discord.com/developers/docs/components/reference

const componentId = z.int().min(0).optional();
const customId = text(1, 100);
const emoji = z.object({ id: snowflake.nullish(), name: z.string().nullish(), animated: z.boolean().optional() });

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id: componentId,
    style: z.enum(ButtonStyle).exclude(['Link', 'Premium']),
    label: text(0, 80).optional(),
    emoji: emoji.optional(),
    custom_id: customId,
    disabled: z.boolean().optional(),
  })
  .check((context) => {
    const { label, emoji: icon } = context.value;
    if (label || icon !== undefined) return;
    context.issues.push(discordIssue(context.value, 'BASE_TYPE_REQUIRED', 'This field is required', ['label']));
  });

/** An option of a string select. */
const option = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().optional(),
});

/** A menu, as it stands in a row and in a modal's label. */
export const menu = z
  .object({
    type: z.literal(ComponentType.StringSelect),
    id: componentId,
    custom_id: customId,
    placeholder: text(0, 150).optional(),
    min_values: z.int().min(0).max(25).optional(),
    max_values: z.int().min(1).max(25).optional(),
    disabled: z.boolean().optional(),
    required: z.boolean().optional(),
    options: list(option, 1, 25),
  })
  .check((context) => {
    const { options, max_values = 1 } = context.value;
    const seen = new Set<string>();
    for (const [index, { value }] of options.entries()) {
      if (seen.has(value)) {
        const path = ['options', index, 'value'];
        const words = 'The specified option value is already used';
        context.issues.push(discordIssue(value, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', words, path));
      }
      seen.add(value);
    }
    if (max_values > options.length) {
      const words = `Value should be less than or equal to ${options.length}.`;
      context.issues.push(discordIssue(max_values, 'NUMBER_TYPE_MAX', words, ['max_values']));
    }
  });

const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id: componentId,
    components: list(z.discriminatedUnion('type', [button, menu]), 1, 5),
  })
  .check((context) => {
    const { components } = context.value;
    if (components.length === 1 || components.every(({ type }) => type === ComponentType.Button)) return;
    const words = 'A menu fills the whole row';
    context.issues.push(discordIssue(components, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', words, ['components']));
  });

/** A stretch of markdown in a components-v2 message or a modal. */
export const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: text(1, 4000),
});
const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id: componentId,
  divider: z.boolean().optional(),
  spacing: z.union([z.literal(1), z.literal(2)]).optional(),
});
const container = z.object({
  type: z.literal(ComponentType.Container),
  id: componentId,
  accent_color: z.int().min(0).max(0xff_ff_ff).nullish(),
  spoiler: z.boolean().optional(),
  components: list(z.discriminatedUnion('type', [actionRow, textDisplay, separator]), 1, 40),
});

/** What may stand at the top of a message without the components-v2 flag: up to five rows. */
export const legacyComponents = list(z.discriminatedUnion('type', [actionRow]), 0, 5);

/** What may stand at the top of a components-v2 message, as far as we use it. */
export const layoutComponents = list(
  z.discriminatedUnion('type', [actionRow, textDisplay, separator, container]),
  0,
  40,
);
