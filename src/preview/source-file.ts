import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { decodeText, maxFileBytes } from '../story/parse/decode-text.js';

/** How a file's text is stored; what is written back is stored the same way. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

/** The encoding of a file that is read by a guess or a repair: nothing is written back to it. */
export type UnsureEncoding = 'unsure';

/** A text file as it was read. */
export interface SourceFile {
  /** Hash of its bytes. */
  readonly version: string;
  readonly encoding: Encoding | UnsureEncoding;
  /** Without byte order mark, line ends as they are. */
  readonly text: string;
}

/** Reads a chapter file; undefined where it is gone, too large or no text. Other failures of the disk are thrown. */
export async function readSourceFile(path: string): Promise<SourceFile | undefined> {
  try {
    if ((await stat(path)).size > maxFileBytes) return undefined;
    return toSourceFile(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES'))
      return undefined;
    throw error;
  }
}

/** Understands a file's bytes as text; undefined where they are none. */
export function toSourceFile(bytes: Uint8Array): SourceFile | undefined {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return undefined;
  const version = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const encoding = decoded.reading === 'stated' ? encodingOf(bytes) : 'unsure';
  return { version, encoding, text: decoded.text };
}

/** A text as the bytes of a file. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  }
}

function encodingOf([first, second, third]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8-bom' : 'utf-8';
}
