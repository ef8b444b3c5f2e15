import { ask, currentActor, Database, Outbox, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type * as core from './core/index.js';
import { CreditingRule, type CreditingRuleInput } from './crediting-rule.entity.js';
import { RuleReader } from './rule-reader.service.js';

const longestName = 100;

/** Who is credited for what, as data: every change is a new version, and the deals it is about are credited again. */
@Injectable()
export class CreditingRules {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly reader: RuleReader,
  ) {}

  /** The latest version of each rule, or all of them; by name. */
  list(history: boolean): Promise<CreditingRule[]> {
    return this.database.transaction(async (tx) => {
      const versions = await tx.find(CreditingRule, {
        where: { removedAt: IsNull() },
        order: { name: 'ASC', number: 'DESC' },
      });
      return history
        ? versions
        : versions.filter(({ name }, at) => versions[at - 1]?.name !== name);
    });
  }

  /** Every version that is not removed, for crediting. */
  all(tx: EntityManager): Promise<core.CreditingRule[]> {
    return ask(
      tx,
      `select name, number, priority, from_day as "from", to_day as "to", document from crediting_rule
       where removed_at is null`,
    );
  }

  /** Adds a version; a Problem names each place in the document that is wrong. */
  save(input: CreditingRuleInput): Promise<CreditingRule> {
    return this.database.transaction(async (tx) => {
      const name = input.name.trim();
      refuseHead({ ...input, name });
      const document = await this.reader.read(tx, input.document);
      const number = await nextNumber(tx, name);
      const { identifiers } = await tx.insert(CreditingRule, {
        name,
        number,
        priority: input.priority,
        from: input.from,
        to: input.to ?? null,
        document,
        createdBy: currentActor().memberId,
      });
      await this.outbox.emit(tx, 'rule.changed', { name, since: input.from });
      return tx.findOneByOrFail(CreditingRule, { id: identifiers[0]!.id as string });
    });
  }

  /** Takes a rule away with all its versions, as if it had never been. False when there is none. */
  remove(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [removed]: [{ name: string; since: string }[], number] = await tx.query(
        `update crediting_rule set removed_at = now()
         where removed_at is null and name = (select name from crediting_rule where id::text = $1)
         returning name, from_day as since`,
        [id],
      );
      const [first] = removed.sort((a, b) => (a.since < b.since ? -1 : 1));
      if (first) await this.outbox.emit(tx, 'rule.changed', first);
      return removed.length > 0;
    });
  }
}

function refuseHead({ name, from, to, priority }: CreditingRuleInput): void {
  const refuse = (field: string, message: string) => {
    throw new Problem('BAD_RULE', message, { field, problems: [{ path: field, message }] });
  };
  if (!name || name.length > longestName)
    refuse('name', `A rule needs a name of 1 to ${longestName} characters.`);
  if (to && to <= from) refuse('to', 'A rule ends after the day on which it begins.');
  if (Math.abs(priority) > 1_000) refuse('priority', 'Expected a priority from -1000 to 1000.');
}

/** Versions are numbered one after the other, removed ones too; two writers of one rule wait for each other. */
async function nextNumber(tx: EntityManager, name: string): Promise<number> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('crediting_rule|' || current_organization() || '|' || $1, 0))`,
    [name],
  );
  const [{ number }]: [{ number: number }] = await tx.query(
    `select coalesce(max(number), 0) + 1 as number from crediting_rule where name = $1`,
    [name],
  );
  return number;
}
