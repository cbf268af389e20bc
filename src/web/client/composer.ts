import { html, render } from 'lit';
import type { Action, Outcome } from '../protocol.js';
import { readLine, type SlashCommand } from './command-line.js';
import { sentValues } from './option-values.js';
import type { Scenery } from './scenery.js';
import { createSuggestionBox } from './suggestion-box.js';
import { suggest } from './suggestions.js';

/** Where the composer writes to. */
export interface Draft {
  readonly channelId: string;
  readonly name: string;
  readonly commands: readonly SlashCommand[];
  readonly mayWrite: boolean;
  readonly scenery: Scenery;
}

/** The line at the bottom, in which messages and slash commands are typed. */
export interface Composer {
  readonly element: HTMLElement;
  /** Changes what it writes to; what was typed stays while the channel is the same. */
  aim(draft: Draft | undefined): void;
  focus(): void;
}

/** Makes the composer. `send` does what is typed, `say` tells what went wrong, `onOutcome` hears what came of it. */
export function createComposer(
  send: (action: Action) => Promise<Outcome>,
  say: (notice: string | undefined) => void,
  onOutcome: (outcome: Outcome) => void,
): Composer {
  const form = document.createElement('form');
  form.className = 'composer';
  form.hidden = true;
  const input = document.createElement('input');
  const completed = new Map<string, Map<string, string | number>>();
  let draft: Draft | undefined;

  const box = createSuggestionBox({
    input,
    suggest: async (line, isCurrent) =>
      draft === undefined ? [] : suggest(line, { ...draft, completed, send, isCurrent }),
    onTake: ({ completed: taken }) => {
      if (taken === undefined) return;
      const values = completed.get(taken.option) ?? new Map<string, string | number>();
      completed.set(taken.option, values.set(taken.label.trim(), taken.value));
    },
  });
  Object.assign(input, { type: 'text', id: 'composer', role: 'combobox', autocomplete: 'off', maxLength: 4000 });
  Object.assign(input, { spellcheck: false, ariaAutoComplete: 'list' });
  input.setAttribute('aria-describedby', 'composer-hint');
  const draw = () =>
    render(
      html`<label for="composer" class="hidden">Message ${draft?.name}</label>
        ${box.element} ${input}
        <button class="send">Send</button>
        <p id="composer-hint" class="hint">Type / for commands. ↑ ↓ to choose, Tab to take, Enter to send.</p>`,
      form,
    );

  const submit = async () => {
    const line = input.value.trim();
    if (draft === undefined || line === '') return;
    const action = readAction(line, draft, completed);
    if (typeof action === 'string') return say(action);
    say(undefined);
    input.value = '';
    box.close();
    const outcome = await send(action);
    onOutcome(outcome);
    if (outcome.kind === 'refused') say(outcome.why);
    if (outcome.kind === 'failed') say(['The application did not respond.', ...outcome.refusals].join(' '));
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  return {
    element: form,
    focus: () => input.focus(),
    aim: (next) => {
      if (next?.channelId !== draft?.channelId) {
        input.value = '';
        completed.clear();
        box.close();
      }
      draft = next;
      form.hidden = next === undefined;
      input.disabled = next === undefined || !(next.mayWrite || next.commands.length > 0);
      input.placeholder = placeholderFor(next);
      draw();
    },
  };
}

function placeholderFor(draft: Draft | undefined): string {
  if (draft === undefined) return '';
  if (draft.mayWrite) return `Message ${draft.name}, or / for commands`;
  if (draft.commands.length > 0) return 'You may use commands here: type /';
  return 'You do not have permission to send messages in this channel.';
}

function readAction(
  line: string,
  { channelId, commands, scenery }: Draft,
  completed: ReadonlyMap<string, ReadonlyMap<string, string | number>>,
): Action | string {
  const typed = readLine(line, commands);
  if (typed.kind === 'text') return { kind: 'say', channelId, content: line };
  const command = typed.kind === 'command' ? typed.exact : typed.command;
  if (command === undefined) return `There is no command ${line.split(' ')[0] ?? line} for you here.`;
  if (typed.kind === 'option' && typed.query !== '' && typed.given.length === 0) {
    const names = command.options.map(({ name }) => `${name}:`).join(' ');
    return `Say what "${typed.query}" is for: ${names || 'this command takes nothing'}.`;
  }
  const values = sentValues(typed.kind === 'command' ? [] : typed.given, scenery, completed);
  if (typeof values === 'string') return values;
  const missing = command.options.find(({ name, required }) => required === true && !(name in values));
  if (missing !== undefined) return `/${command.line} needs ${missing.name}: ${missing.description}`;
  return { kind: 'slash', channelId, command: command.line, options: values };
}
