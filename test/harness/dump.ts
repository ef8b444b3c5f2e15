import { asOwner } from './database.js';

/** What follows from the deals, by names that are the same in every organisation. */
const parts: Record<string, string> = {
  deal: `
    select external_id, deal.name, owner.name as owner, account.name as account, product.name as product,
      amount, deal.currency, status, stage, created_on, closed_on, booked_on, invoiced_on, contract_months,
      cancelled_on, cancel_reason, months_served, deal.region, deal.attributes
    from deal join member owner on owner.id = owner_id
    left join account on account.id = account_id left join product on product.id = product_id
    where removed_at is null and deal.organization_id = $1`,
  payment: `
    select deal.external_id as deal, paid.external_id, received_on, paid.amount, paid.currency
    from deal_payment paid join deal on deal.id = deal_id where paid.organization_id = $1`,
  score: `
    select member.name as member, period, objective, score, note
    from score join member on member.id = member_id where score.organization_id = $1`,
  credit: `
    select external_id, payee.name as payee, kind, level, credit.amount, credit.currency, credited_on
    from credit join deal on deal.id = deal_id join member payee on payee.id = payee_id
    where not void and credit.organization_id = $1`,
  earning: `
    select payee.name as payee, period, position, external_id, component, kind, tier, tier_from, tier_to, base,
      rate, multiplier, exact, line.amount, line.currency, rounding, credited_before, quota, detail, number
    from earning_line line join member payee on payee.id = payee_id join plan_version on plan_version.id = plan_version_id
    left join deal on deal.id = deal_id where line.organization_id = $1`,
  statement: `
    select payee.name as payee, period, statement.currency, credited, quota, earned, deal_count, line_count, problems
    from statement join member payee on payee.id = payee_id where statement.organization_id = $1`,
  balance_movement: `
    select payee.name as payee, period, position, account, kind, moved.amount, pay, moved.currency, external_id,
      original_period, number
    from balance_movement moved join member payee on payee.id = payee_id
    left join plan_version on plan_version.id = plan_version_id
    left join deal on deal.id = deal_id where moved.organization_id = $1`,
  standing: `
    select period, measure, member.name as member, score, target, standing.currency
    from standing join member on member.id = member_id where standing.organization_id = $1`,
  award: `
    select badge_code, member.name as member, period, evidence
    from award join member on member.id = member_id
    where revoked_at is null and award.organization_id = $1`,
};

export type Dump = Record<string, string[]>;

/** The organisation in which an e-mail address signs in. */
export const organizationOf = (url: string, email: string): Promise<string> =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select organization_id as id from member where email = $1`,
      [email],
    );
    return rows[0]!.id;
  });

/** Every row that pay and places consist of, sorted, without ids and times. */
export const dumpOf = (url: string, organizationId: string): Promise<Dump> =>
  asOwner(url, async (client) => {
    const dump: Dump = {};
    for (const [name, query] of Object.entries(parts)) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(part)::text as row from (${query}) part order by 1`,
        [organizationId],
      );
      dump[name] = rows.map(({ row }) => row);
    }
    return dump;
  });

/** Rows of derived tables with their ids: the same work done twice must leave the very same rows. */
export const rowsOf = (url: string, organizationId: string): Promise<Dump> =>
  asOwner(url, async (client) => {
    const dump: Dump = {};
    for (const table of ['credit', 'earning', 'award', 'quota', 'deal', 'balance_movement']) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(${table})::text as row from ${table} where organization_id = $1 order by 1`,
        [organizationId],
      );
      dump[table] = rows.map(({ row }) => row);
    }
    return dump;
  });
