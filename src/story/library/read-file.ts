import { open } from 'node:fs/promises';
import type { Problem } from '../model.js';
import { type DecodedText, decodeText, maxFileBytes } from '../parse/decode-text.js';
import { encodingNotice, undecodable } from '../parse/encoding-problems.js';
import { parseStoryFile, type StoryFile, unreadStoryFile } from '../parse/story-file.js';
import { type ParsedChapter, parseChapter, unreadChapter } from '../parse-chapter.js';
import { isStoryFile, type ScannedFile, unreadable } from './scan-folder.js';

/** What a file turned out to hold. */
export type FileContent =
  | { readonly kind: 'chapter'; readonly parsed: ParsedChapter }
  | { readonly kind: 'story'; readonly story: StoryFile };

/** Reads and understands one file; whatever is wrong with it becomes a problem. Never rejects. */
export async function readFile(file: ScannedFile, storyId: string): Promise<FileContent> {
  const read = await readText(file);
  if (isStoryFile(file.file)) {
    const story =
      'text' in read ? parseStoryFile({ file: file.file, text: read.text }) : unreadStoryFile(file.file, [read]);
    return { kind: 'story', story };
  }
  const parsed =
    'text' in read
      ? parseChapter({ file: file.file, text: read.text, storyId, notice: encodingNotice(read) })
      : unreadChapter(file.file, [read]);
  return { kind: 'chapter', parsed };
}

type ReadText = Extract<DecodedText, { readonly ok: true }>;

async function readText(file: ScannedFile): Promise<ReadText | Problem> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(file.path);
  } catch (error) {
    return unreadable(file.file, error);
  }
  if (bytes.length > maxFileBytes) return tooLarge(file);
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded : undecodable(file.file, decoded);
}

/** Reads one byte more than is allowed and no further: a file may have grown since its size was looked at. */
async function readBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min((await handle.stat()).size, maxFileBytes) + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    await handle.close();
  }
}

function tooLarge(file: ScannedFile): Problem {
  return {
    severity: 'error',
    code: 'file-too-large',
    at: { file: file.file, line: 1 },
    message: `It has ${file.size} bytes; a chapter may have ${maxFileBytes} (1 MiB). It is left out.`,
    fix: 'Make several chapters of it.',
  };
}
