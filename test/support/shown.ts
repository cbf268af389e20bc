import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Answer, MessageAnswer } from '../../src/playground/answer.js';

type Component = NonNullable<APIMessage['components']>[number];

/** Every text that a message shows, one after the other: content, embeds, text displays. */
export function shownText(message: APIMessage): string {
  const embeds = message.embeds.map(({ title, description }) => [title, description].filter(Boolean).join('\n'));
  return [message.content, ...embeds, ...(message.components ?? []).flatMap(textsOf)].filter(Boolean).join('\n');
}

/** The labels of the buttons below a message, in order. */
export function buttonLabels(message: APIMessage): readonly string[] {
  return (message.components ?? []).flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.flatMap((inner) => ('label' in inner && inner.label !== undefined ? [inner.label] : []))
      : [],
  );
}

/** The answer as a message; fails where it is none, saying what it was. */
export function asMessage(answer: Answer): MessageAnswer {
  if (answer.kind !== 'message') throw new Error(`Expected a message, got ${JSON.stringify(answer)}`);
  return answer;
}

function textsOf(component: Component): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  if (component.type === ComponentType.Container) {
    return component.components.flatMap((inner) => (inner.type === ComponentType.TextDisplay ? [inner.content] : []));
  }
  return [];
}
