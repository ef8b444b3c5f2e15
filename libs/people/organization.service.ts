import { Database, Problem } from '@laurel/shared';
import {
  isCurrency,
  type PeriodKind,
  periodKinds as allKinds,
  retailPatterns,
} from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLocale } from './core/locale.js';
import { isTimeZone } from './core/time-zone.js';
import type { OrganizationInput } from './organization.input.js';
import { Organization } from './organization.entity.js';
import { cleanName } from './text-input.js';
import { onViolation } from './violation.js';

/** What the calendar is made of, and the kinds of period whose days depend on it. */
const cuts = [
  { fields: ['fiscalYearStartMonth'], kinds: ['quarter', 'year'] },
  {
    fields: ['fiscalYearStartMonth', 'retailPattern', 'weekStart'],
    kinds: ['retailMonth', 'retailQuarter', 'retailYear'],
  },
] as const;

const calendarInUse = (field: string) => () =>
  new Problem(
    'FISCAL_YEAR_IN_USE',
    'Periods of this calendar hold pay or were closed already, so their days can no longer change.',
    { field },
  );

@Injectable()
export class OrganizationService {
  constructor(private readonly database: Database) {}

  /** The current actor's organisation. */
  current(): Promise<Organization> {
    return this.database.transaction(only);
  }

  /** Changes the organisation; the calendar only while nothing was paid or closed by it. */
  save(input: OrganizationInput): Promise<Organization> {
    return this.database.transaction(async (tx) => {
      const organization = await only(tx);
      const changed = checked({ ...calendarOf(organization), ...given(input) });
      for (const { fields, kinds } of cuts) {
        const field = fields.find((each) => changed[each] !== organization[each]);
        if (field) await forget(tx, kinds, field);
      }
      await refuseKindsInUse(tx, changed.periodKinds);
      await tx.update(Organization, { organizationId: organization.organizationId }, changed);
      return only(tx);
    });
  }
}

const calendarOf = ({ periodKinds, retailPattern, weekStart }: Organization) => ({
  periodKinds,
  retailPattern,
  weekStart,
});

/** Without what was left out. */
const given = (input: OrganizationInput): OrganizationInput =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value != null),
  ) as OrganizationInput & object;

/** Rows of periods come back with their new days when they are next asked for. */
async function forget(tx: EntityManager, kinds: readonly string[], field: string): Promise<void> {
  const [closed] = await tx.query(
    `select from period where kind = any($1) and status <> 'open' limit 1`,
    [kinds],
  );
  if (closed) throw calendarInUse(field)();
  await onViolation('reference', calendarInUse(field), () =>
    tx.query(`delete from period where kind = any($1)`, [kinds]),
  );
}

async function refuseKindsInUse(tx: EntityManager, kinds: readonly string[]): Promise<void> {
  const [used]: { name: string }[] = await tx.query(
    `select plan.name from plan join plan_version on plan_version.plan_id = plan.id
     where document ->> 'period' <> all($1) limit 1`,
    [kinds],
  );
  if (used)
    throw new Problem(
      'PERIOD_KIND_IN_USE',
      `The plan "${used.name}" pays by a kind of period that would no longer be in use.`,
      { field: 'periodKinds', plan: used.name },
    );
}

/** Row level security shows exactly one. */
async function only(tx: EntityManager): Promise<Organization> {
  const [organization] = await tx.find(Organization);
  return organization!;
}

const always: readonly PeriodKind[] = ['month', 'quarter', 'year'];

type Complete = Required<OrganizationInput>;

function checked(input: Complete): Complete {
  const refuse = (field: keyof OrganizationInput, message: string) => {
    throw new Problem('BAD_VALUE', message, { field });
  };
  const { timeZone, currency, locale, fiscalYearStartMonth: month, retailPattern } = input;
  if (!isTimeZone(timeZone)) refuse('timeZone', 'Choose a time zone such as Europe/Berlin.');
  if (!isCurrency(currency)) refuse('currency', 'Choose a currency code such as EUR.');
  if (!isLocale(locale)) refuse('locale', 'Choose en or de.');
  if (month < 1 || month > 12) refuse('fiscalYearStartMonth', 'Choose a month from 1 to 12.');
  if (!retailPatterns.includes(retailPattern))
    refuse('retailPattern', 'Choose 4-4-5, 4-5-4 or 5-4-4.');
  const kinds = new Set([...always, ...input.periodKinds]);
  const periodKinds = allKinds.filter((kind) => kinds.has(kind));
  return { ...input, periodKinds, name: cleanName(input.name) };
}
