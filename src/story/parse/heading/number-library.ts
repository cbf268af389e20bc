import { createRequire } from 'node:module';

/** Writes whole numbers in the words of one language; throws for numbers that it has no words for. */
export interface NumberLibrary {
  readonly toCardinal?: (value: number) => string;
  readonly toOrdinal?: (value: number) => string;
}

const requireModule = createRequire(import.meta.url);

/** Loads one language of `n2words` (`de-DE`) at once, so that the many that are never needed cost nothing. */
export function loadNumberLibrary(name: string): NumberLibrary {
  const loaded: unknown = requireModule(`n2words/${name}`);
  const { toCardinal, toOrdinal } = loaded as Record<string, unknown>;
  return { ...asWriter('toCardinal', toCardinal), ...asWriter('toOrdinal', toOrdinal) };
}

function asWriter(name: keyof NumberLibrary, value: unknown): NumberLibrary {
  return typeof value === 'function' ? { [name]: (each: number) => String(value(each)) } : {};
}
