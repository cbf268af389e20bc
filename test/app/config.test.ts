import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig, variableNames } from '../../src/app/config.js';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
/** The example with every setting switched on. */
const switchedOn = parse(example.replaceAll(/^#(?=[A-Z_]+=)/gm, ''));

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({})).toEqual({
      token: undefined,
      guildId: undefined,
      allowedGuildIds: [],
      apiUrl: undefined,
      chaptersDir: 'chapters',
      storeUrl: 'sqlite://data/cliffhanger.sqlite',
      storeWaitMs: 0,
      backupDir: 'data/backups',
      backupKeep: 7,
      logLevel: 'info',
      reconcileDays: 30,
      lateGraceHours: 72,
      playgroundPort: 4830,
      readingsDir: 'data/readings',
    });
  });

  it('has every variable explained in .env.example, and no other is there', () => {
    expect(Object.keys(switchedOn).sort()).toEqual([...variableNames].sort());
  });

  it('shows its defaults in .env.example', () => {
    const { DISCORD_API_URL: _api, ...shown } = switchedOn;
    expect(readConfig(shown)).toEqual(readConfig({}));
  });

  it('takes an empty setting as none', () => {
    expect(readConfig({ DISCORD_TOKEN: '', STORE_URL: '  ' })).toEqual(readConfig({}));
  });

  it('reports every problem at once, with the variable, what it was and what it may be', () => {
    const problems = readConfig({ DISCORD_GUILD_ID: 'mine', LOG_LEVEL: 'loud', PLAYGROUND_PORT: '70000' });
    expect(problems).toEqual([
      { variable: 'DISCORD_GUILD_ID', message: 'DISCORD_GUILD_ID is "mine", expected a server id of 17 to 20 digits.' },
      {
        variable: 'LOG_LEVEL',
        message: 'LOG_LEVEL is "loud", expected fatal, error, warn, info, debug, trace or silent.',
      },
      { variable: 'PLAYGROUND_PORT', message: 'PLAYGROUND_PORT is "70000", expected a port from 0 to 65535.' },
    ]);
  });

  it('takes every port that there is, and no other', () => {
    for (const port of [0, 65_535])
      expect(readConfig({ PLAYGROUND_PORT: String(port) })).toMatchObject({ playgroundPort: port });
    for (const PLAYGROUND_PORT of ['65536', '-1', '1.5', '0x10', '123456'])
      expect(readConfig({ PLAYGROUND_PORT })).toMatchObject([{ variable: 'PLAYGROUND_PORT' }]);
  });

  it('takes servers with commas, spaces or both between them, and refuses what is none', () => {
    const ids = ['100000000000000001', '100000000000000002'];
    for (const ALLOWED_GUILDS of [ids.join(), ids.join(', '), ids.join(' '), `${ids.join(',')},`])
      expect(readConfig({ ALLOWED_GUILDS })).toMatchObject({ allowedGuildIds: ids });
    for (const ALLOWED_GUILDS of ['mine', '1', `${ids[0]};${ids[1]}`, `${ids[0]}${ids[1]}`])
      expect(readConfig({ ALLOWED_GUILDS })).toMatchObject([{ variable: 'ALLOWED_GUILDS' }]);
  });

  it('refuses a server for its commands in which it may not work', () => {
    const both = { DISCORD_GUILD_ID: '100000000000000009', ALLOWED_GUILDS: '100000000000000001' };
    expect(readConfig(both)).toMatchObject([{ variable: 'ALLOWED_GUILDS' }]);
    expect(readConfig({ ...both, ALLOWED_GUILDS: `100000000000000001,${both.DISCORD_GUILD_ID}` })).toMatchObject({
      guildId: both.DISCORD_GUILD_ID,
    });
  });

  it('never quotes the token', () => {
    expect(JSON.stringify(readConfig({ DISCORD_TOKEN: 'secret with spaces' }))).not.toContain('secret');
  });

  it('gives a configuration or problems for anything', () => {
    const anything = fc.dictionary(fc.constantFrom(...variableNames), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(anything, (environment) => {
        const result = readConfig(environment);
        if ('storeUrl' in result) return;
        for (const { variable } of result) expect(variableNames).toContain(variable);
      }),
    );
  });
});
