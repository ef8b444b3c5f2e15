import type { Answer, Browser } from './client.js';
import type { Laurel } from './laurel.js';

export type AuditRow = {
  sequence: string;
  actor_id: string | null;
  token_id: string | null;
  action: string;
  object: string | null;
  object_ids: string[];
  before: Record<string, Record<string, object>> | null;
  after: Record<string, Record<string, object>> | null;
  counts: Record<string, number>;
  outcome: string;
  problem: string | null;
};

/** Sends an operation; beside the answer comes the number by which the audit trail names the request. */
export async function sendNumbered(browser: Browser, query: string, variables: object = {}) {
  const response = await browser.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const requestId = response.headers.get('x-request-id')!;
  return { ...((await response.json()) as Answer), requestId };
}

/** The rows that a request left. */
export const auditRows = (laurel: Laurel, requestId: string) =>
  laurel.sql<AuditRow>(`select * from audit where request_id = $1 order by sequence`, [requestId]);
