/** Asterisks, dashes and their like, three or more, each maybe escaped; or one ornament, or a row of them. */
const sceneBreak = /^\s*(?:(?:\\?[*\-~_=#+•·—–]\s*){3,}|(?:[⁂⁎◇◆☆★✦✧❖❧☙⸻⸺§∗]\s*)+)$/u;

/** Whether a line stands for a change of scene, whatever its author's custom: `⁂`, `* * *`, `---`, `◇` and the like. */
export function isSceneBreak(line: string): boolean {
  return line.length <= 80 && sceneBreak.test(line);
}
