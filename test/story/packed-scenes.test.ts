import { describe, expect, test } from 'vitest';
import type { Scene } from '../../src/story/model.js';
import { pack, unpack } from '../../src/story/packed-scenes.js';
import { makeScenes } from '../../src/story/passage.js';

const scenes = makeScenes([['“No.”', 'Ünd 😀 \ud800.', '“No.”'], ['```\na\n\nb\n```'], ['“No.”']]);

describe('packed scenes', () => {
  test('are what they were, in every way that they are looked at', () => {
    const again = unpack(pack(scenes));
    expect(again).toEqual(scenes);
    expect(JSON.stringify(again)).toBe(JSON.stringify(scenes));
    expect(structuredClone(again)).toEqual(scenes);
    expect(again.map(({ passages }) => passages.length)).toEqual([3, 1, 1]);
    expect(unpack(pack([]))).toEqual([]);
  });

  test('are packed once', () => {
    const packed = pack(scenes);
    expect(pack(unpack(packed))).toBe(packed);
  });

  test('are not unpacked again while they are read, and let go when many others were', () => {
    const all = Array.from({ length: 70 }, (_, at) => unpack(pack(makeScenes([[`Passage ${at}`]]))));
    const first = (list: readonly Scene[] | undefined) => list?.[0]?.passages;
    const before = first(all[0]);
    expect(first(all[0])).toBe(before);
    for (const each of all.slice(1, 64)) first(each);
    expect(first(all[0])).toBe(before);
    for (const each of all) if (each !== all[0]) first(each);
    expect(first(all[0])).not.toBe(before);
    expect(first(all[0])).toEqual(before);
  });
});
