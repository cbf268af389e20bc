/** How the pieces of a release look: plain messages, or cards made of components, which take twice as much. */
export const layouts = ['messages', 'cards'] as const;
export type Layout = (typeof layouts)[number];

/**
 * Most characters that one message shows, in each layout. Source: Discord's API documentation, "Create Message" and
 * "Component Reference"; it counts code points, of which there are never more than UTF-16 units.
 */
export const maxMessageLengths: Readonly<Record<Layout, number>> = { messages: 2_000, cards: 4_000 };
