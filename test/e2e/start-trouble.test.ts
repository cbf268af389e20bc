import { GatewayCloseCodes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import type { LogInRefused } from '../../src/discord/log-in-refused.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, firstSlot, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

const gatewayAddress = { method: 'GET', route: '/gateway/bot' } as const;
const everywhere = '/applications/:applicationId/commands';
const inServer = '/applications/:applicationId/guilds/:guildId/commands';

/** As patient as ever, in less time. */
const waits = { requestTimeoutMs: 400, pauses: { firstMs: 20, longestMs: 40 } };

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 2));
});
afterEach(() => testbed.close());

const names = commands.map(({ data }) => data.name).sort();
const listed = () => [...harbour.author.commands(harbour.channel)].sort();
const writes = () => testbed.requests.filter((request) => request.startsWith('PUT /applications/'));

/** Starts the bot, lets it start a serial whose slot is on Friday, and stops it again. */
const forABusyMachine = { timeout: 15_000 };

async function leaveASerialBehind(): Promise<void> {
  const app = await testbed.start();
  const { author, channel } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  await app.stop();
}

describe('a start while Discord has trouble', () => {
  it.each([500, 502, 503, 504, 408, 425])(
    'waits until the address of the gateway is told, after %i',
    async (status) => {
      const fault = testbed.playground.faults.respond({ ...gatewayAddress, times: 3 }, { status });
      await testbed.start({}, { waits });
      expect(fault.hits()).toBe(3);
      expect(testbed.warnings.filter((line) => line.includes('Discord cannot be reached'))).toHaveLength(3);
      expect(testbed.warnings[0]).toMatch(
        new RegExp(`status ${status}\\. I try again in 0\\.0 s\\. .*DISCORD_API_URL`),
      );
      await expect.poll(listed, forABusyMachine).toEqual(names);
    },
  );

  it('waits as long as a 429 says, and says so', async () => {
    const headers = { 'retry-after': '0.2' };
    testbed.playground.faults.respond(
      { ...gatewayAddress, times: 1 },
      { status: 429, headers, body: { retry_after: 0.2 } },
    );
    await testbed.start({}, { waits });
    expect(testbed.warnings.join()).toContain('I wait 0.2 s');
  });

  it('waits while connections are lost, answers do not come, or come from somebody else', async () => {
    const { faults } = testbed.playground;
    faults.respond({ ...gatewayAddress, times: 1 }, { status: 200, body: { login: 'Room number?' } });
    faults.drop({ ...gatewayAddress, times: 1 }, 'before');
    faults.delay({ ...gatewayAddress, times: 1 }, 600);
    await testbed.start({}, { waits });
    expect(testbed.warnings.join()).toContain('did not answer in time');
    expect(testbed.warnings.join()).toContain('what answers there is not Discord');
    expect(testbed.warnings).toHaveLength(3);
  });

  it('waits while the gateway turns everybody away, and is logged in once when it does not any more', async () => {
    const { author, channel, reader } = harbour;
    const { gateway } = testbed.playground.faults;
    gateway.refuse(true);
    const starting = testbed.start({}, { waits });
    await expect.poll(() => testbed.warnings.length).toBeGreaterThan(2);
    gateway.refuse(false);
    await starting;
    // Longer than discord.js takes to connect a shard again that nobody wants any more.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(testbed.playground.sessions()).toBe(1);
    await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    expect(await ask(reader, channel, 'about')).not.toBe('');
  });

  it('waits while the gateway hangs up on whoever logs in', async () => {
    const { gateway } = testbed.playground.faults;
    gateway.refuseIdentify(GatewayCloseCodes.UnknownError);
    const starting = testbed.start({}, { waits });
    await expect.poll(() => testbed.warnings.join()).toContain('closed the connection');
    gateway.refuseIdentify(undefined);
    await starting;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(testbed.playground.sessions()).toBe(1);
  });

  it('ends as soon as it is told to', async () => {
    testbed.playground.faults.respond(gatewayAddress, { status: 503 });
    const stopping = new AbortController();
    const slow = { ...waits, pauses: { firstMs: 60_000, longestMs: 60_000 } };
    const starting = testbed.start({}, { waits: slow, signal: stopping.signal });
    await expect.poll(() => testbed.warnings.length).toBe(1);
    const before = performance.now();
    stopping.abort();
    await expect(starting).rejects.toThrow('aborted');
    expect(performance.now() - before).toBeLessThan(1_000);
    // The store was let go of.
    testbed.playground.faults.clear();
    await testbed.start({}, { waits });
  });

  it('ends as soon as it is told to while the gateway says nothing', async () => {
    testbed.playground.faults.gateway.silence(true);
    const stopping = new AbortController();
    const starting = testbed.start({}, { waits, signal: stopping.signal });
    await expect.poll(() => testbed.requests).toContain('GET /gateway/bot');
    stopping.abort();
    await expect(starting).rejects.toThrow('aborted');
  });
});

