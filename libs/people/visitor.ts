import type { RequestContext } from '@laurel/shared';

/** Where a request comes from. */
export type Visitor = { readonly address: string; readonly agent: string | null };

const longestAgent = 300;

export function visitorOf({ request }: RequestContext): Visitor {
  const agent = request.headers['user-agent']?.slice(0, longestAgent) ?? null;
  return { address: request.ip, agent };
}
