/** Backgrounds on which white letters have a contrast of 4.5 or more. */
const colours = ['#5865f2', '#24804a', '#b83a6b', '#a34a1f', '#6a4bc4', '#2a6f97', '#7a6200'] as const;

/** A portrait for whoever has none: their first letter, on a colour that is theirs by their name. SVG, 80 by 80. */
export function avatarSvg(name: string): string {
  const sum = [...name].reduce((total, character) => (total * 3 + (character.codePointAt(0) ?? 0)) % 9973, 0);
  const colour = colours[sum % colours.length] ?? colours[0];
  const letter = /\p{L}|\p{N}/u.exec(name)?.[0].toUpperCase() ?? '?';
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80" viewBox="0 0 80 80">' +
    `<rect width="80" height="80" fill="${colour}"/>` +
    `<text x="40" y="54" text-anchor="middle" font-family="sans-serif" font-size="40" font-weight="600" fill="#fff">${letter}</text>` +
    '</svg>'
  );
}
