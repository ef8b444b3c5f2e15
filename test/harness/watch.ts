import fs from 'node:fs';
import path from 'node:path';
import type { Laurel } from './laurel.js';

/** A text as it may stand in a row in clear: as it is, as bytes, or in base64. */
export const inClear = (text: string): string[] => [
  text,
  Buffer.from(text).toString('hex'),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
];

/** Notes from now on each row of any table that holds a text, also one that is gone again soon, such as a job. */
export async function watchRows(laurel: Laurel, text: string): Promise<void> {
  const found = inClear(text)
    // Written backwards: the text itself is nowhere in the definition of what looks for it.
    .map((form) => `position(reverse('${[...form].toReversed().join('')}') in content) > 0`)
    .join(' or ');
  await laurel.sql(`
    create schema watch;
    create table watch.seen (place text, row text);
    create function watch.look() returns trigger language plpgsql security definer as $look$
      declare content text := to_jsonb(new)::text;
      begin
        if ${found} then insert into watch.seen values (tg_table_schema || '.' || tg_table_name, content); end if;
        return null;
      end $look$;
    grant usage on schema watch to laurel_app;
    do $all$ declare place regclass; begin
      for place in select oid from pg_class where relkind in ('r', 'p') and not relispartition
        and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'watch') loop
        execute format('create trigger watch_look after insert or update on %s for each row execute function watch.look()', place);
      end loop;
    end $all$`);
}

/** Where the text was seen. */
export const seenRows = (laurel: Laurel): Promise<{ place: string; row: string }[]> =>
  laurel.sql(`select distinct place, row from watch.seen`);

/** Every table of every schema as text, as a dump would hold it. */
export async function plainDump(laurel: Laurel): Promise<string[]> {
  const tables = await laurel.sql<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r'
       and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'watch')`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await laurel.sql<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t`,
    );
    parts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return parts;
}

/** The files of the database that hold a text, its log of changes included: what a stolen disk would show. */
export async function filesWith(laurel: Laurel, text: string): Promise<string[]> {
  await laurel.sql('checkpoint');
  const [place] = await laurel.sql<{ folder: string; database: string }>(
    `select current_setting('data_directory') as folder, oid::text as database
     from pg_database where datname = current_database()`,
  );
  const folders = [path.join('base', place!.database), 'pg_wal'];
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(place!.folder, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(place!.folder, folder, entry.name))
      .filter((file) => holds(file, text)),
  );
}

/** A file that is gone by now was a temporary one. */
function holds(file: string, text: string): boolean {
  try {
    return fs.readFileSync(file).includes(text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
