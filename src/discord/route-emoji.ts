/** An emoji as Discord's API writes it in routes: `🔥`, or `name:id` for one of a server's own. */
export function routeEmoji({ id, name }: { readonly id: string | null; readonly name: string | null }): string {
  return id === null ? (name ?? '') : `${name ?? 'emoji'}:${id}`;
}
