import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../commands/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = read('README.md');

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Every Markdown file that belongs to the documentation. */
const documents = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true }).map((file) => join('docs', String(file))),
].filter((file) => file.endsWith('.md'));

/** The part of the README below a heading of the second rank. */
function section(title: string): string {
  const [, body] = readme.split(`\n## ${title}\n`);
  if (body === undefined) throw new Error(`The README has no section "${title}".`);
  return body.split('\n## ')[0] ?? '';
}

/** The cells of all table rows below a heading, without header and rule. */
function rows(title: string): readonly (readonly string[])[] {
  const lines = section(title).match(/^\|.*\|$/gm) ?? [];
  const cells = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return cells.filter((row, index) => !isRule(row) && !isRule(cells[index + 1] ?? []));
}

function isRule(row: readonly string[]): boolean {
  return row.length > 0 && row.every((cell) => /^-+$/.test(cell));
}

function codesIn(cell: string | undefined): readonly string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

/** `Send Messages in Threads` is `SendMessagesInThreads` to discord.js. */
function flagName(permission: string): string {
  return permission.replaceAll(/(?:^| )(\w)/g, (_, initial: string) => initial.toUpperCase());
}

type Call = readonly [call: string, options: readonly string[]];

/** What can be typed: `/read`, `/serial start`, each with its options in order. */
function calls(path: string, options: readonly APIApplicationCommandOption[]): readonly Call[] {
  const deeper = options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? calls(`${path} ${option.name}`, option.options ?? [])
      : [],
  );
  return deeper.length > 0 ? deeper : [[path, options.map(({ name }) => name)]];
}

describe('the README', () => {
  it('has every command with its options, and no other', () => {
    const told = rows('Commands').map(([command, options]): Call => [codesIn(command)[0] ?? '', codesIn(options)]);
    const registered = commands.flatMap(({ data }) => calls(`/${data.name}`, data.options ?? []));
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(registered));
  });

  it('has every setting of .env.example with its default, and no other', () => {
    const example = read('.env.example');
    const shown = parse(example.replaceAll(/^#(?=[A-Z_]+=)/gm, ''));
    const told = Object.fromEntries(
      rows('Settings').map(([name, initial]) => [codesIn(name)[0], codesIn(initial)[0] ?? '']),
    );
    // The example shows what such an address looks like; the default is none.
    expect(told).toEqual({ ...shown, DISCORD_API_URL: '' });
  });

  it('invites the bot with exactly the permissions that it lists', () => {
    const flags = new Map(Object.entries(PermissionFlagsBits));
    const listed = rows('Inviting the bot').map(([name = '']) => name);
    const bits = listed.map((name) => flags.get(flagName(name)));
    const url = new URL(/https:\/\/discord\.com\/oauth2\S+/.exec(readme)?.[0] ?? '');
    expect(listed).not.toHaveLength(0);
    expect(bits).not.toContain(undefined);
    expect(url.searchParams.get('permissions')).toBe(
      `${PermissionsBitField.resolve(bits.filter((bit) => bit !== undefined))}`,
    );
    expect(url.searchParams.get('scope')).toBe('bot applications.commands');
  });
});

describe('the documentation', () => {
  it('lists every record of a decision', () => {
    const records = readdirSync(join(root, 'docs/decisions')).filter((file) => file !== 'README.md');
    const listed = [...read('docs/decisions/README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, file]) => file);
    expect(listed.sort()).toEqual(records.sort());
  });

  it('links only to what exists', () => {
    const links = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target = '']) => ({ file, target })),
    );
    expect(links).toContainEqual({ file: 'README.md', target: 'docs/writing-chapters.md' });
    expect(links.filter(({ file, target }) => !existsSync(join(root, dirname(file), target)))).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test))/g)].map(([, run, short]) => ({
        file,
        script: run ?? short ?? '',
      })),
    );
    expect(named).toContainEqual({ file: 'README.md', script: 'check-chapters' });
    expect(named.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});
