import { Database, Problem } from '@laurel/shared';
import { isCurrency } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLocale } from './core/locale.js';
import type { OrganizationInput } from './organization.input.js';
import { Organization } from './organization.entity.js';
import { cleanName } from './text-input.js';
import { onViolation } from './violation.js';

const fiscalYearInUse = () =>
  new Problem(
    'FISCAL_YEAR_IN_USE',
    'Statements of quarters or years exist already, so the start of the fiscal year can no longer change.',
    { field: 'fiscalYearStartMonth' },
  );

@Injectable()
export class OrganizationService {
  constructor(private readonly database: Database) {}

  /** The current actor's organisation. */
  current(): Promise<Organization> {
    return this.database.transaction(only);
  }

  /** Changes the organisation; the fiscal year only while nothing was paid by it. */
  save(input: OrganizationInput): Promise<Organization> {
    const changed = checked(input);
    return this.database.transaction(async (tx) => {
      const organization = await only(tx);
      if (changed.fiscalYearStartMonth !== organization.fiscalYearStartMonth)
        await onViolation('reference', fiscalYearInUse, () =>
          tx.query(`delete from period where kind <> 'month'`),
        );
      await tx.update(Organization, { organizationId: organization.organizationId }, changed);
      return only(tx);
    });
  }
}

/** Row level security shows exactly one. */
async function only(tx: EntityManager): Promise<Organization> {
  const [organization] = await tx.find(Organization);
  return organization!;
}

function checked(input: OrganizationInput): OrganizationInput {
  const refuse = (field: keyof OrganizationInput, message: string) => {
    throw new Problem('BAD_VALUE', message, { field });
  };
  const { timeZone, currency, locale, fiscalYearStartMonth: month } = input;
  if (!isTimeZone(timeZone)) refuse('timeZone', 'Choose a time zone such as Europe/Berlin.');
  if (!isCurrency(currency)) refuse('currency', 'Choose a currency code such as EUR.');
  if (!isLocale(locale)) refuse('locale', 'Choose en or de.');
  if (month < 1 || month > 12) refuse('fiscalYearStartMonth', 'Choose a month from 1 to 12.');
  return { ...input, name: cleanName(input.name) };
}

/** Names only, no offsets: an offset knows no summer time, and means the opposite to the database. */
function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z]+\/[\w/+-]+$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
