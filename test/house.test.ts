import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** A room and the rooms, or parts of rooms, that it may import. */
type Rooms = ReadonlyMap<string, readonly string[]>;

/** The README's table of rooms. */
function told(): Rooms {
  const [, table = ''] = read('README.md').split('| room | its job | may import |\n');
  const [rows = ''] = table.split('\n\n');
  return new Map(
    rows
      .split('\n')
      .slice(1)
      .map((row): [string, string[]] => {
        const [, room = '', , may = ''] = row.split('|').map((cell) => cell.trim());
        return [nameOf(room.replaceAll('`', '')), may.split(', ').filter((name) => name !== '')];
      }),
  );
}

/** What the linter allows by name. */
function enforced(): Rooms {
  const rule = z.object({ options: z.object({ patterns: z.array(z.object({ group: z.array(z.string()) })) }) });
  const override = z.object({
    includes: z.tuple([z.string()]),
    linter: z.object({ rules: z.object({ style: z.object({ noRestrictedImports: rule }) }) }),
  });
  const { overrides } = z.object({ overrides: z.array(override) }).parse(JSON.parse(read('biome.json')));
  return new Map(
    overrides.map(({ includes: [folder], linter }): [string, string[]] => {
      const home = folder.replace('/**', '');
      const allowed = linter.rules.style.noRestrictedImports.options.patterns
        .flatMap(({ group }) => group)
        .flatMap((glob) => /^!\*\*\/(.+?)(?:\/\*\*|\.js)$/.exec(glob)?.[1] ?? []);
      const inside = new Set(foldersIn(home).map((path) => posix.basename(path)));
      return [nameOf(home), allowed.filter((name) => !inside.has(name))];
    }),
  );
}

function nameOf(folder: string): string {
  return folder.replace(/^src\//, '').replace(/\/$/, '');
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** The room of a file, by its path from the root. */
function roomOf(file: string): string {
  const [top = '', next = ''] = file.split('/');
  return top === 'src' ? next : top;
}

/** Every import of one room's file from another's, types included. */
function imports(): readonly { readonly from: string; readonly to: string }[] {
  const files = ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => posix.join(folder, file.replaceAll('\\', '/'))),
  );
  return files
    .filter((from) => from !== 'src/main.ts')
    .flatMap((from) =>
      [...read(from).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)]
        .map(([, specifier = '']) => ({ from, to: posix.join(posix.dirname(from), specifier) }))
        .filter(({ to }) => roomOf(to) !== roomOf(from)),
    );
}

describe('the house', () => {
  it('has the rooms that the README and the linter name, and no other', () => {
    const there = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const rooms = [...there.map(({ name }) => name), 'commands'].sort();
    expect([...told().keys()].sort()).toEqual(rooms);
    expect([...enforced().keys()].sort()).toEqual(rooms);
  });

  it('may import, by the linter, what the README says', () => {
    const sorted = (rooms: Rooms) => Object.fromEntries([...rooms].map(([room, may]) => [room, [...may].sort()]));
    expect(sorted(enforced())).toEqual(sorted(told()));
  });

  it('imports nothing else, and has no circle, not even of types', () => {
    const rooms = told();
    const isAllowed = ({ from, to }: { readonly from: string; readonly to: string }) =>
      rooms.get(roomOf(from))?.some((may) => nameOf(to).replace(/\.js$/, '').concat('/').startsWith(`${may}/`)) ===
      true;
    expect(imports().filter((one) => !isAllowed(one))).toEqual([]);
    const order = [...rooms.keys()];
    const reach = (room: string): readonly string[] =>
      (rooms.get(room) ?? []).flatMap((may) => [roomOf(`src/${may}`), ...reach(roomOf(`src/${may}`))]);
    expect(order.filter((room) => reach(room).includes(room))).toEqual([]);
  });

  it('needs every import that it allows', () => {
    const used = new Set(
      imports().flatMap(({ from, to }) => {
        const room = roomOf(from);
        const may = told()
          .get(room)
          ?.find((one) => nameOf(to).replace(/\.js$/, '').concat('/').startsWith(`${one}/`));
        return may === undefined ? [] : [`${room}: ${may}`];
      }),
    );
    const allowed = [...told()].flatMap(([room, may]) => may.map((one) => `${room}: ${one}`));
    expect(allowed.filter((one) => !used.has(one))).toEqual([]);
  });
});
