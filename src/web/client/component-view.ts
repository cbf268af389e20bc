import {
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { type Child, el } from './dom.js';
import { emojiText } from './emoji.js';
import { type MarkupContext, renderMarkup } from './markup/render-markup.js';
import { menuOptions } from './menu-options.js';

/** Any component that a message, container or section holds. */
type AnyComponent = APIMessageTopLevelComponent | APIComponentInMessageActionRow | APISectionComponent['accessory'];

/** Draws a message's components, old and new. What they do is heard from above, by `data-act`. */
export function renderComponents(components: readonly AnyComponent[], context: MarkupContext): readonly HTMLElement[] {
  const counts = new Map<ComponentType, number>();
  return components.map((component) => {
    const count = (counts.get(component.type) ?? 0) + 1;
    counts.set(component.type, count);
    const element = renderComponent(component, context);
    // What is of one kind stays the same element through an edit, and so keeps the focus, whatever comes and goes around it.
    if (!element.hasAttribute('data-key')) element.setAttribute('data-key', `${component.type} ${count}`);
    return element;
  });
}

function renderComponent(component: AnyComponent, context: MarkupContext): HTMLElement {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return el('div', { class: 'text-display' }, ...renderMarkup(component.content, context));
    case ComponentType.ActionRow:
      return el('div', { class: 'action-row' }, ...renderComponents(component.components, context));
    case ComponentType.Container:
      return renderContainer(component, context);
    case ComponentType.Section: {
      const texts = el('div', {}, ...renderComponents(component.components, context));
      return el('div', { class: 'section' }, texts, renderComponent(component.accessory, context));
    }
    case ComponentType.Separator:
      return el('hr', { class: component.divider === false ? 'gap' : 'rule' });
    case ComponentType.Button:
      return renderButton(component);
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return renderMenu(component, context);
    default:
      // Pictures and files are drawn as what they are called: the page loads nothing that a message names.
      return el('div', { class: 'unseen' }, 'A picture or file');
  }
}

function renderContainer(
  { components, accent_color, spoiler }: Extract<AnyComponent, { readonly type: ComponentType.Container }>,
  context: MarkupContext,
): HTMLElement {
  const inside = renderComponents(components, context);
  const container = el('div', { class: spoiler === true ? 'container spoilered' : 'container' }, ...inside);
  // Through the object model: the policy on styles forbids them in attributes.
  if (accent_color != null) container.style.borderInlineStartColor = `#${accent_color.toString(16).padStart(6, '0')}`;
  return container;
}

const styleNames: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

function renderButton(button: APIButtonComponent): HTMLElement {
  const emoji = 'emoji' in button && button.emoji !== undefined ? emojiText(button.emoji) : '';
  const label = 'label' in button ? (button.label ?? '') : '';
  const inside: readonly Child[] = [emoji, emoji !== '' && label !== '' && ' ', label];
  if (button.style === ButtonStyle.Link) return el('a', { class: 'button secondary', href: button.url }, ...inside);
  const customId = 'custom_id' in button ? button.custom_id : undefined;
  return el(
    'button',
    {
      type: 'button',
      class: `button ${styleNames[button.style] ?? 'secondary'}`,
      disabled: button.disabled === true,
      'data-act': 'click',
      'data-custom-id': customId,
      'data-key': `button ${emoji}${label}`,
    },
    ...inside,
  );
}

type Menu = Extract<AnyComponent, { readonly placeholder?: string }>;

function renderMenu(menu: Menu, { scenery }: MarkupContext): HTMLElement {
  const { custom_id, placeholder = 'Make a selection', min_values = 1, max_values = 1, disabled } = menu;
  const multiple = max_values > 1;
  const options = menuOptions(menu, scenery);
  const hint = el('option', { value: '', disabled: min_values > 0 }, placeholder);
  const select = el(
    'select',
    {
      'aria-label': placeholder,
      disabled: disabled === true,
      multiple,
      'data-custom-id': custom_id,
      'data-min': min_values,
    },
    ...(multiple ? [] : [hint]),
    ...options,
  );
  // A browser would choose the first option by itself.
  if (!multiple && !options.some((option) => option.hasAttribute('selected'))) select.selectedIndex = 0;
  if (!multiple) select.setAttribute('data-act', 'select');
  const send = el('button', { type: 'button', class: 'button secondary', 'data-act': 'select-many' }, 'Choose');
  return el('div', { class: 'menu', 'data-key': `menu ${placeholder}` }, select, multiple && send);
}
