/** A name as it is compared with what somebody typed: without case, outer spaces and look-alikes of the same letter. */
export function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
