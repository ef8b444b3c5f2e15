import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** A secret that never stands in the database: as it is set, or a file of this machine that is made once. */
export function serverSecret(given: string | undefined, fileName: string): string {
  if (given) return given;
  const file = path.resolve(fileName);
  if (!fs.existsSync(file)) make(file);
  return fs.readFileSync(file, 'utf8').trim();
}

/** A whole file appears at once; of two servers that start together one makes it. */
function make(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft);
  }
}
