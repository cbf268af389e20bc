import { encodeWindows1252 } from './windows-1252.js';

/** Two characters that UTF-8's first and second byte become. */
const typical = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u20ac\u2122]/u;
/** A closing quotation mark whose third byte, which shows nothing, some programs drop. */
const cutQuote = /â€(?![\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])/gu;

/**
 * A text that was saved as UTF-8, read as Windows-1252 and saved again (`donâ€™t`), as it was before; `undefined` where not
 * everything beyond ASCII in it shows that.
 */
export function repairMojibake(text: string): string | undefined {
  if (!typical.test(text)) return undefined;
  const bytes = encodeWindows1252(text.replace(cutQuote, 'â€\u009d'));
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
