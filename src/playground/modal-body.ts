import {
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import * as z from 'zod';
import { menu, textDisplay } from './component-body.js';
import { walkComponents } from './component-tree.js';
import { discordIssue, list, parseForm, text } from './form.js';

// Limits: https://discord.com/developers/docs/components/reference
const componentId = z.int().min(0).optional();
const customId = text(1, 100);
const required = z.boolean().optional();

const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id: componentId,
    custom_id: customId,
    style: z.enum(TextInputStyle),
    label: text(1, 45).nullish(),
    min_length: z.int().min(0).max(4000).optional(),
    max_length: z.int().min(1).max(4000).optional(),
    placeholder: text(0, 100).nullish(),
    value: text(0, 4000).nullish(),
    required,
  })
  .check((context) => {
    const { min_length = 0, max_length = 4000 } = context.value;
    if (min_length <= max_length) return;
    const words = `Value should be less than or equal to ${max_length}.`;
    context.issues.push(discordIssue(min_length, 'NUMBER_TYPE_MAX', words, ['min_length']));
  });

const checkbox = z.object({
  type: z.literal(ComponentType.Checkbox),
  id: componentId,
  custom_id: customId,
  default: z.boolean().optional(),
});
const label = z.object({
  type: z.literal(ComponentType.Label),
  id: componentId,
  label: text(1, 45),
  description: text(0, 100).nullish(),
  component: z.discriminatedUnion('type', [textInput, menu, checkbox]),
});
const inputRow = z.object({
  type: z.literal(ComponentType.ActionRow),
  id: componentId,
  components: list(textInput, 1, 1).check((context) => {
    for (const [index, input] of context.value.entries()) {
      if (input.label != null) continue;
      context.issues.push(discordIssue(input, 'BASE_TYPE_REQUIRED', 'This field is required', [index, 'label']));
    }
  }),
});

const modal = z.object({
  custom_id: customId,
  title: text(1, 45),
  components: list(z.discriminatedUnion('type', [label, inputRow, textDisplay]), 1, 5).check((context) => {
    const ids = walkComponents(context.value).flatMap(({ component }) => component.custom_id ?? []);
    if (new Set(ids).size === ids.length) return;
    const words = 'Component custom id cannot be duplicated';
    context.issues.push(discordIssue(ids, 'COMPONENT_CUSTOM_ID_DUPLICATED', words));
  }),
});

/** A modal as a bot opens it, known to keep Discord's rules. */
export interface ModalBody {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly APIModalInteractionResponseCallbackComponent[];
}

/** Reads a modal. Throws 50035 with what breaks a rule. */
export function parseModalBody(body: unknown): ModalBody {
  const parsed = parseForm(modal, body);
  // Checked above; zod's inferred types allow undefined where the API's types want a field left out.
  return { ...parsed, components: parsed.components as readonly APIModalInteractionResponseCallbackComponent[] };
}
