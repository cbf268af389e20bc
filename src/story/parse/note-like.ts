/** What only somebody who writes about a story would say. */
const plain =
  /\b(?:fan\s?fic\w*|fics?|reviews?|reviewers?|reviewed|kudos|beta(?:'?d|\s?readers?)?|unbeta'?d|ao3|ffn|wattpad|don['’]?t own|own(?:s)? (?:nothing|none)|(?:this|the next|the last|last|next|new) chapter|first (?:story|fic|attempt)|thanks? (?:you )?(?:so much )?(?:for|to) (?:all |everyone |reading|the|your)|(?:hope|hoping) (?:you|y['’]all|everyone) (?:all )?(?:enjoy|like)|happy reading|read (?:and|&|n) review|r&r|one-?shot|hiatus|plot bunn\w+|oocs?|suggestions are|let me know what)\b/iu;
/** What points the same way, but stands in stories too: two of them are enough. */
const hints =
  /\b(?:updat\w+|chapters?|story|stories|readers?|reading|enjoy|writing|wrote|written|comments?|follow(?:ers|s)?|fav(?:ou?rite)?s|canon|character(?:s)?|au|oc|plot|spoilers?|posted?|posting|sorry|promise)\b|[:;]-?[)D(P]|<3|\bx[dD]\b|\blol\b|\^_?\^/giu;

/** Whether an unlabelled paragraph reads like its author talking about the story. Never proof: it only raises doubt. */
export function isNoteLike(text: string): boolean {
  const outsideQuotes = text.replace(/["“][^"“”\n]*["”]/gu, ' ').slice(0, 4_000);
  if (plain.test(outsideQuotes)) return true;
  return new Set(outsideQuotes.match(hints)?.map((hint) => hint.toLowerCase())).size >= 2;
}
