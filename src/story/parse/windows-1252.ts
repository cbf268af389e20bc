/**
 * What Windows-1252 has for the bytes 0x80 to 0x9F, by the Encoding Standard; all else is as in Latin-1. Node 20's own
 * decoder reads it as Latin-1 altogether (nodejs/node#56542).
 */
const highSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes in Windows-1252 as text; each has a meaning, five of them as control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/gu, (sign) => highSigns.charAt(sign.charCodeAt(0) - 0x80));
}

/** A text as bytes in Windows-1252; `undefined` where it holds a character that has none. */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const high = code < 0x80 ? -1 : highSigns.indexOf(text.charAt(index));
    const byte = high < 0 ? code : 0x80 + high;
    if (byte > 0xff) return undefined;
    bytes[index] = byte;
  }
  return bytes;
}
