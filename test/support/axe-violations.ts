import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const axeReport = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** Everything that axe finds wrong with a page as it stands, as `rule: element`. */
export async function axeViolations(tab: Page): Promise<readonly string[]> {
  await tab.evaluate(axe.source);
  const report = axeReport.parse(await tab.evaluate('axe.run()'));
  return report.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
