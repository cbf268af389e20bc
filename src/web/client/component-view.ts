import {
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Drawn } from './drawn.js';
import { edgeColour } from './edge-colour.js';
import { emojiText } from './emoji.js';
import { type MarkupContext, renderMarkup } from './markup/render-markup.js';
import { drawOptions, menuOptions } from './menu-options.js';

/** Any component that a message or container holds. */
type AnyComponent = APIMessageTopLevelComponent | APIComponentInMessageActionRow;

/**
 * Draws a message's components, old and new. What they do is heard from above, by `data-act`. What is of one kind stays the
 * same element through an edit, and so keeps the focus, whatever comes and goes around it.
 */
export function renderComponents(components: readonly AnyComponent[], context: MarkupContext): Drawn {
  const counts = new Map<string, number>();
  const keyOf = (component: AnyComponent) => {
    const kind = kindOf(component);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return `${kind} ${counts.get(kind)}`;
  };
  return html`${repeat(components, keyOf, (component) => renderComponent(component, context))}`;
}

function kindOf(component: AnyComponent): string {
  if (component.type === ComponentType.Button) return `button ${emojiOf(component)}${labelOf(component)}`;
  return 'placeholder' in component ? `menu ${component.placeholder}` : String(component.type);
}

function renderComponent(component: AnyComponent, context: MarkupContext): TemplateResult {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return html`<div class="text-display">${renderMarkup(component.content, context)}</div>`;
    case ComponentType.ActionRow:
      return html`<div class="action-row">${renderComponents(component.components, context)}</div>`;
    case ComponentType.Container: {
      const { components, accent_color, spoiler } = component;
      const look = spoiler === true ? 'container spoilered' : 'container';
      return html`<div class=${look} ${edgeColour(accent_color)}>${renderComponents(components, context)}</div>`;
    }
    case ComponentType.Separator:
      return html`<hr class=${component.divider === false ? 'gap' : 'rule'}>`;
    case ComponentType.Button:
      return renderButton(component);
    case ComponentType.StringSelect:
      return renderMenu(component);
    default:
      return html`<div class="unseen">Something that the playground does not draw</div>`;
  }
}

const styleNames: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

function emojiOf(button: APIButtonComponent): string {
  return 'emoji' in button && button.emoji !== undefined ? emojiText(button.emoji) : '';
}

function labelOf(button: APIButtonComponent): string {
  return 'label' in button ? (button.label ?? '') : '';
}

function renderButton(button: APIButtonComponent): TemplateResult {
  const inside = [emojiOf(button), labelOf(button)].filter((part) => part !== '').join(' ');
  const customId = 'custom_id' in button ? button.custom_id : nothing;
  const look = `button ${styleNames[button.style] ?? 'secondary'}`;
  return html`<button type="button" class=${look} ?disabled=${button.disabled === true} data-act="click" data-custom-id=${customId}>${inside}</button>`;
}

function renderMenu(menu: APIStringSelectComponent): TemplateResult {
  const { custom_id, placeholder = 'Make a selection', min_values = 1, max_values = 1, disabled = false } = menu;
  const multiple = max_values > 1;
  const options = menuOptions(menu);
  const isChosen = !options.some((option) => option.isChosen);
  const hint = { value: '', label: placeholder, isDisabled: min_values > 0, isChosen };
  return html`<div class="menu">
    <select aria-label=${placeholder} ?disabled=${disabled} ?multiple=${multiple} data-act=${multiple ? nothing : 'select'} data-custom-id=${custom_id} data-min=${min_values}>
      ${drawOptions(multiple ? options : [hint, ...options])}
    </select>
    ${multiple ? html`<button type="button" class="button secondary" data-act="select-many">Choose</button>` : nothing}
  </div>`;
}
