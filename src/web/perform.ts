import type { Answer, OpenModal } from '../playground/answer.js';
import type { Person } from '../playground/person.js';
import { type Action, historyPage, type Outcome } from './protocol.js';
import type { Sitter } from './sitter.js';

/** Actions of the person themselves, as against those on the playground. */
export type PersonAction = Exclude<Action, { readonly kind: 'be' | 'open' | 'next-drop' | 'speed' | 'trouble' }>;

const done: Outcome = { kind: 'done' };

/**
 * Does what somebody did on the page, through the same person that tests act through. Throws, in words for them, where a
 * person could not.
 */
export async function perform({ person, view, modals }: Sitter, action: PersonAction): Promise<Outcome> {
  const answered = async (answer: Promise<Answer>) => outcomeOf(modals, await answer);
  switch (action.kind) {
    case 'older': {
      const messages = view.history({ id: action.channelId }, historyPage, action.before);
      return { kind: 'older', messages, isAll: messages.length < historyPage };
    }
    case 'say':
      person.say({ id: action.channelId }, action.content);
      return done;
    case 'slash':
      return answered(person.slash({ id: action.channelId }, action.command, action.options));
    case 'complete': {
      const { channelId, command, options, focused } = action;
      return { kind: 'choices', choices: await person.complete({ id: channelId }, command, options, focused) };
    }
    case 'click':
      return answered(person.click(action.message, { customId: action.customId }));
    case 'select':
      return answered(person.select(action.message, action.customId, action.values));
    case 'submit':
      return submit(action, person, modals);
    case 'react':
      if (action.on) person.react(action.message, action.emoji);
      else person.unreact(action.message, action.emoji);
      return done;
    case 'delete':
      person.deleteMessage(action.message);
      return done;
  }
}

async function submit(
  { modalId, values }: Extract<PersonAction, { readonly kind: 'submit' }>,
  person: Person,
  modals: Map<string, OpenModal>,
): Promise<Outcome> {
  const modal = modals.get(modalId);
  if (modal === undefined) return { kind: 'refused', why: 'This form is not open any more.' };
  const outcome = outcomeOf(modals, await person.submit(modal, values));
  // A form that failed stays open, with what was typed, to be sent again.
  if (outcome.kind !== 'failed') modals.delete(modalId);
  return outcome;
}

function outcomeOf(modals: Map<string, OpenModal>, answer: Answer): Outcome {
  if (answer.kind === 'failed') {
    return answer.reason === 'still-thinking' ? done : { kind: 'failed', refusals: answer.refusals };
  }
  if (answer.kind !== 'modal') return done;
  const { openedBy, title, components } = answer.modal;
  modals.set(openedBy.id, answer.modal);
  return { kind: 'modal', modal: { modalId: openedBy.id, title, components } };
}
