import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type LocalizationMap,
} from 'discord-api-types/v10';
import * as z from 'zod';
import { fieldError } from './api-error.js';
import { codePointLength, discordIssue, list, parseForm, text } from './form.js';

// Limits: https://discord.com/developers/docs/interactions/application-commands

const NAME_PATTERN = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_COMMAND_TEXT = 8000;

/** The name of a slash command or option: lower case, at most 32, no spaces. */
const slashName = text(1, 32).check((context) => {
  if (NAME_PATTERN.test(context.value) && context.value === context.value.toLowerCase()) return;
  context.issues.push(discordIssue(context.value, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'));
});
const localizations = z.record(z.string(), z.string().nullable()).nullish();
const description = text(1, 100);

const choice = z.object({
  name: text(1, 100),
  name_localizations: localizations,
  value: z.union([text(1, 100), z.number()]),
});

const optionFields = {
  name: slashName,
  name_localizations: localizations,
  description,
  description_localizations: localizations,
};

const refuseChoicesAndCompletion: z.core.CheckFn<{
  autocomplete?: boolean | undefined;
  choices?: readonly unknown[] | null | undefined;
}> = (context) => {
  if (context.value.autocomplete !== true || !context.value.choices?.length) return;
  const words = 'Choices and autocomplete are mutually exclusive';
  context.issues.push(discordIssue(context.value, 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', words));
};

const valueOption = z
  .object({
    type: z.enum(ApplicationCommandOptionType).exclude(['Subcommand', 'SubcommandGroup']),
    ...optionFields,
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: list(choice, 0, 25).nullish(),
    channel_types: z.array(z.enum(ChannelType)).nullish(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    min_length: z.int().min(0).max(6000).optional(),
    max_length: z.int().min(1).max(6000).optional(),
  })
  .check(refuseChoicesAndCompletion);

const refuseBadOrder: z.core.CheckFn<readonly { name: string; type: number; required?: boolean | undefined }[]> = (
  context,
) => {
  const names = new Set<string>();
  let hadOptional = false;
  for (const [index, option] of context.value.entries()) {
    if (names.has(option.name)) {
      const words = 'Option names must be unique';
      context.issues.push(discordIssue(option, 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', words, [index, 'name']));
    }
    names.add(option.name);
    if (option.required === true && hadOptional) {
      const words = 'Required options must be placed before non-required options';
      context.issues.push(discordIssue(option, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', words, [index]));
    }
    hadOptional ||= option.required !== true;
  }
};

const valueOptions = list(valueOption, 0, 25).check(refuseBadOrder).nullish();
const subcommand = z.object({
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  ...optionFields,
  options: valueOptions,
});
const group = z.object({
  type: z.literal(ApplicationCommandOptionType.SubcommandGroup),
  ...optionFields,
  options: list(subcommand, 0, 25).check(refuseBadOrder).nullish(),
});

const commandFields = {
  name_localizations: localizations,
  description_localizations: localizations,
  default_member_permissions: z.union([z.string().regex(/^\d+$/u), z.int()]).nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  contexts: z.array(z.enum(InteractionContextType)).min(1).nullish(),
  integration_types: z.array(z.enum(ApplicationIntegrationType)).min(1).nullish(),
};

const slashCommand = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  name: slashName,
  description,
  ...commandFields,
  options: list(z.discriminatedUnion('type', [valueOption, subcommand, group]), 0, 25)
    .check(refuseBadOrder, (context) => {
      const nested = context.value.filter(({ type }) => type <= ApplicationCommandOptionType.SubcommandGroup).length;
      if (nested === 0 || nested === context.value.length) return;
      const words = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
      context.issues.push(discordIssue(context.value, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', words));
    })
    .nullish(),
});
const menuCommand = z.object({
  type: z.union([z.literal(ApplicationCommandType.User), z.literal(ApplicationCommandType.Message)]),
  name: text(1, 32),
  description: z.literal('').optional(),
  ...commandFields,
  options: z.array(z.never()).nullish(),
});

/** A command as a bot registers it, known to keep Discord's rules. */
export interface CommandBody {
  readonly type?: ApplicationCommandType;
  readonly name: string;
  readonly description?: string | undefined;
  readonly name_localizations: LocalizationMap | null;
  readonly description_localizations: LocalizationMap | null;
  readonly default_member_permissions: string | null;
  readonly dm_permission?: boolean | null | undefined;
  readonly nsfw?: boolean | null | undefined;
  readonly contexts?: readonly InteractionContextType[] | null | undefined;
  readonly integration_types?: readonly ApplicationIntegrationType[] | null | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | null | undefined;
}

/** Reads a command; `path` is where it stands in the body. Throws 50035 with what breaks a rule. */
export function parseCommandBody(body: unknown): CommandBody {
  const typed = typeof body === 'object' && body !== null ? { type: ApplicationCommandType.ChatInput, ...body } : body;
  const parsed = parseForm(z.discriminatedUnion('type', [slashCommand, menuCommand]), typed);
  if (commandTextLength(parsed) > MAX_COMMAND_TEXT) {
    throw fieldError([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_COMMAND_TEXT})`);
  }
  return {
    ...parsed,
    // Checked above; zod's inferred types cannot say which fields belong to which type of option.
    name_localizations: (parsed.name_localizations ?? null) as LocalizationMap | null,
    description_localizations: (parsed.description_localizations ?? null) as LocalizationMap | null,
    default_member_permissions:
      parsed.default_member_permissions == null ? null : String(parsed.default_member_permissions),
    options: parsed.options?.map(withoutDefaults) as readonly APIApplicationCommandOption[] | null | undefined,
  };
}

/** Discord does not give back an option's `required: false`, nor empty lists. */
function withoutDefaults(option: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = Object.entries(option).filter(
    ([key, value]) =>
      value !== undefined && !(key === 'required' && value === false) && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'options' && Array.isArray(value) ? value.map(withoutDefaults) : value]),
  );
}

/** The length of all names, descriptions and choice values together. */
function commandTextLength(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, one) => sum + commandTextLength(one), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce((sum, [key, value]) => {
    const counts = typeof value === 'string' && ['name', 'description', 'value'].includes(key);
    return sum + (counts ? codePointLength(value) : key.endsWith('_localizations') ? 0 : commandTextLength(value));
  }, 0);
}
