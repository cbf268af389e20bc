import { parseArgs } from 'node:util';
import type { PlanOptions } from './release-plan.js';

/** What was typed behind a command that takes a release plan; `positional` is the first word without a name. */
export type PlanArguments = PlanOptions & { readonly positional: string | undefined };

/** Reads the process's arguments, or says in a sentence what about them cannot be understood. */
export function readPlanArguments(): PlanArguments | string {
  const text = { type: 'string' } as const;
  try {
    const options = { schedule: text, zone: text, from: text };
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    return { positional: positionals[0], ...values };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
