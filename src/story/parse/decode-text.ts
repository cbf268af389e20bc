/** Largest chapter file that is read, in bytes: some 180,000 words, more than any chapter. */
export const maxFileBytes = 1_048_576;

/** A file's bytes as text, or why they are none: the line, from 1, at which they stop being readable. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'encoding' | 'binary'; readonly line: number };

/** Reads UTF-8 with or without byte order mark, or UTF-16 with one. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    const text = decoder.decode(bytes);
    const nul = text.indexOf('\u0000');
    return nul < 0 ? { ok: true, text } : { ok: false, reason: 'binary', line: lineAt(text, nul) };
  } catch {
    const readable = new TextDecoder(encodingOf(bytes)).decode(bytes);
    return { ok: false, reason: 'encoding', line: lineAt(readable, readable.indexOf('\ufffd')) };
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function lineAt(text: string, index: number): number {
  return text.slice(0, Math.max(0, index)).split(/\r\n|[\n\r]/u).length;
}
