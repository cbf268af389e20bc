import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';

/** Any component of a message or modal as a tree walk meets it: its own fields by name. */
export interface AnyComponent {
  readonly type: ComponentType;
  readonly id?: number | undefined;
  readonly custom_id?: string | undefined;
  readonly label?: string | undefined;
  readonly content?: string | undefined;
  readonly disabled?: unknown;
  readonly options?: unknown;
  readonly required?: unknown;
  readonly value?: unknown;
  readonly default?: unknown;
  readonly min_values?: unknown;
  readonly max_values?: unknown;
  readonly min_length?: unknown;
  readonly max_length?: unknown;
  readonly components?: unknown;
}

/** Where a component was found: its path of keys from the list that was walked. */
export interface FoundComponent {
  readonly component: AnyComponent;
  readonly path: readonly (string | number)[];
}

/** Every component in `components` and below, parents before children. */
export function walkComponents(
  components: readonly unknown[],
  path: readonly (string | number)[] = [],
): readonly FoundComponent[] {
  return components.filter(isComponent).flatMap((component, index) => {
    const here = [...path, index];
    const inner = Array.isArray(component.components) ? component.components : [];
    return [{ component, path: here }, ...walkComponents(inner, [...here, 'components'])];
  });
}

function isComponent(value: unknown): value is AnyComponent {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'number';
}

/** All the markdown in a components-v2 message, one text display after another. */
export function componentTexts(components: readonly unknown[]): readonly string[] {
  return walkComponents(components).flatMap(({ component }) =>
    component.type === ComponentType.TextDisplay && component.content !== undefined ? [component.content] : [],
  );
}

/** Fields that Discord fills in when a bot leaves them out. */
const defaults: Partial<Record<ComponentType, Readonly<Record<string, unknown>>>> = {
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
};

/** The components as a message shows them: each with an `id` of its own and Discord's defaults filled in. */
export function finishComponents(
  components: readonly APIMessageTopLevelComponent[],
): readonly APIMessageTopLevelComponent[] {
  const copy = structuredClone(components);
  const found = walkComponents(copy);
  const taken = new Set(found.map(({ component }) => component.id));
  let next = 1;
  for (const { component } of found) {
    while (taken.has(next)) next += 1;
    const id = component.id || next;
    taken.add(id);
    Object.assign(component, { ...defaults[component.type], ...component, id });
  }
  return copy;
}
