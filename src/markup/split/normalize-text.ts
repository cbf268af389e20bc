/**
 * The text with LF line ends and with every lone surrogate as U+FFFD, which is what Discord would make of them.
 * All offsets of cuts count UTF-16 units of this text. It may be shorter than what came in, and is never longer.
 */
export function normalizeText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.toWellFormed();
}
