/** Ornaments alone; ellipses, dots and quotation marks are not enough. */
const ornaments = /^[\s*_~=+#@^%&$•·●○◦◇◆■□▪★☆✦✧✩✪✫❖♥♡❤☙❧†‡§¤°|/\\<>(){}[\]:.,;–—―─━⁂❦-]+$/u;
const mark = /[*_~=+#@^%&$•●○◦◇◆■□▪★☆✦✧✩✪✫❖♥♡❤☙❧†‡§¤|/\\<>–—―─━⁂❦-]/u;
const single = /^[⁂❦☙❧❖✦✧★☆♥♡❤◇◆§#*~]$/u;

/** `oOo`, `xXx`, `X X X`, `o-o-o`, `~o0o~`: at least three such letters, or one between ornaments. */
const letters = /^[\s~*=.•·_-]*[oO0xX](?:[\s~*=.•·_-]*[oO0xX])*[\s~*=.•·_-]*$/u;
/** How letters end, not scenes. */
const kisses = /^(?:xo)+x?$|^(?:ox)+o?$/iu;

const named = /^[\s~*=.•·<>([_-]*(?:line|page|scene|section|time)[\s-]?(?:break|skip)[\s~*=.•·<>)\]_-]*$/iu;

const longest = 120;

/**
 * Whether a line is a scene break: at least three ornaments (`***`, `* * *`, `---`, `~*~`, `###`, `=====`), a single
 * asterism or floral heart, `oOo` and its kin, or the words `line break`. Never a line with other words or an ellipsis.
 */
export function isSceneBreak(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > longest) return false;
  if (single.test(text) || named.test(text)) return true;
  const dense = text.replace(/\s/gu, '');
  if (dense.length < 3) return false;
  if (letters.test(text)) return !kisses.test(dense) && !/^0+$/u.test(dense);
  return ornaments.test(text) && mark.test(text);
}
