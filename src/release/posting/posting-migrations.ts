import * as z from 'zod';
import type { Part } from '../../pieces/part.js';
import { obstacleSchema } from './obstacle.js';
import type { PieceContent, PostingPiece } from './piece.js';
import type { Action, Operation, Plan } from './plan.js';
import type { Posting } from './posting.js';

/** A piece as the first version of a posting's record had it: words, and not what they mean. */
export const wordedPiece = z.object({
  content: z.string(),
  source: z.string().optional(),
  gap: z.string().optional(),
  layout: z.enum(['messages', 'cards']).default('messages'),
  nonce: z.string(),
  passages: z.array(z.string()),
  roleId: z.string().optional(),
  silent: z.boolean(),
  controls: z.boolean(),
  post: z.object({ name: z.string(), tagIds: z.array(z.string()) }).optional(),
});
export type WordedPiece = z.infer<typeof wordedPiece>;

const followUp = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('publish'), piece: z.int() }),
  z.object({ kind: z.literal('thread'), piece: z.int(), name: z.string() }),
  z.object({ kind: z.literal('seed'), piece: z.int(), emoji: z.string() }),
]);

const step = z.object({
  action: z.union([wordedPiece.extend({ kind: z.literal('piece') }), followUp]),
  progress: z.object({
    state: z.enum(['pending', 'sending', 'doing', 'sent', 'removed', 'done', 'left-out']),
    messageId: z.string().optional(),
  }),
});

const firstVersion = z.object({
  guildId: z.string(),
  storyId: z.string(),
  chapterId: z.string(),
  channelId: z.string(),
  channelKind: z.enum(['text', 'announcement', 'forum']),
  mature: z.boolean(),
  label: z.string(),
  passages: z.array(z.string()),
  plannedAt: z.number(),
  steps: z.array(step),
  status: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('planned') }),
    z.object({ kind: z.literal('posting') }),
    z.object({ kind: z.literal('done'), at: z.number() }),
    z.object({ kind: z.literal('parked'), at: z.number(), obstacle: obstacleSchema }),
  ]),
});
type Step = z.infer<typeof step>;

/** How records of postings that an earlier version of the bot wrote become those of today, by the version they start from. */
export const postingMigrations = {
  1: (data: unknown): Posting => {
    const { plannedAt, status, steps, ...facts } = firstVersion.parse(data);
    const operations = steps.map((each, index) => operationOf(each, index));
    const plan: Plan = {
      kind: 'release',
      plannedAt,
      operations,
      after: snowflakeBefore(plannedAt),
      ...(status.kind === 'parked' ? { blocked: { at: status.at, obstacle: status.obstacle } } : {}),
    };
    const threads = operations.flatMap(({ action, state }) =>
      action.kind === 'thread' && state === 'done' ? [action.piece] : [],
    );
    const pieces = steps.flatMap(({ action, progress }, index): readonly PostingPiece[] => {
      if (action.kind !== 'piece') return [];
      const { messageId, state } = progress;
      return [
        {
          content: contentOf(action),
          nonce: action.nonce,
          ...(messageId === undefined ? {} : { messageId }),
          ...(state === 'removed' ? { deletedBy: 'others' as const } : {}),
          ...(threads.includes(index) ? { hasThread: true } : {}),
        },
      ];
    });
    return { ...facts, pieces, ...(status.kind === 'done' ? {} : { plan }) };
  },
};

function operationOf({ action, progress }: Step, index: number): Operation {
  const states = { sending: 'asked', doing: 'asked', sent: 'done', removed: 'done' } as const;
  const { state } = progress;
  const now =
    state === 'sending' || state === 'doing' || state === 'sent' || state === 'removed' ? states[state] : state;
  const done: Action = action.kind === 'piece' ? { kind: 'post', piece: index } : action;
  return { action: done, state: now };
}

/** What a worded piece says, as data as far as its layout depends on it: labels were always the same ones, and English. */
export function contentOf(piece: WordedPiece): PieceContent {
  const { controls, gap, layout, passages, post, silent } = piece;
  return { parts: partsOf(piece), gap, layout, passages, silent, controls, post };
}

const nextChapter = /\n\n-# Next chapter: <t:(\d+):F>$/;
const noteLabel = /^> \*\*(?<label>Author's note|Edit note)\*\*(?:\n> |$)/;
const warnings = /^\*\*Content warnings:\*\* \|\|(?<list>.+)\|\|$/s;

function partsOf({ content, controls, roleId, source }: WordedPiece): Part[] {
  const ping = roleId === undefined ? '' : `<@&${roleId}>\n`;
  const next = controls ? nextChapter.exec(content) : null;
  const text = content.slice(ping.length, content.length - (next?.[0].length ?? 0));
  return [
    ...(roleId === undefined ? [] : [{ kind: 'ping', roleId } as const]),
    ...chapterParts(text, source),
    ...(next === null ? [] : [{ kind: 'next-chapter', at: Number(next[1]) * 1_000 } as const]),
  ];
}

/** A piece that was cut within a style is one part: where in it that was is not known. */
function chapterParts(text: string, source: string | undefined): readonly Part[] {
  if (source !== undefined) return [{ kind: 'text', text, source }];
  const paragraphs = text.split('\n\n');
  const lead = paragraphs[0]?.startsWith('## ') === true ? 1 : 0;
  let start = lead;
  while (asideIn(paragraphs[start], 'note') !== undefined) start += 1;
  let end = paragraphs.length;
  while (end > start && asideIn(paragraphs[end - 1], 'end-note') !== undefined) end -= 1;
  return [
    ...textIn(paragraphs.slice(0, lead)),
    ...paragraphs.slice(lead, start).flatMap((paragraph) => asideIn(paragraph, 'note') ?? []),
    ...textIn(paragraphs.slice(start, end)),
    ...paragraphs.slice(end).flatMap((paragraph) => asideIn(paragraph, 'end-note') ?? []),
  ];
}

function textIn(paragraphs: readonly string[]): readonly Part[] {
  return paragraphs.length === 0 ? [] : [{ kind: 'text', text: paragraphs.join('\n\n') }];
}

function asideIn(paragraph: string | undefined, kind: 'note' | 'end-note'): Part | undefined {
  const list = warnings.exec(paragraph ?? '')?.groups?.['list'];
  if (list !== undefined) return { kind: 'warnings', text: list };
  const label = noteLabel.exec(paragraph ?? '')?.groups?.['label'];
  if (paragraph === undefined || label === undefined) return undefined;
  const lines = paragraph.split('\n').slice(1);
  const text = lines.map((line) => line.slice(2)).join('\n');
  // Of a note without words only the label is drawn.
  if (!lines.every((line) => line.startsWith('> ')) || (lines.length > 0 && text === '')) return undefined;
  return { kind, by: label === 'Edit note' ? 'edit' : 'author', text };
}

/** How far this machine's clock may have run ahead of Discord's, in milliseconds. */
const clockSkewMs = 10 * 60_000;
/** The first second of 2015, from which Discord's ids count milliseconds. Source: Discord's documentation, "Snowflakes". */
const discordEpoch = 1_420_070_400_000;

/** An id that is older than whatever was posted by a plan of that moment. */
function snowflakeBefore(plannedAt: number): string {
  return `${BigInt(Math.max(0, Math.round(plannedAt) - clockSkewMs - discordEpoch)) << 22n}`;
}
