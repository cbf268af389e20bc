import type { APIMessage } from 'discord-api-types/v10';
import type { Action, Outcome } from '../protocol.js';
import { choose } from './choose.js';
import { quickReactions } from './emoji.js';
import type { MessageList } from './message-list.js';
import { revealSpoiler } from './reveal-spoiler.js';
import type { Offers } from './session.js';

/** What acts on messages need of the page around them. */
export interface MessageActsOptions {
  readonly list: MessageList;
  readonly send: (action: Action) => Promise<Outcome>;
  /** Takes what came of it where that is not only a message: a form to fill in. */
  readonly onOutcome: (outcome: Outcome) => void;
  readonly jump: (channelId: string, messageId: string | undefined) => void;
  /** Where the focus goes when what had it is gone. */
  readonly focusElsewhere: () => void;
  readonly offers: () => Offers;
}

/** Hears what is done in messages, by the `data-act` of what was pressed, and does it. */
export function listenToMessages(options: MessageActsOptions): void {
  const { element, get } = options.list;
  element.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest('[data-act]') : null;
    if (!(pressed instanceof HTMLElement) || pressed.localName === 'select') return;
    const message = get(pressed.closest('[data-id]')?.getAttribute('data-id') ?? '');
    if (message !== undefined) acts[pressed.dataset['act'] ?? '']?.(pressed, message, options);
  });
  element.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || target.dataset['act'] !== 'select') return;
    const message = get(target.closest('[data-id]')?.getAttribute('data-id') ?? '');
    if (message !== undefined) pick(target, message, options);
  });
}

type Press = (pressed: HTMLElement, message: APIMessage, options: MessageActsOptions) => void;

/** What each `data-act` does. */
const acts: Readonly<Record<string, Press>> = {
  click: (pressed, message, options) => {
    const customId = pressed.dataset['customId'] ?? '';
    use(pressed, message, { kind: 'click', message: refOf(message), customId }, options);
  },
  'select-many': (pressed, message, options) => {
    const select = pressed.parentElement?.querySelector('select');
    if (select != null) pick(select, message, options);
  },
  react: (pressed, message, options) => {
    const on = pressed.getAttribute('aria-pressed') !== 'true';
    const emoji = pressed.dataset['emoji'] ?? '';
    use(pressed, message, { kind: 'react', message: refOf(message), emoji, on }, options);
  },
  'pick-reaction': (pressed, message, options) => void pickReaction(pressed, message, options),
  menu: (pressed, message, options) => void openMenu(pressed, message, options),
  dismiss: (pressed, message, options) => {
    options.focusElsewhere();
    use(pressed, message, { kind: 'delete', message: refOf(message) }, options);
  },
  reveal: (pressed) => revealSpoiler(pressed),
  jump: ({ dataset }, _message, options) => options.jump(dataset['channel'] ?? '', dataset['message']),
};

function pick(select: HTMLSelectElement, message: APIMessage, options: MessageActsOptions): void {
  const values = [...select.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
  if (values.length < Number(select.dataset['min'] ?? 1)) return;
  const customId = select.dataset['customId'] ?? '';
  use(select, message, { kind: 'select', message: refOf(message), customId, values }, options);
}

/** Does something with a message: what was pressed is busy meanwhile, and what goes wrong is said below the message. */
function use(
  pressed: HTMLElement,
  message: APIMessage,
  action: Action,
  { list, send, onOutcome }: MessageActsOptions,
): void {
  pressed.setAttribute('aria-busy', 'true');
  void send(action).then((outcome) => {
    pressed.removeAttribute('aria-busy');
    list.fail(message.id, failureOf(outcome));
    onOutcome(outcome);
  });
}

function failureOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'failed') return ['This interaction failed.', ...outcome.refusals].join(' ');
  return outcome.kind === 'refused' ? outcome.why : undefined;
}

async function pickReaction(pressed: HTMLElement, message: APIMessage, options: MessageActsOptions): Promise<void> {
  const choices = quickReactions.map(([emoji, name]) => ({ value: emoji, label: emoji, spoken: name }));
  const emoji = await choose('Add a reaction', choices, 'grid');
  if (emoji !== undefined) use(pressed, message, { kind: 'react', message: refOf(message), emoji, on: true }, options);
}

async function openMenu(pressed: HTMLElement, message: APIMessage, options: MessageActsOptions): Promise<void> {
  const { rights, me } = options.offers();
  const mayDelete = rights.manageMessages || message.author.id === me;
  const action = await choose<Action | 'copy'>('Message', [
    { value: 'copy', label: 'Copy text' },
    ...(mayDelete ? [{ value: { kind: 'delete' as const, message: refOf(message) }, label: 'Delete message' }] : []),
  ]);
  if (action === 'copy') await navigator.clipboard.writeText(message.content).catch(() => {});
  else if (action !== undefined) use(pressed, message, action, options);
}

function refOf({ id, channel_id }: APIMessage): { id: string; channel_id: string } {
  return { id, channel_id };
}
