import sqlite3 from 'sqlite3';

/** Statements that SQLite was given. */
export interface Statements {
  readonly reads: number;
  readonly writes: number;
}

let reads = 0;
let writes = 0;
const { all } = sqlite3.Database.prototype;

// Connections keep the method that they find when they are opened: this module has to be loaded before.
sqlite3.Database.prototype.all = function counted(this: sqlite3.Database, sql: string, ...rest: unknown[]) {
  if (/^\s*SELECT/i.test(sql)) reads += 1;
  if (/^\s*(INSERT|DELETE|UPDATE)/i.test(sql)) writes += 1;
  return Reflect.apply(all, this, [sql, ...rest]);
};

/**
 * Counts what SQLite is given while `run` goes on, by whomever in this process: nothing else should be at work. Connections that
 * were opened before this module was loaded do not count.
 */
export async function countStatements(run: () => Promise<unknown>): Promise<Statements> {
  const before = { reads, writes };
  await run();
  return { reads: reads - before.reads, writes: writes - before.writes };
}
