const given = process.env['CI'] ?? '';

/** Whether CI runs the tests: it must leave nothing out. Machines set `CI` to `true` or `1`, and people to `false` to have it off. */
export const isCi = !['', '0', 'false'].includes(given);
