import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { openOptions, readLine, slashCommands } from '../../src/web/client/command-line.js';

const text = (name: string, required = false) => ({
  type: ApplicationCommandOptionType.String as const,
  name,
  description: name,
  required,
});

function command(name: string, options: APIApplicationCommand['options']): APIApplicationCommand {
  const fixed = { id: '1', application_id: '1', version: '1', default_member_permissions: null };
  return { ...fixed, type: ApplicationCommandType.ChatInput, name, description: name, ...(options && { options }) };
}

const commands = slashCommands([
  command('read', [text('chapter'), text('story')]),
  command('serial', [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'start',
      description: 'Start',
      options: [text('time'), text('story', true)],
    },
  ]),
]);

describe('a line that is typed', () => {
  it('is text unless it begins with a slash', () => {
    expect(readLine('and/or', commands)).toEqual({ kind: 'text' });
  });

  it('completes commands and subcommands', () => {
    expect(commands.map(({ line }) => line)).toEqual(['read', 'serial start']);
    expect(readLine('/ser', commands)).toMatchObject({ kind: 'command', query: 'ser', exact: undefined });
    expect(readLine('/read', commands)).toMatchObject({ kind: 'command', exact: { line: 'read' } });
  });

  it('gives values with spaces and colons to the option before them', () => {
    const typed = readLine('/serial start story:The Lamp: a tale time:20:00 ', commands);
    expect(typed).toMatchObject({
      kind: 'option',
      given: [
        { option: { name: 'story' }, typed: 'The Lamp: a tale' },
        { option: { name: 'time' }, typed: '20:00' },
      ],
    });
  });

  it('stands at a value until a space ends it', () => {
    expect(readLine('/read chapter:', commands)).toMatchObject({ kind: 'value', start: 14 });
    expect(readLine('/read chapter:2', commands)).toMatchObject({ kind: 'value', given: [{ typed: '2' }] });
    expect(readLine('/read chapter:2 st', commands)).toMatchObject({ kind: 'value', given: [{ typed: '2 st' }] });
  });

  it('asks for what is needed first, and for nothing twice', () => {
    const typed = readLine('/serial start ', commands);
    if (typed.kind !== 'option') throw new Error(typed.kind);
    expect(openOptions(typed.command, typed.given).map(({ name }) => name)).toEqual(['story', 'time']);
    const later = readLine('/serial start story:x ', commands);
    if (later.kind !== 'option') throw new Error(later.kind);
    expect(openOptions(later.command, later.given).map(({ name }) => name)).toEqual(['time']);
  });
});
