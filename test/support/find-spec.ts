import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where `npm run fetch-spec` puts Discord's spec; git ignores the folder. */
export const fetchedSpec = fileURLToPath(new URL('../../.cache/discord-openapi.json', import.meta.url));

/** Where a copy may lie that belongs to no checkout: beside the repository. */
const sharedSpec = fileURLToPath(new URL('../../../shared/discord/openapi.json', import.meta.url));

/**
 * The file with Discord's OpenAPI spec: what DISCORD_SPEC names, or else the first of `places` that is there; undefined where none
 * is. Throws where DISCORD_SPEC names nothing that is there: a test run must not judge by less than was asked for.
 */
export function findSpec(
  named: string | undefined = process.env['DISCORD_SPEC'],
  places: readonly string[] = [fetchedSpec, sharedSpec],
): string | undefined {
  if (named === undefined || named === '') return places.find((place) => existsSync(place));
  if (existsSync(named)) return named;
  throw new Error(
    `DISCORD_SPEC is "${named}", expected the path of Discord's openapi.json: there is no such file. ` +
      'Mend the path, or leave it out and run "npm run fetch-spec".',
  );
}
