import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { ChosenCommand } from './command-choice.js';
import { codePointLength } from './form.js';
import type { ResolvedData } from './resolved-data.js';
import type { World } from './world.js';

/** What may be given for an option: a text, number or boolean, or something with an id (a channel, role or user). */
export type OptionValue = string | number | boolean | { readonly id: string };

/** Options by name; undefined ones are not given. */
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** An option as an interaction carries it. */
export interface SentOption {
  readonly name: string;
  readonly type: OptionType;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly SentOption[];
}

/**
 * The options that somebody filled in, as the interaction carries them, nested in their subcommand. Throws what the client
 * would not let a person do: unknown or missing options, values of a wrong kind, out of bounds or not among the choices.
 * While an option is `focused` for completion, the rest need not be complete and its own value may be anything.
 */
export function sendOptions(
  world: World,
  chosen: ChosenCommand,
  values: OptionValues,
  resolved: ResolvedData,
  focused?: string,
): readonly SentOption[] {
  const known = new Map(chosen.options.map((option) => [option.name, option]));
  for (const name of Object.keys(values)) {
    if (!known.has(name)) {
      throw new Error(
        `/${commandLine(chosen)} has no option "${name}"; it has: ${[...known.keys()].join(', ') || 'none'}.`,
      );
    }
  }
  const missing = chosen.options.find(({ name, required }) => required === true && values[name] === undefined);
  if (missing !== undefined && focused === undefined) {
    throw new Error(`/${commandLine(chosen)} needs the option "${missing.name}".`);
  }
  const sent = chosen.options.flatMap((option): readonly SentOption[] => {
    const value = values[option.name];
    const { name, type } = option;
    if (name === focused)
      return [{ name, type, value: typeof value === 'object' ? value.id : (value ?? ''), focused: true }];
    return value === undefined ? [] : [{ name, type, value: checkValue(world, option, value, resolved) }];
  });
  return chosen.path.reduceRight<readonly SentOption[]>((options, { name, type }) => [{ name, type, options }], sent);
}

/** The command with its subcommands, as typed: `serial start`. */
function commandLine({ command, path }: ChosenCommand): string {
  return [command.name, ...path.map(({ name }) => name)].join(' ');
}

function checkValue(
  world: World,
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  resolved: ResolvedData,
): string | number | boolean {
  const refuse = (why: string) => new Error(`Option "${option.name}": ${why}, got ${JSON.stringify(value)}.`);
  const id = typeof value === 'object' ? value.id : String(value);
  switch (option.type) {
    case OptionType.String: {
      if (typeof value !== 'string') throw refuse('expected a text');
      const { min_length = 0, max_length = 6000 } = option;
      const length = codePointLength(value);
      if (length < min_length || length > max_length)
        throw refuse(`expected ${min_length} to ${max_length} characters`);
      refuseOther(option.choices, value, refuse);
      return value;
    }
    case OptionType.Boolean:
      if (typeof value !== 'boolean') throw refuse('expected true or false');
      return value;
    case OptionType.Role:
      resolved.role(id);
      return id;
    case OptionType.Channel: {
      resolved.channel(id);
      const type = channelTypeOf(world, id);
      const allowed: readonly number[] = option.channel_types ?? [];
      if (allowed.length > 0 && !allowed.includes(type))
        throw refuse(`expected a channel of type ${allowed.join(' or ')}`);
      return id;
    }
    default:
      throw refuse('options of this type are not in use');
  }
}

function channelTypeOf(world: World, id: string): number {
  const channel = world.channels.get(id);
  return channel === undefined || channel.kind === 'direct' ? -1 : channel.type;
}

function refuseOther(
  choices: readonly { readonly value: string | number }[] | undefined,
  value: string | number,
  refuse: (why: string) => Error,
): void {
  if (choices === undefined || choices.length === 0 || choices.some((choice) => choice.value === value)) return;
  throw refuse(`expected one of ${choices.map((choice) => JSON.stringify(choice.value)).join(', ')}`);
}
