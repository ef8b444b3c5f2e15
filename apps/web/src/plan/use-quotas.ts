import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const QuotaSheetQuery = graphql(`
  query QuotaSheet($period: String!, $before: String!, $page: PageInput!) {
    members(active: true, page: $page) {
      total
      rows {
        id
        name
        role
        currency
      }
    }
    quotas(period: $period, page: $page) {
      total
      rows {
        id
        amount
        currency
        member {
          id
        }
      }
    }
    before: quotas(period: $before, page: $page) {
      total
      rows {
        id
        amount
        currency
        member {
          id
        }
      }
    }
  }
`);

const TargetPaySheetQuery = graphql(`
  query TargetPaySheet($period: String!, $before: String!, $page: PageInput!) {
    members(active: true, page: $page) {
      total
      rows {
        id
        name
        role
        currency
      }
    }
    quotas: targetPays(period: $period, page: $page) {
      total
      rows {
        id
        amount
        currency
        member {
          id
        }
      }
    }
    before: targetPays(period: $before, page: $page) {
      total
      rows {
        id
        amount
        currency
        member {
          id
        }
      }
    }
  }
`);

/** What is typed for each person and period: what they are to bring in, and what they earn for it. */
export const amountKinds = ['quota', 'targetPay'] as const;
export type AmountKind = (typeof amountKinds)[number];

const queries = { quota: QuotaSheetQuery, targetPay: TargetPaySheetQuery };

type Data = ResultOf<typeof QuotaSheetQuery>;
type Quota = Data['quotas']['rows'][number];

/** One person with the amount of the period and of the one before. */
export type QuotaRow = {
  readonly memberId: string;
  readonly name: string;
  readonly currency: string;
  readonly amount: string | null;
  readonly before: string | null;
};

/** As many people as one sheet shows; larger organisations import a file. */
export const sheetSize = 200;

/** Everybody who sells, with their amounts of two periods. */
export const useQuotas = (kind: AmountKind, period: string, before: string) =>
  useQuery<Data>({
    query: queries[kind],
    variables: { period, before, page: { first: sheetSize, offset: 0 } },
  });

/** The rows of the sheet: sellers and their managers, and whoever has an amount all the same. */
export function rowsOf({ members, quotas, before }: Data): QuotaRow[] {
  const now = byMember(quotas.rows);
  const then = byMember(before.rows);
  return members.rows
    .filter(({ id, role }) => role === 'rep' || now.has(id) || then.has(id))
    .map(({ id, name, currency }) => ({
      memberId: id,
      name,
      currency: now.get(id)?.currency ?? currency,
      amount: now.get(id)?.amount ?? null,
      before: then.get(id)?.amount ?? null,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

const byMember = (rows: readonly Quota[]) => new Map(rows.map((row) => [row.member.id, row]));
