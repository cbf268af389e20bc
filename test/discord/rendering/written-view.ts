import { ComponentType } from 'discord-api-types/v10';
import type { View } from '../../../src/discord/rendering/private.js';

type Component = View[number];

/** A view as text: what is said, `│` before what stands in a frame, `[label] (id)` for a button, a menu with its options. */
export function writtenView(view: View): string {
  return view.map(written).join('\n');
}

/** Several views, each under the name of what it shows. */
export function writtenViews(views: Readonly<Record<string, View | string>>): string {
  const sections = Object.entries(views).map(
    ([name, view]) => `=== ${name}\n${typeof view === 'string' ? view : writtenView(view)}\n`,
  );
  return `${sections.join('\n')}`;
}

function written(component: Component): string {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return component.content;
    case ComponentType.Separator:
      return '───';
    case ComponentType.Container:
      return component.components
        .map((inner) => written(inner))
        .join('\n')
        .split('\n')
        .map((line) => `│ ${line}`)
        .join('\n');
    case ComponentType.ActionRow:
      return component.components.map(writtenControl).join('\n');
    default:
      return JSON.stringify(component);
  }
}

function writtenControl(control: Extract<Component, { type: ComponentType.ActionRow }>['components'][number]): string {
  if (control.type === ComponentType.Button && 'custom_id' in control && 'label' in control)
    return `[${control.label}] (${control.custom_id}, style ${control.style})`;
  if (control.type !== ComponentType.StringSelect) return JSON.stringify(control);
  const options = control.options.map(({ default: isChosen, description, label, value }) =>
    [`  ${isChosen ? '>' : '-'} ${label}`, ...(description === undefined ? [] : [description]), `(${value})`].join(
      ' · ',
    ),
  );
  return [`<${control.placeholder}> (${control.custom_id})`, ...options].join('\n');
}
