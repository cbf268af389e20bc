/** Hands the reader's choice of light or dark on to the library's elements, now and whenever it changes. */
export function followTheme(): void {
  const light = matchMedia('(prefers-color-scheme: light)');
  const apply = () => {
    for (const element of document.querySelectorAll('discord-messages')) {
      element.toggleAttribute('light-theme', light.matches);
    }
  };
  light.addEventListener('change', apply);
  apply();
}
