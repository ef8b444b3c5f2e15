import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './database.js';

const program = pathToFileURL(path.join(root, 'test/harness/fast-clock-preload.mjs')).href;
/** Until every process has looked at the file again. */
const lookMs = 30;

type Query = (text: string, values?: unknown[]) => Promise<unknown>;

/** One clock for the product's processes and its database, which a test moves ahead. */
export class FastClock {
  private readonly file = path.join(
    fs.mkdtempSync(path.join(os.tmpdir(), 'laurel-clock-')),
    'ahead',
  );
  private query: Query | undefined;

  constructor() {
    fs.writeFileSync(this.file, '0');
  }

  /** What the product is to be started with: unqualified, now() is that of this clock. */
  get settings(): Record<string, string> {
    return {
      LAUREL_TEST_CLOCK: this.file,
      NODE_OPTIONS: `--import=${program}`,
      PGOPTIONS: '-c search_path=clock,public,pg_catalog',
    };
  }

  /** Puts the clock into the product's database, whose owner asks. */
  async start(query: Query): Promise<void> {
    this.query = query;
    await query(`
      create schema clock;
      create table clock.ahead as select interval '0' as by;
      create function clock.now() returns timestamptz language sql stable
        as $$ select pg_catalog.now() + by from clock.ahead $$;
      grant usage on schema clock to public;
      grant select on clock.ahead to public`);
  }

  /** Makes it this moment, in milliseconds since 1970. */
  async moveTo(moment: number): Promise<void> {
    const ahead = moment - Date.now();
    fs.writeFileSync(this.file, String(ahead));
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    await this.query!(`update clock.ahead set by = $1 * interval '1 millisecond'`, [ahead]);
  }

  remove(): void {
    fs.rmSync(path.dirname(this.file), { recursive: true });
  }
}
