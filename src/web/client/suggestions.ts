import type { Action, Outcome } from '../protocol.js';
import { type GivenOption, openOptions, readLine, type SlashCommand, type Typed } from './command-line.js';
import { isCompleted, knownChoices, sentValues } from './option-values.js';
import type { Scenery } from './scenery.js';

/** Something that can be taken into the line instead of typing it. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  /** The whole line once it is taken. */
  readonly line: string;
  /** The value that a label of the bot's completion stands for. */
  readonly completed?: { readonly option: string; readonly label: string; readonly value: string | number };
}

/** What suggestions are made from. */
export interface SuggestionSource {
  readonly channelId: string;
  readonly commands: readonly SlashCommand[];
  readonly scenery: Scenery;
  readonly completed: ReadonlyMap<string, ReadonlyMap<string, string | number>>;
  readonly send: (action: Action) => Promise<Outcome>;
  /** Whether what is suggested is still wanted: typing may have gone on. */
  readonly isCurrent: () => boolean;
}

/** How long typing must pause before the bot is asked, in milliseconds. */
const pauseMs = 120;

/** How many are shown at once: Discord completes with at most 25. */
const maxShown = 25;

/** What could follow in a line; asks the bot where it completes an option itself. */
export async function suggest(line: string, source: SuggestionSource): Promise<readonly Suggestion[]> {
  const typed = readLine(line, source.commands);
  switch (typed.kind) {
    case 'text':
      return [];
    case 'command':
      return suggestCommands(typed.query, source.commands);
    case 'option':
      return suggestOptions(line, typed);
    case 'value':
      return (await suggestValues(line, typed, source)).slice(0, maxShown);
  }
}

function suggestCommands(query: string, commands: readonly SlashCommand[]): readonly Suggestion[] {
  const wanted = query.toLowerCase();
  return commands
    .filter((command) => command.line.includes(wanted))
    .toSorted((a, b) => Number(b.line.startsWith(wanted)) - Number(a.line.startsWith(wanted)))
    .map(({ line, description }) => ({ label: `/${line}`, detail: description, line: `/${line} ` }));
}

function suggestOptions(line: string, typed: Extract<Typed, { readonly kind: 'option' }>): readonly Suggestion[] {
  return openOptions(typed.command, typed.given)
    .filter(({ name }) => name.startsWith(typed.query.toLowerCase()))
    .map(({ name, description, required }) => ({
      label: name,
      detail: required === true ? `${description} (needed)` : description,
      line: `${line.slice(0, typed.start)}${name}:`,
    }));
}

async function suggestValues(
  line: string,
  { command, given, start }: Extract<Typed, { readonly kind: 'value' }>,
  source: SuggestionSource,
): Promise<readonly Suggestion[]> {
  const current = given.at(-1);
  if (current === undefined) return [];
  const { option, typed } = current;
  const head = `${line.slice(0, start)}`;
  if (isCompleted(option)) {
    const choices = await complete(command, given, current, source);
    return choices.map(({ name, value }) => ({
      label: name,
      detail: '',
      line: `${head}${name} `,
      completed: { option: option.name, label: name, value },
    }));
  }
  const wanted = typed.toLowerCase();
  return knownChoices(option, source.scenery)
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .map(({ label }) => ({ label, detail: '', line: `${head}${label} ` }));
}

async function complete(
  command: SlashCommand,
  given: readonly GivenOption[],
  current: GivenOption,
  { channelId, scenery, completed, send, isCurrent }: SuggestionSource,
) {
  const others = sentValues(given.slice(0, -1), scenery, completed);
  if (typeof others === 'string') return [];
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  if (!isCurrent()) return [];
  const options = { ...others, [current.option.name]: current.typed };
  const outcome = await send({
    kind: 'complete',
    channelId,
    command: command.line,
    options,
    focused: current.option.name,
  });
  return outcome.kind === 'choices' ? outcome.choices : [];
}