describe('a start that Discord refuses', () => {
  it.each([
    ['the token', GatewayCloseCodes.AuthenticationFailed, 'DISCORD_TOKEN'],
    ['intents that are not there', GatewayCloseCodes.InvalidIntents, 'intents'],
    ['intents that are not allowed', GatewayCloseCodes.DisallowedIntents, 'intents'],
    ['so many servers for one bot', GatewayCloseCodes.ShardingRequired, 'servers'],
  ])('for %s says so and does not ask again', async (_what, code, word) => {
    testbed.playground.faults.gateway.refuseIdentify(code);
    await expect(testbed.start({}, { waits })).rejects.toMatchObject({
      name: 'LogInRefused',
      message: expect.stringContaining(word),
    });
    expect(testbed.warnings).toEqual([]);
  });

  it('says which address is wrong', async () => {
    testbed.playground.faults.respond(gatewayAddress, { status: 404, body: { message: '404: Not Found', code: 0 } });
    const address = testbed.playground.apiUrl;
    await expect(testbed.start({}, { waits })).rejects.toThrow(`DISCORD_API_URL is "${address}"`);
  });
});

describe('while commands cannot be registered', () => {
  it.each([500, 502, 503, 408, 425])(
    'a bot starts all the same, and registers them when it can, after %i',
    async (status) => {
      const fault = testbed.playground.faults.respond({ route: everywhere, times: 3 }, { status });
      await testbed.start({}, { waits });
      await expect.poll(listed).toEqual(names);
      expect(fault.hits()).toBe(3);
      expect(testbed.warnings.filter((line) => line.includes('could not be registered'))).toHaveLength(3);
      expect(testbed.warnings[0]).toContain(`status ${status}. I try again in 0.0 s`);
    },
  );

  it('chapters come out, and what Discord lists is answered', async () => {
    await leaveASerialBehind();
    testbed.playground.faults.respond({ route: everywhere }, { status: 503 });
    await testbed.start({}, { waits });
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain('Title 1');
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    expect(testbed.warnings.length).toBeGreaterThan(1);
  });

  it('chapters come out even before Discord has answered once', async () => {
    await leaveASerialBehind();
    const held = testbed.playground.faults.hold({ route: everywhere, times: 1 }, 'before');
    testbed.clock.jumpTo(firstSlot);
    const starting = testbed.start();
    await held.reached;
    await releaseEnd(harbour.channel);
    held.release();
    await starting;
  });

  it('a bot whose commands Discord refuses goes on with those that it lists', async () => {
    await leaveASerialBehind();
    const body = {
      message: 'Invalid Form Body',
      code: 50_035,
      errors: { 0: { name: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] } } },
    };
    testbed.playground.faults.respond({ method: 'PUT', route: inServer }, { status: 400, body });
    await testbed.start({ guildId: harbour.guild.id }, { waits });
    expect(testbed.errors).toHaveLength(1);
    expect(testbed.errors[0]).toContain('Discord refuses the commands that I know');
    expect(testbed.errors[0]).toContain('0.name[BASE_TYPE_REQUIRED]');
    expect(testbed.errors[0]).not.toContain('"stack"');
    await expect.poll(listed, forABusyMachine).toEqual(names);
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain('Title 1');
  });

  it('a bot that is stopped does not wait any longer', async () => {
    testbed.playground.faults.respond({ route: everywhere }, { status: 503 });
    const slow = { ...waits, pauses: { firstMs: 60_000, longestMs: 60_000 } };
    const app = await testbed.start({}, { waits: slow });
    const before = performance.now();
    await app.stop();
    expect(performance.now() - before).toBeLessThan(1_500);
  });

  it('a token that was reset meanwhile is told', async () => {
    const refusals: LogInRefused[] = [];
    testbed.playground.faults.respond(
      { route: everywhere },
      { status: 401, body: { message: '401: Unauthorized', code: 0 } },
    );
    await testbed.start({}, { waits, onRefused: (refusal) => refusals.push(refusal) });
    expect(refusals.map(({ message }) => message).join()).toContain('DISCORD_TOKEN');
  });
});

