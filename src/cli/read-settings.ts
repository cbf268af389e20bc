import { config as loadEnv } from 'dotenv';
import { type Config, readConfig } from '../app/config.js';

/** The settings in `.env` and the environment; undefined where some are not right, which is said on stderr. */
export function readSettings(): Config | undefined {
  loadEnv({ quiet: true });
  const config = readConfig(process.env);
  if ('storeUrl' in config) return config;
  const problems = config.map(({ message }) => `  - ${message}\n`).join('');
  process.stderr.write(`Some settings are not right. Mend them in .env (.env.example explains each):\n${problems}`);
  return undefined;
}
