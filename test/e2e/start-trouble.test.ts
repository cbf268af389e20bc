import { GatewayCloseCodes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import type { LogInRefused } from '../../src/discord/log-in-refused.js';
import { type Bench, openBench } from '../support/bot.js';
import { ask, firstSlot, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

const gatewayAddress = { method: 'GET', route: '/gateway/bot' } as const;
const everywhere = '/applications/:applicationId/commands';
const inServer = '/applications/:applicationId/guilds/:guildId/commands';

/** As patient as ever, in less time. */
const patience = { requestTimeoutMs: 400, pauses: { firstMs: 20, longestMs: 40 } };

let bench: Bench;
let harbour: Harbour;
beforeEach(async () => {
  bench = await openBench();
  harbour = furnishHarbour(bench);
  await bench.write('lamp/01.txt', chapterText(1, 'Title 1', 2));
});
afterEach(() => bench.close());

const names = commands.map(({ data }) => data.name).sort();
const listed = () => [...harbour.author.commands(harbour.channel)].sort();
const writes = () => bench.requests.filter((request) => request.startsWith('PUT /applications/'));

/** Starts the bot, lets it start a serial whose slot is on Friday, and stops it again. */
const forABusyMachine = { timeout: 15_000 };

async function leaveASerialBehind(): Promise<void> {
  const app = await bench.start();
  const { author, channel } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  await app.stop();
}

describe('a start while Discord has trouble', () => {
  it.each([500, 502, 503, 504, 408, 425])(
    'waits until the address of the gateway is told, after %i',
    async (status) => {
      const fault = bench.playground.faults.respond({ ...gatewayAddress, times: 3 }, { status });
      await bench.start({}, { patience });
      expect(fault.hits()).toBe(3);
      expect(bench.warnings.filter((line) => line.includes('Discord cannot be reached'))).toHaveLength(3);
      expect(bench.warnings[0]).toMatch(new RegExp(`status ${status}\\. I try again in 0\\.0 s\\. .*DISCORD_API_URL`));
      await expect.poll(listed, forABusyMachine).toEqual(names);
    },
  );

  it('waits as long as a 429 says, and says so', async () => {
    const headers = { 'retry-after': '0.2' };
    bench.playground.faults.respond(
      { ...gatewayAddress, times: 1 },
      { status: 429, headers, body: { retry_after: 0.2 } },
    );
    await bench.start({}, { patience });
    expect(bench.warnings.join()).toContain('I wait 0.2 s');
  });

  it('waits while connections are lost, answers do not come, or come from somebody else', async () => {
    const { faults } = bench.playground;
    faults.respond({ ...gatewayAddress, times: 1 }, { status: 200, body: { login: 'Room number?' } });
    faults.drop({ ...gatewayAddress, times: 1 }, 'before');
    faults.delay({ ...gatewayAddress, times: 1 }, 600);
    await bench.start({}, { patience });
    expect(bench.warnings.join()).toContain('did not answer in time');
    expect(bench.warnings.join()).toContain('what answers there is not Discord');
    expect(bench.warnings).toHaveLength(3);
  });

  it('waits while the gateway turns everybody away, and is logged in once when it does not any more', async () => {
    const { author, channel, reader } = harbour;
    const { gateway } = bench.playground.faults;
    gateway.refuse(true);
    const starting = bench.start({}, { patience });
    await expect.poll(() => bench.warnings.length).toBeGreaterThan(2);
    gateway.refuse(false);
    await starting;
    // Longer than discord.js takes to connect a shard again that nobody wants any more.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(bench.playground.sessions()).toBe(1);
    await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    expect(await ask(reader, channel, 'about')).not.toBe('');
  });

  it('waits while the gateway hangs up on whoever logs in', async () => {
    const { gateway } = bench.playground.faults;
    gateway.refuseIdentify(GatewayCloseCodes.UnknownError);
    const starting = bench.start({}, { patience });
    await expect.poll(() => bench.warnings.join()).toContain('closed the connection');
    gateway.refuseIdentify(undefined);
    await starting;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(bench.playground.sessions()).toBe(1);
  });

  it('ends as soon as it is told to', async () => {
    bench.playground.faults.respond(gatewayAddress, { status: 503 });
    const stopping = new AbortController();
    const slow = { ...patience, pauses: { firstMs: 60_000, longestMs: 60_000 } };
    const starting = bench.start({}, { patience: slow, signal: stopping.signal });
    await expect.poll(() => bench.warnings.length).toBe(1);
    const before = performance.now();
    stopping.abort();
    await expect(starting).rejects.toThrow('aborted');
    expect(performance.now() - before).toBeLessThan(1_000);
    // The store was let go of.
    bench.playground.faults.clear();
    await bench.start({}, { patience });
  });

  it('ends as soon as it is told to while the gateway says nothing', async () => {
    bench.playground.faults.gateway.silence(true);
    const stopping = new AbortController();
    const starting = bench.start({}, { patience, signal: stopping.signal });
    await expect.poll(() => bench.requests).toContain('GET /gateway/bot');
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
    bench.playground.faults.gateway.refuseIdentify(code);
    await expect(bench.start({}, { patience })).rejects.toMatchObject({
      name: 'LogInRefused',
      message: expect.stringContaining(word),
    });
    expect(bench.warnings).toEqual([]);
  });

  it('says which address is wrong', async () => {
    bench.playground.faults.respond(gatewayAddress, { status: 404, body: { message: '404: Not Found', code: 0 } });
    const address = bench.playground.apiUrl;
    await expect(bench.start({}, { patience })).rejects.toThrow(`DISCORD_API_URL is "${address}"`);
  });
});

describe('while commands cannot be registered', () => {
  it.each([500, 502, 503, 408, 425])(
    'a bot starts all the same, and registers them when it can, after %i',
    async (status) => {
      const fault = bench.playground.faults.respond({ route: everywhere, times: 3 }, { status });
      await bench.start({}, { patience });
      await expect.poll(listed).toEqual(names);
      expect(fault.hits()).toBe(3);
      expect(bench.warnings.filter((line) => line.includes('could not be registered'))).toHaveLength(3);
      expect(bench.warnings[0]).toContain(`status ${status}. I try again in 0.0 s`);
    },
  );

  it('chapters come out, and what Discord lists is answered', async () => {
    await leaveASerialBehind();
    bench.playground.faults.respond({ route: everywhere }, { status: 503 });
    await bench.start({}, { patience });
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain('Title 1');
    bench.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    expect(bench.warnings.length).toBeGreaterThan(1);
  });

  it('chapters come out even before Discord has answered once', async () => {
    await leaveASerialBehind();
    const held = bench.playground.faults.hold({ route: everywhere, times: 1 }, 'before');
    bench.clock.jumpTo(firstSlot);
    const starting = bench.start();
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
    bench.playground.faults.respond({ method: 'PUT', route: inServer }, { status: 400, body });
    await bench.start({ guildId: harbour.guild.id }, { patience });
    expect(bench.errors).toHaveLength(1);
    expect(bench.errors[0]).toContain('Discord refuses the commands that I know');
    expect(bench.errors[0]).toContain('0.name[BASE_TYPE_REQUIRED]');
    expect(bench.errors[0]).not.toContain('"stack"');
    await expect.poll(listed, forABusyMachine).toEqual(names);
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain('Title 1');
  });

  it('a bot that is stopped does not wait any longer', async () => {
    bench.playground.faults.respond({ route: everywhere }, { status: 503 });
    const slow = { ...patience, pauses: { firstMs: 60_000, longestMs: 60_000 } };
    const app = await bench.start({}, { patience: slow });
    const before = performance.now();
    await app.stop();
    expect(performance.now() - before).toBeLessThan(1_500);
  });

  it('a token that was reset meanwhile is told', async () => {
    const refusals: LogInRefused[] = [];
    bench.playground.faults.respond(
      { route: everywhere },
      { status: 401, body: { message: '401: Unauthorized', code: 0 } },
    );
    await bench.start({}, { patience, onRefused: (refusal) => refusals.push(refusal) });
    expect(refusals.map(({ message }) => message).join()).toContain('DISCORD_TOKEN');
  });
});

describe('a DISCORD_GUILD_ID of a server that the bot is not in', () => {
  it('is told with what was expected, and costs no server its commands', async () => {
    await leaveASerialBehind();
    const guildId = '123456789012345678';
    await bench.start({ guildId }, { patience });
    expect(bench.errors).toHaveLength(1);
    expect(bench.errors[0]).toContain(`DISCORD_GUILD_ID is \\"${guildId}\\"`);
    expect(bench.errors[0]).toContain(`${harbour.guild.id} (Harbour)`);
    expect(bench.errors[0]).toContain(`client_id=${bench.playground.applicationId}&scope=bot+applications.commands`);
    expect(bench.requests.filter((request) => request.includes(guildId))).toEqual([]);
    await expect.poll(listed, forABusyMachine).toEqual(names);
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain('Title 1');
  });

  it('gets its commands at the moment the bot is invited', async () => {
    const owner = bench.playground.createUser({ name: 'Nell' });
    const guild = bench.playground.createGuild({ name: 'Lighthouse', owner, botPermissions: false });
    const channel = guild.createChannel({ name: 'serial' });
    await bench.start({ guildId: guild.id }, { patience });
    expect(bench.errors).toHaveLength(1);
    guild.addBot();
    await expect.poll(() => [...bench.playground.as(owner).commands(channel)].sort()).toEqual(names);
    expect(writes()).toHaveLength(1);
  });

  it.each([
    ['Unknown Guild', 404, 10_004],
    ['Missing Access', 403, 50_001],
  ])('is told where Discord says so: %s', async (message, status, code) => {
    bench.playground.faults.respond({ route: inServer }, { status, body: { message, code } });
    await bench.start({ guildId: harbour.guild.id }, { patience });
    expect(bench.errors).toHaveLength(1);
    expect(bench.errors[0]).toContain(`DISCORD_GUILD_ID is \\"${harbour.guild.id}\\"`);
    expect(bench.errors[0]).toContain('https://discord.com/oauth2/authorize');
  });
});

it('a bot that Discord does not want any more while it runs says so', async () => {
  const refusals: LogInRefused[] = [];
  await bench.start({}, { patience, onRefused: (refusal) => refusals.push(refusal) });
  const { gateway } = bench.playground.faults;
  gateway.refuseIdentify(GatewayCloseCodes.AuthenticationFailed);
  gateway.invalidSession(false);
  await expect
    .poll(() => refusals.map(({ message }) => message).join(), { timeout: 10_000 })
    .toContain('DISCORD_TOKEN');
});
