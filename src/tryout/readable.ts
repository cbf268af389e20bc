import { type APIMessage, ComponentType } from 'discord-api-types/v10';

type Component = NonNullable<APIMessage['components']>[number];

/** Everything that a message shows, for a terminal: markup that only Discord draws is left out, moments are written out. */
export function readable(message: APIMessage): string {
  const texts = [message.content, ...(message.components ?? []).flatMap(textsOf)];
  return texts
    .filter((text) => text !== '')
    .join('\n')
    .replaceAll(/<t:(\d+)(?::[a-zA-Z])?>/g, (_, seconds: string) => new Date(Number(seconds) * 1000).toUTCString())
    .replaceAll(/^(?:#{1,3} |-# )/gm, '')
    .replaceAll(/\*\*|\|\||(?<!\\)[*_]/g, '')
    .replaceAll(/\\(?=[^\w\s])/g, '');
}

/** The labels of the buttons below a message. */
export function buttonLabels(message: APIMessage): readonly string[] {
  return (message.components ?? []).flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.flatMap((inner) => ('label' in inner && inner.label !== undefined ? [inner.label] : []))
      : [],
  );
}

/** The first lines of a text, wrapped at 88 columns; says how much was left out. */
export function excerpt(text: string, maxLines: number): string {
  const lines = text.split('\n').flatMap((line) => wrap(line, 88));
  if (lines.length <= maxLines) return lines.join('\n');
  const left = lines.slice(maxLines).join(' ').split(/\s+/).length;
  return [...lines.slice(0, maxLines), `… ${left} more words`].join('\n');
}

function wrap(line: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const current = lines.at(-1) ?? '';
    if (current !== '' && current.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = current === '' ? word : `${current} ${word}`;
  }
  return lines;
}

function textsOf(component: Component): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return component.type === ComponentType.Container ? component.components.flatMap((inner) => textsOf(inner)) : [];
}
