import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { environment } from '@laurel/shared';

/** The secret behind all private notes: a setting, or a file of this machine that is made once. */
export function serverSecret(): string {
  if (environment.noteKey) return environment.noteKey;
  const file = path.resolve(environment.noteKeyFile);
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
