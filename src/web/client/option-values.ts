import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { GivenOption } from './command-line.js';
import { channels, roles } from './menu-options.js';
import type { Scenery } from './scenery.js';

/** A value that can be given for an option, and what is typed for it. */
export interface OptionChoice {
  readonly label: string;
  readonly value: string | number | boolean;
}

/** Options as an action carries them. */
export type SentValues = Record<string, string | number | boolean>;

/** What an option offers without asking the bot: its own choices, channels, roles, yes and no. */
export function knownChoices(option: APIApplicationCommandBasicOption, scenery: Scenery): readonly OptionChoice[] {
  switch (option.type) {
    case OptionType.String:
      return (option.choices ?? []).map(({ name, value }) => ({ label: name, value }));
    case OptionType.Boolean:
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ];
    case OptionType.Role:
      return roles(scenery);
    case OptionType.Channel:
      return channels(scenery, option.channel_types);
    default:
      return [];
  }
}

/**
 * What was typed, as the values that it stands for. `completed` are values that the bot offered and that were taken, by option
 * name and label. A value that stands for nothing is sent as typed where the option takes text; else the result is why it is refused.
 */
export function sentValues(
  given: readonly GivenOption[],
  scenery: Scenery,
  completed: ReadonlyMap<string, ReadonlyMap<string, string | number>>,
): SentValues | string {
  const values: SentValues = {};
  for (const { option, typed } of given) {
    const value = completed.get(option.name)?.get(typed) ?? meantValue(option, typed, scenery);
    if (value === undefined) return `"${typed}" is nothing that ${option.name} can be.`;
    values[option.name] = value;
  }
  return values;
}

function meantValue(
  option: APIApplicationCommandBasicOption,
  typed: string,
  scenery: Scenery,
): string | number | boolean | undefined {
  const plain = typed.toLowerCase();
  const known = knownChoices(option, scenery).find(({ label, value }) =>
    [label, label.replace(/^[#@]/, ''), String(value)].some((name) => name.toLowerCase() === plain),
  );
  if (known !== undefined) return known.value;
  return option.type === OptionType.String ? typed : undefined;
}

/** Whether the bot itself completes an option. */
export function isCompleted(option: APIApplicationCommandBasicOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}
