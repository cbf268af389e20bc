import { type ForeignFormat, foreignBytes, foreignText } from './foreign-format.js';
import { guessEncoding } from './guess-encoding.js';
import { repairMojibake } from './mojibake.js';

/** Largest chapter file that is read, in bytes: some 180,000 words, more than any chapter. */
export const maxFileBytes = 1_048_576;

/** How a file says its text: by its bytes, by what they most likely mean, or by UTF-8 that had been taken for another. */
export type Reading = 'stated' | 'guessed' | 'repaired';

/**
 * A file's bytes as text, or why they are none. `encoding` is a label of the WHATWG Encoding Standard; `line`, from 1, is
 * where the bytes stop being readable.
 */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: string; readonly reading: Reading }
  | { readonly ok: false; readonly reason: 'encoding' | 'binary'; readonly line: number }
  | { readonly ok: false; readonly reason: 'foreign'; readonly format: ForeignFormat };

/** Reads UTF-8, UTF-16, and what is clearly in an older encoding. What is a file of another kind is refused. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const foreign = foreignBytes(bytes);
  if (foreign) return { ok: false, reason: 'foreign', format: foreign };
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return decoded;
  const format = foreignText(decoded.text);
  if (format) return { ok: false, reason: 'foreign', format };
  const repaired = decoded.reading === 'stated' ? repairMojibake(decoded.text) : undefined;
  return repaired === undefined ? decoded : { ...decoded, text: repaired, reading: 'repaired' };
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  const stated = statedEncoding(bytes);
  const text = tryDecode(bytes, stated);
  const nul = text?.indexOf('\u0000') ?? -1;
  if (text !== undefined && nul < 0) return { ok: true, text, encoding: stated, reading: 'stated' };
  const guess = stated === 'utf-8' ? guessEncoding(bytes) : undefined;
  if (guess) return { ok: true, ...guess, reading: 'guessed' };
  if (text !== undefined) return { ok: false, reason: 'binary', line: lineAt(text, nul) };
  const readable = new TextDecoder(stated).decode(bytes);
  return { ok: false, reason: 'encoding', line: lineAt(readable, readable.indexOf('\ufffd')) };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function statedEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function lineAt(text: string, index: number): number {
  return text.slice(0, Math.max(0, index)).split(/\r\n|[\n\r]/u).length;
}
