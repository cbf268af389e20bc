import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Problem } from '../model.js';
import { type DecodedText, decodeText, maxFileBytes } from '../parse/decode-text.js';
import { undecodable } from '../parse/encoding-problems.js';
import { type ScannedFile, unreadable } from './scan-folder.js';

/** A file's text, with a digest of the bytes that it was read from. */
export interface ReadText extends Extract<DecodedText, { readonly ok: true }> {
  readonly digest: string;
}

/** Reads a file as text; what keeps it from being one is returned as a problem. Never rejects. */
export async function readText(file: ScannedFile): Promise<ReadText | Problem> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(file.path);
  } catch (error) {
    return unreadable(file.file, error);
  }
  if (bytes.length > maxFileBytes) return tooLarge(file);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return undecodable(file.file, decoded);
  return { ...decoded, digest: createHash('sha256').update(bytes).digest('base64url') };
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
