import * as z from 'zod';
import { layouts } from '../../pieces/layout.js';

/** What becomes of a slot that went by while nobody was there to serve it. */
export const latePolicies = ['post', 'wait', 'ask'] as const;
export type LatePolicy = (typeof latePolicies)[number];

/** What members with rights may set of a serial, beside where and when it runs. They are kept when it is started anew. */
export const settingsShape = {
  /** Role that is pinged once per release. */
  roleId: z.string().optional(),
  /** Whether the last piece opens a thread to talk in. */
  discussion: z.boolean(),
  /** Emoji that the bot puts on the last piece, as Discord's API writes them: `🔥` or `name:id`. */
  seeds: z.array(z.string()),
  /** How its next releases look; what is out stays as it was posted. */
  layout: z.enum(layouts).default('messages'),
  /** Channel in which alerts are posted, in place of private messages. */
  alertChannelId: z.string().optional(),
  late: z.enum(latePolicies),
  /** The role whose members may press the buttons that are for those who run it, beside those who manage the server. */
  teamId: z.string().optional(),
};

const settingsSchema = z.object(settingsShape);
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What a serial begins with. */
export const firstSettings: Settings = { discussion: false, seeds: [], layout: 'messages', late: 'post' };

/** What is to become of settings: what is undefined stays, and null takes a setting away. */
export type SettingsChange = {
  readonly [Name in keyof Settings]?: Settings[Name] | (undefined extends Settings[Name] ? null : never);
};

/** The settings among what a serial is. */
export function settingsOf(serial: Settings): Settings {
  return settingsSchema.parse(serial);
}

/** Settings with a change made. */
export function withChange(settings: Settings, change: SettingsChange): Settings {
  const asked = Object.entries(change).filter(([, value]) => value !== undefined);
  return settingsSchema.parse({
    ...settings,
    ...Object.fromEntries(asked.map(([name, value]) => [name, value ?? undefined])),
  });
}
