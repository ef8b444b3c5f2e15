import { randomUUID } from 'node:crypto';
import { Organization } from '@laurel/people';
import { Database, Periods, runAs, systemActor } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DemoDeals } from './demo-deals.js';
import { DemoOneOnOnes } from './demo-one-on-ones.js';
import { DemoPeople } from './demo-people.js';
import { DemoRules } from './demo-rules.js';
import { DemoSurveys } from './demo-surveys.js';
import { demoOrganization } from './organization.js';

type Marker = { organizationId: string };

/** The demo organisation: made once, whole or not at all. */
@Injectable()
export class Demo {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly people: DemoPeople,
    private readonly rules: DemoRules,
    private readonly deals: DemoDeals,
    private readonly oneOnOnes: DemoOneOnOnes,
    private readonly surveys: DemoSurveys,
  ) {}

  /** Makes it on the first call for a database; afterwards only tells whether it is still there. */
  async ensure(): Promise<boolean> {
    const organizationId = randomUUID();
    const isNew = await this.database.inOrganization(organizationId, async (tx) => {
      if (!(await claim(tx, { organizationId }))) return false;
      await runAs(systemActor(organizationId), () => this.fill(tx));
      return true;
    });
    return isNew || this.isThere();
  }

  private async fill(tx: EntityManager): Promise<void> {
    const adminId = await this.people.found(tx);
    const today = await this.periods.today(tx);
    const demo = demoOrganization(today);
    const idOf = await this.people.settle(tx, adminId, demo);
    const { organizationId } = await tx.findOneByOrFail(Organization, {});
    await runAs({ ...systemActor(organizationId), memberId: adminId }, async () => {
      await this.deals.saveCatalogue(tx);
      // Deals before rules: then credits are the first work that is published, and pay is computed once.
      await this.deals.saveDeals(demo, idOf);
      await this.rules.save(demo, idOf);
      await this.oneOnOnes.save(tx, demo, idOf);
      await this.surveys.save({ tx, demo, idOf, today });
    });
  }

  private async isThere(): Promise<boolean> {
    const [{ value }]: [{ value: Marker }] = await this.dataSource.query(
      `select value from installation where key = 'demo'`,
    );
    return this.database.inOrganization(value.organizationId, (tx) =>
      tx.existsBy(Organization, {}),
    );
  }
}

/** Held until the transaction ends: who starts at the same time waits, and then finds it taken. */
async function claim(tx: EntityManager, marker: Marker): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into installation (key, value) values ('demo', $1) on conflict do nothing returning key`,
    [marker],
  );
  return rows.length > 0;
}
