import { createHash } from 'node:crypto';
import type { Chapter, Passage, Scene } from './model.js';

const idLength = 10;

function passageId(text: string, occurrence: number): string {
  const digest = createHash('sha256').update(`${occurrence}\n${text}`).digest();
  return digest.readBigUInt64BE().toString(36).padStart(idLength, '0').slice(-idLength);
}

/** Gives each paragraph its id. Equal paragraphs are told apart by their occurrence, so order matters among them only. */
function makePassages(texts: readonly string[]): readonly Passage[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const occurrence = seen.get(text) ?? 0;
    seen.set(text, occurrence + 1);
    return { id: passageId(text, occurrence), text };
  });
}

/** Scenes from the paragraphs of each; ids are unique over all of them. Empty scenes are left out. */
export function makeScenes(scenes: readonly (readonly string[])[]): readonly Scene[] {
  const passages = makePassages(scenes.flat());
  let start = 0;
  return scenes
    .map((texts) => {
      const scene: Scene = { passages: passages.slice(start, start + texts.length) };
      start += texts.length;
      return scene;
    })
    .filter((scene) => scene.passages.length > 0);
}

/** All passages of a chapter in order. */
export function chapterPassages(chapter: Pick<Chapter, 'scenes'>): readonly Passage[] {
  return chapter.scenes.flatMap((scene) => scene.passages);
}

/** Whether the second chapter holds more than half of the first one's passages: the same chapter, renamed or edited. */
export function sameChapter(passageIdsA: readonly string[], passageIdsB: readonly string[]): boolean {
  const there = new Set(passageIdsB);
  const kept = passageIdsA.filter((id) => there.has(id)).length;
  return kept * 2 > passageIdsA.length;
}
