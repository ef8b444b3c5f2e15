import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type BatchClient, inFailedTransaction } from './batch.js';

/** The connection of a transaction, and what was sent over it without waiting. */
type Line = { readonly client: BatchClient; readonly told: Promise<unknown>[]; isOpen: boolean };

const lines = new WeakMap<EntityManager, Line>();

/** Whatever part of the work still runs then sends nothing more: the connection may be another transaction's by now. */
function lineOf(tx: EntityManager): Line {
  const line = lines.get(tx);
  if (!line?.isOpen) throw new Error('The transaction has ended');
  return line;
}

/** Begins a transaction; whatever comes next is sent right behind it. */
export async function begin(tx: EntityManager): Promise<void> {
  const runner = tx.queryRunner!;
  lines.set(tx, { client: await runner.connect(), told: [], isOpen: true });
  tell(tx, 'start transaction');
  // TypeORM begins none of its own where it knows of one.
  Object.assign(runner, { isTransactionActive: true });
}

/** Ends it, when everything told is done. */
export async function commit(tx: EntityManager): Promise<void> {
  const line = lineOf(tx);
  line.isOpen = false;
  const [{ command }] = await Promise.all([send(line, 'commit', [], false), ...line.told]);
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
}

/** Takes everything back. Answers what it failed of: all that came after the first failure failed only because of it. */
export async function rollBack(tx: EntityManager, error: unknown): Promise<unknown> {
  const line = lines.get(tx)!;
  line.isOpen = false;
  const answers = await Promise.allSettled([...line.told, line.client.query('rollback')]);
  const failures = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  const isOrigin = (each: unknown) => (each as { code?: string }).code !== inFailedTransaction;
  return [error, ...failures].find(isOrigin) ?? error;
}

/**
 * Asks a statement of the path that every change takes: it is prepared once for each connection, and sent at once. Statements are
 * done in the order in which they are asked or told, so several can be on their way together.
 */
export async function ask<Row extends object>(
  tx: EntityManager,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await send(lineOf(tx), text, values, true);
  return rows as Row[];
}

const send = ({ client }: Line, text: string, values: readonly unknown[], wantsRows: boolean) =>
  client.ask({ name: nameOf(text), text, wantsRows }, values);

/** The same where nobody needs the answer: the transaction waits for it before it ends, and fails with it. */
export function tell(tx: EntityManager, text: string, values: readonly unknown[] = []): void {
  const line = lineOf(tx);
  const answer = send(line, text, values, false);
  answer.catch(() => undefined);
  line.told.push(answer);
}

/**
 * Settings of a transaction whose statements look few rows up: one plan for each of them, by index, does for all such
 * transactions, and making another each time would take longer than to look.
 */
export const keptPlans = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' };

/**
 * There is more to look up after all: from here on each statement is planned for what it is asked. A plan that was kept from
 * when a table was empty would look through all of it for each row.
 */
export const planAnew = (tx: EntityManager): void =>
  tell(
    tx,
    `select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'on', true)`,
  );

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}

/** For what is done for a whole company: it may take longer than any other statement. */
export const unhurried = `select set_config('statement_timeout', '15min', true)`;
