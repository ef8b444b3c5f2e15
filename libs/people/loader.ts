import { currentActor, type Actor } from '@laurel/shared';
import DataLoader from 'dataloader';

/**
 * Reads many rows of one request with one statement: fields that ask one by one are collected.
 * What was read is remembered for this request's actor only, so that no one sees it but them.
 */
export class Loader<T> {
  private readonly loaders = new WeakMap<Actor, DataLoader<string, T | undefined>>();

  /** `read` answers a map with the rows it found. */
  constructor(private readonly read: (keys: string[]) => Promise<ReadonlyMap<string, T>>) {}

  load(key: string): Promise<T | undefined> {
    return this.ofActor().load(key);
  }

  /** Forgets all that was read in this request: call it after a change. */
  forget(): void {
    this.loaders.delete(currentActor());
  }

  private ofActor(): DataLoader<string, T | undefined> {
    const actor = currentActor();
    const known = this.loaders.get(actor);
    if (known) return known;
    const loader = new DataLoader<string, T | undefined>(async (keys) => {
      const found = await this.read([...keys]);
      return keys.map((key) => found.get(key));
    });
    this.loaders.set(actor, loader);
    return loader;
  }
}

/** Rows in a map under one of their columns. */
export const keyedBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T> =>
  new Map(rows.map((row) => [key(row), row]));

/** Rows in a map of lists; every wanted key has one, if only an empty one. */
export function listedBy<T>(
  wanted: readonly string[],
  rows: readonly T[],
  key: (row: T) => string,
): Map<string, T[]> {
  const lists = new Map<string, T[]>(wanted.map((each) => [each, []]));
  for (const row of rows) lists.get(key(row))?.push(row);
  return lists;
}
