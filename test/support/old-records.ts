/** A piece as the first version of a posting's record had it. */
export interface OldPiece {
  readonly kind: 'piece';
  readonly content: string;
  readonly source?: string;
  readonly gap?: string;
  readonly layout?: 'messages' | 'cards';
  readonly nonce: string;
  readonly passages: readonly string[];
  readonly roleId?: string;
  readonly silent: boolean;
  readonly controls: boolean;
  readonly post?: { readonly name: string; readonly tagIds: readonly string[] };
}

/** A step of such a record. */
export interface OldStep {
  readonly action: OldPiece | { readonly kind: string; readonly piece: number; readonly [key: string]: unknown };
  readonly progress: { readonly state: string; readonly messageId?: string };
}

export const oldPlannedAt = Date.parse('2026-11-06T19:00:00Z');

/** A piece of the old shape; number 0 is the first of the release. */
export function anOldPiece(index: number, content: string, change: Partial<OldPiece> = {}): OldPiece {
  const silent = index > 0;
  return {
    kind: 'piece',
    content,
    nonce: `nonce-${index}`,
    passages: [`p${index}`],
    silent,
    controls: false,
    ...change,
  };
}

/** A record of a posting, of the old shape. */
export function anOldPosting(steps: readonly OldStep[], status: object = { kind: 'posting' }, change: object = {}) {
  return {
    guildId: '100000000000000001',
    storyId: 'lamp',
    chapterId: '01',
    channelId: '100000000000000002',
    channelKind: 'text',
    mature: false,
    label: 'Chapter 1: Rain',
    passages: ['p0', 'p1'],
    plannedAt: oldPlannedAt,
    steps,
    status,
    ...change,
  };
}

/** A step that posts a piece: sent where it has a message. */
export function anOldStep(
  action: OldPiece,
  messageId?: string,
  state = messageId === undefined ? 'pending' : 'sent',
): OldStep {
  return { action, progress: messageId === undefined ? { state } : { state, messageId } };
}
