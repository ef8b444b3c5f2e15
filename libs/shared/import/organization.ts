import type { EntityManager } from 'typeorm';

/** The currency of amounts that name none. */
export async function organizationCurrency(tx: EntityManager): Promise<string> {
  const [row]: [{ currency: string }] = await tx.query(`select currency from organization`);
  return row.currency;
}
