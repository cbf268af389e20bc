import type { Passage, Scene } from './model.js';

/** A chapter's text as it lies in memory while nobody reads it: a third of what its strings would take. */
export interface PackedText {
  /** How many scenes it has. */
  readonly scenes: number;
  /** JSON in UTF-8: for every scene its passages' ids and texts by turns. */
  readonly bytes: Uint8Array;
}

type Passages = readonly (readonly Passage[])[];

/** Texts that lie open at one time: those that somebody just read, with room for a look through a story of usual length. */
const mostOpen = 64;

const packedBy = new WeakMap<readonly Scene[], PackedText>();
/** The one that was read last stands last. */
const opened = new Map<Uint8Array, Passages>();

/** Packs a chapter's scenes. Those that `unpack` gave are packed already. */
export function pack(scenes: readonly Scene[]): PackedText {
  const known = packedBy.get(scenes);
  if (known !== undefined) return known;
  const texts = scenes.map(({ passages }) => passages.flatMap(({ id, text }) => [id, text]));
  return { scenes: scenes.length, bytes: Buffer.from(JSON.stringify(texts)) };
}

/** Scenes whose passages are taken out of the packed text when they are asked for; they read as any others. */
export function unpack(packed: PackedText): readonly Scene[] {
  const scenes = Array.from(
    { length: packed.scenes },
    (_, at): Scene => ({
      get passages() {
        return open(packed.bytes)[at] ?? [];
      },
    }),
  );
  packedBy.set(scenes, packed);
  return scenes;
}

function open(bytes: Uint8Array): Passages {
  const passages = opened.get(bytes) ?? read(bytes);
  opened.delete(bytes);
  opened.set(bytes, passages);
  for (const oldest of opened.keys()) {
    if (opened.size <= mostOpen) break;
    opened.delete(oldest);
  }
  return passages;
}

function read(bytes: Uint8Array): Passages {
  const texts = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as string[][];
  return texts.map((words) => {
    const passages: Passage[] = [];
    for (let at = 0; at < words.length; at += 2) passages.push({ id: words[at] ?? '', text: words[at + 1] ?? '' });
    return passages;
  });
}
