import type { Route } from './route.js';

/** A route with the values that a path gives its parameters. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: ReadonlyMap<string, string>;
}

/** Finds routes by method and path. */
export type RouteTable = (method: string, path: string) => RouteMatch | undefined;

/** Makes a table of routes. Where several fit a path, the first one counts, so `@me` stands before `:userId`. */
export function createRouteTable(routes: readonly Route[]): RouteTable {
  const entries = routes.map((route) => ({ route, segments: route.pattern.split('/') }));
  return (method, path) => {
    const given = path.split('/').map(decodeSegment);
    for (const { route, segments } of entries) {
      if (route.method !== method || segments.length !== given.length) continue;
      const params = matchSegments(segments, given);
      if (params !== undefined) return { route, params };
    }
    return undefined;
  };
}

function matchSegments(pattern: readonly string[], given: readonly string[]): ReadonlyMap<string, string> | undefined {
  const params = new Map<string, string>();
  for (const [index, segment] of pattern.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) params.set(segment.slice(1), value);
    else if (segment !== value) return undefined;
  }
  return params;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
