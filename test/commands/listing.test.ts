import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.js';

/** A command or an option with all that is below it, a line each: its name, what it says, and all else that Discord is told. */
function lines(
  { name, ...rest }: RESTPostAPIApplicationCommandsJSONBody | APIApplicationCommandOption,
  before: string,
): readonly string[] {
  const {
    description,
    options = [],
    type,
    ...others
  } = { description: '', options: undefined, type: undefined, ...rest };
  const kind = type === undefined ? 'command' : ApplicationCommandOptionType[type];
  const more = Object.keys(others).length === 0 ? '' : ` ${JSON.stringify(others)}`;
  const below = options.flatMap((option) => lines(option, `${before}  `));
  return [`${before}${name}: ${description} (${kind})${more}`, ...below];
}

it('Discord lists the commands with these options and descriptions', async () => {
  const listing = commands.flatMap(({ data }) => lines(data, '')).join('\n');
  await expect(`${listing}\n`).toMatchFileSnapshot('listing.txt');
});
