import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { discordIssue, list, snowflake, text } from './form.js';

// Limits: https://discord.com/developers/docs/components/reference

const componentId = z.int().min(0).optional();
const customId = text(1, 100);
const emoji = z.object({ id: snowflake.nullish(), name: z.string().nullish(), animated: z.boolean().optional() });

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id: componentId,
    style: z.enum(ButtonStyle),
    label: text(0, 80).optional(),
    emoji: emoji.optional(),
    custom_id: customId.optional(),
    url: text(1, 512).optional(),
    sku_id: snowflake.optional(),
    disabled: z.boolean().optional(),
  })
  .check((context) => {
    const { style, label, emoji: icon, custom_id, url } = context.value;
    const require = (field: string) =>
      context.issues.push(discordIssue(context.value, 'BASE_TYPE_REQUIRED', 'This field is required', [field]));
    if (style === ButtonStyle.Premium) return;
    if (style === ButtonStyle.Link ? url === undefined : custom_id === undefined) {
      require(style === ButtonStyle.Link ? 'url' : 'custom_id');
    }
    if (url !== undefined && custom_id !== undefined) {
      const words = 'A custom id and url cannot both be specified';
      context.issues.push(discordIssue(context.value, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', words));
    }
    if (!label && icon === undefined) require('label');
  });

const selectFields = {
  id: componentId,
  custom_id: customId,
  placeholder: text(0, 150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  disabled: z.boolean().optional(),
  required: z.boolean().optional(),
};

/** An option of a string select. */
const option = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().optional(),
});

const stringSelect = z
  .object({ type: z.literal(ComponentType.StringSelect), ...selectFields, options: list(option, 1, 25) })
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

const defaultValues = z.array(z.object({ id: snowflake, type: z.enum(['user', 'role', 'channel']) })).optional();
const entitySelect = (type: EntitySelectType) =>
  z.object({
    type: z.literal(type),
    ...selectFields,
    channel_types: z.array(z.int()).optional(),
    default_values: defaultValues,
  });
type EntitySelectType =
  | ComponentType.UserSelect
  | ComponentType.RoleSelect
  | ComponentType.MentionableSelect
  | ComponentType.ChannelSelect;

/** Any of the five menus, as they stand in rows and in a modal's labels. */
export const selects = [
  stringSelect,
  entitySelect(ComponentType.UserSelect),
  entitySelect(ComponentType.RoleSelect),
  entitySelect(ComponentType.MentionableSelect),
  entitySelect(ComponentType.ChannelSelect),
] as const;

const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id: componentId,
    components: list(z.discriminatedUnion('type', [button, ...selects]), 1, 5),
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
const media = z.object({ url: text(1, 2048) });
const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id: componentId,
  media,
  description: text(0, 1024).nullish(),
  spoiler: z.boolean().optional(),
});
const section = z.object({
  type: z.literal(ComponentType.Section),
  id: componentId,
  components: list(textDisplay, 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const mediaGallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  id: componentId,
  items: list(z.object({ media, description: text(0, 1024).nullish(), spoiler: z.boolean().optional() }), 1, 10),
});
const file = z.object({
  type: z.literal(ComponentType.File),
  id: componentId,
  file: media,
  spoiler: z.boolean().optional(),
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
  components: list(
    z.discriminatedUnion('type', [actionRow, textDisplay, section, mediaGallery, file, separator]),
    1,
    40,
  ),
});

/** What may stand at the top of a message without the components-v2 flag: up to five rows. */
export const legacyComponents = list(z.discriminatedUnion('type', [actionRow]), 0, 5);

/** What may stand at the top of a components-v2 message. */
export const layoutComponents = list(
  z.discriminatedUnion('type', [actionRow, textDisplay, section, mediaGallery, file, separator, container]),
  0,
  40,
);