describe('a DISCORD_GUILD_ID of a server that the bot is not in', () => {
  it('is told with what was expected, and costs no server its commands', async () => {
    await leaveASerialBehind();
    const guildId = '123456789012345678';
    const app = await testbed.start({ guildId }, { waits });
    expect(testbed.errors).toHaveLength(1);
    expect(testbed.errors[0]).toContain(`DISCORD_GUILD_ID is \\"${guildId}\\"`);
    expect(testbed.errors[0]).toContain(`${harbour.guild.id} (Harbour)`);
    expect(testbed.errors[0]).toContain(
      `client_id=${testbed.playground.applicationId}&scope=bot+applications.commands`,
    );
    expect(testbed.requests.filter((request) => request.includes(guildId))).toEqual([]);
    await expect.poll(listed, forABusyMachine).toEqual(names);
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain('Title 1');
    await app.stop();
    expect(testbed.errors).toHaveLength(1);
  });

  it('gets its commands at the moment the bot is invited', async () => {
    const owner = testbed.playground.createUser({ name: 'Nell' });
    const guild = testbed.playground.createGuild({ name: 'Lighthouse', owner, botPermissions: false });
    const channel = guild.createChannel({ name: 'serial' });
    await testbed.start({ guildId: guild.id }, { waits });
    expect(testbed.errors).toHaveLength(1);
    guild.addBot();
    await expect.poll(() => [...testbed.playground.as(owner).commands(channel)].sort()).toEqual(names);
    expect(writes()).toHaveLength(1);
  });

  it.each([
    ['Unknown Guild', 404, 10_004],
    ['Missing Access', 403, 50_001],
  ])('is told where Discord says so: %s', async (message, status, code) => {
    testbed.playground.faults.respond({ route: inServer }, { status, body: { message, code } });
    await testbed.start({ guildId: harbour.guild.id }, { waits });
    expect(testbed.errors).toHaveLength(1);
    expect(testbed.errors[0]).toContain(`DISCORD_GUILD_ID is \\"${harbour.guild.id}\\"`);
    expect(testbed.errors[0]).toContain('https://discord.com/oauth2/authorize');
  });
});

it('a bot that Discord does not want any more while it runs says so', async () => {
  const refusals: LogInRefused[] = [];
  await testbed.start({}, { waits, onRefused: (refusal) => refusals.push(refusal) });
  const { gateway } = testbed.playground.faults;
  gateway.refuseIdentify(GatewayCloseCodes.AuthenticationFailed);
  gateway.invalidSession(false);
  await expect
    .poll(() => refusals.map(({ message }) => message).join(), { timeout: 10_000 })
    .toContain('DISCORD_TOKEN');
});
