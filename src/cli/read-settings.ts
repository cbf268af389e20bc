import { type Config, type ConfigProblem, readConfig } from '../app/config.js';
import { loadEnv } from './load-env.js';

/** The settings in `.env` and the environment; undefined where they cannot be read or are not right, which is said on stderr. */
export function readSettings(): Config | undefined {
  const refusal = loadEnv();
  const config = refusal ?? readConfig(process.env);
  if (typeof config !== 'string' && 'storeUrl' in config) return config;
  process.stderr.write(typeof config === 'string' ? `${config}\n` : wrong(config));
  return undefined;
}

function wrong(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ message }) => `  - ${message}\n`).join('');
  return `Some settings are not right. Mend them in .env (.env.example explains each):\n${lines}`;
}
