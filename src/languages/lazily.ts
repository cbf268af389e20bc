/**
 * Makes something when it is first asked for, once. The words of thirty languages take a tenth of a second to be put in order,
 * which the thread that reads chapters pays, and nobody else.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
