/** Nothing but what leaves no mark on a screen: white space, zero-width and other ignorable characters, the blank Braille cell. */
const invisible = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]*$/u;

/** Whether a person would see nothing of what was typed. */
export function isBlank(text: string): boolean {
  return invisible.test(text);
}

/** How long a text is in code points, which is what Discord's limits count. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
