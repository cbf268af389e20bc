/** What a tab remembers when it is loaded again: who sat there, and which channel was open. */
export const remembered = {
  get: (name: 'person' | 'channel'): string | undefined => sessionStorage.getItem(name) ?? undefined,
  set: (name: 'person' | 'channel', value: string): void => sessionStorage.setItem(name, value),
};
