import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';

/** A slash command as it is typed: `serial start`, with what it takes. */
export interface SlashCommand {
  readonly line: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** An option with what was typed for it. */
export interface GivenOption {
  readonly option: APIApplicationCommandBasicOption;
  readonly typed: string;
}

/** What a line of input stands at, seen from its end. */
export type Typed =
  | { readonly kind: 'text' }
  /** A command is being chosen; `exact` when it is there in full. */
  | { readonly kind: 'command'; readonly query: string; readonly exact: SlashCommand | undefined }
  /** The next option is being chosen; `start` is where what is typed of its name begins. */
  | {
      readonly kind: 'option';
      readonly command: SlashCommand;
      readonly given: readonly GivenOption[];
      readonly query: string;
      readonly start: number;
    }
  /** The value of the last one of `given` is being typed; it begins at `start`. */
  | {
      readonly kind: 'value';
      readonly command: SlashCommand;
      readonly given: readonly GivenOption[];
      readonly start: number;
    };

/** The slash commands among an application's, one for each subcommand, by their lines. */
export function slashCommands(commands: readonly APIApplicationCommand[]): readonly SlashCommand[] {
  return commands
    .flatMap(({ name, description, options = [] }) => flatten(name, description, options))
    .toSorted((a, b) => a.line.localeCompare(b.line));
}

function flatten(
  line: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): readonly SlashCommand[] {
  const inner = options.flatMap((option) =>
    option.type === OptionType.Subcommand
      ? flatten(`${line} ${option.name}`, option.description, option.options ?? [])
      : [],
  );
  if (inner.length > 0) return inner;
  const basic = options.filter(
    (option): option is APIApplicationCommandBasicOption =>
      option.type !== OptionType.Subcommand && option.type !== OptionType.SubcommandGroup,
  );
  return [{ line, description, options: basic }];
}

/** Reads a line: text, or a command with options as `/read chapter:2`. A value goes on to the next `option:`, spaces and all. */
export function readLine(text: string, commands: readonly SlashCommand[]): Typed {
  if (!text.startsWith('/')) return { kind: 'text' };
  const command = commands
    .filter(({ line }) => text === `/${line}` || text.startsWith(`/${line} `))
    .toSorted((a, b) => b.line.length - a.line.length)[0];
  if (command === undefined || text === `/${command.line}`) {
    return { kind: 'command', query: text.slice(1), exact: command };
  }
  const from = command.line.length + 1;
  const marks = optionMarks(text, from, command);
  const given = marks.map(({ option, valueAt }, index) => ({
    option,
    typed: text.slice(valueAt, marks[index + 1]?.at ?? text.length).trim(),
  }));
  const last = marks.at(-1);
  const isFinished = last === undefined || (/\s$/.test(text) && text.slice(last.valueAt).trim() !== '');
  if (last !== undefined && !isFinished) return { kind: 'value', command, given, start: last.valueAt };
  const start = text.length - (/\S*$/.exec(text)?.[0].length ?? 0);
  return { kind: 'option', command, given, query: text.slice(start), start };
}

interface OptionMark {
  readonly option: APIApplicationCommandBasicOption;
  readonly at: number;
  readonly valueAt: number;
}

function optionMarks(text: string, from: number, { options }: SlashCommand): readonly OptionMark[] {
  const marks: OptionMark[] = [];
  for (const { 0: whole, 1: name, index } of text.slice(from).matchAll(/\s([\p{L}\p{N}_-]+):/gu)) {
    const option = options.find((one) => one.name === name);
    const isRepeated = marks.some((mark) => mark.option === option);
    if (option === undefined || isRepeated) continue;
    marks.push({ option, at: from + index, valueAt: from + index + whole.length });
  }
  return marks;
}

/** The options that are still to be given, those that a command needs first. */
export function openOptions(
  { options }: SlashCommand,
  given: readonly GivenOption[],
): readonly APIApplicationCommandBasicOption[] {
  const rest = options.filter((option) => !given.some((one) => one.option === option));
  return [...rest.filter(({ required }) => required === true), ...rest.filter(({ required }) => required !== true)];
}
