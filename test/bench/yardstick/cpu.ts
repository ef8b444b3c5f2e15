import fs from 'node:fs';
import path from 'node:path';

const ticksPerSecond = 100;

/** What Linux says of a process, from its state on. */
function fieldsOf(pid: string | number): string[] {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const seconds = (...ticks: (string | undefined)[]): number =>
  ticks.reduce((sum, each) => sum + Number(each ?? 0), 0) / ticksPerSecond;

/** Seconds of CPU that a process has used. */
export function cpuOf(pid: number): number {
  const own = fieldsOf(pid);
  return seconds(own[11], own[12]);
}

/** Seconds of CPU that a PostgreSQL has used, with all its connections, those that ended too. */
export function cpuOfPostgres(folder: string): number {
  const [pid] = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
  const [, , , , , , , , , , , ...rest] = fieldsOf(pid!);
  const children = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && fieldsOf(name)[1] === pid);
  return (
    seconds(...rest.slice(0, 4)) + children.reduce((sum, child) => sum + cpuOf(Number(child)), 0)
  );
}
