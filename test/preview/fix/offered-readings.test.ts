import { expect, it } from 'vitest';
import type { FileBlock } from '../../../src/preview/fix/file-blocks.js';
import { offeredReadings } from '../../../src/preview/fix/offered-readings.js';
import type { FilePart } from '../../../src/story/parse/outline.js';

const block = (part: FilePart, text = 'It rained all night.'): FileBlock => [
  { line: 1, part, text, second: undefined, isSaid: false, isJoined: false },
];
const offered = (...blocks: readonly FileBlock[]) => offeredReadings(blocks, () => false);

it('a scene break is offered for a short line alone', () => {
  expect(offered(block('text', 'a'.repeat(40)))[0]).toContain('break');
  expect(offered(block('text', 'a'.repeat(41)))[0]).not.toContain('break');
  expect(offered(block('text', 'one\ntwo'))[0]).not.toContain('break');
});

it('text is offered for the notes next to it, whatever breaks and furniture stand between, and for none behind those', () => {
  const all = offered(
    block('note'),
    block('note'),
    block('break', '***'),
    block('text'),
    block('furniture', 'Next'),
    block('end-note'),
    block('end-note'),
  );
  expect(all.map((readings) => readings.includes('text'))).toEqual([false, true, true, false, true, true, false]);
});
