import { useEffect, useEffectEvent, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { type Deal, DealFields } from './deal-fields.js';
import { changedMeanwhile, merged } from './three-way.js';
import { type DealInput, useDealActions } from './use-deal-actions.js';

/** Like whatever shows deals it is asked again after each save, one that was refused included. */
const DealNow = graphql(
  `
    query DealNow($id: ID!) {
      deal(id: $id) {
        ...DealFields
      }
    }
  `,
  [DealFields],
);

type Form<T> = { readonly values: T; readonly setValues: (values: T) => void };

/**
 * Lets a form live on while others change its deal: what one typed stays, the other fields follow. Answers the deal as
 * it is `now`, for `save` to write over, and what others changed since the form was opened.
 */
export function useMeanwhile<D extends Deal | undefined, T extends object>(
  deal: D,
  valuesOf: (deal: D) => T,
  { values, setValues }: Form<T>,
) {
  const { busy, saveDeal } = useDealActions();
  const now = useDealNow(deal);
  const [opened] = useState(deal);
  const [seen, setSeen] = useState(deal);
  const [saved, setSaved] = useState(false);
  const theirs = valuesOf(now);
  const mine = merged(valuesOf(seen), values, theirs);
  const follow = useEffectEvent((version: number | undefined) => {
    if (seen?.version === version) return;
    setValues(mine);
    setSeen(now);
  });
  useEffect(() => follow(now?.version), [now?.version]);

  /** True when it was saved; a deal that is not any more what is shown here is not overwritten. */
  async function save(input: DealInput, message: string): Promise<boolean> {
    const done = await saveDeal(input, message, now?.version);
    setSaved(done);
    return done;
  }

  // What comes back after one's own save is nobody else's doing.
  const changes = saved ? [] : changedMeanwhile(valuesOf(opened), mine, theirs);
  return { opened, now, changes, busy, save };
}

/** The deal as it is by now, whether the page that shows it or the form itself heard of it first. */
function useDealNow<D extends Deal | undefined>(deal: D): D {
  const [{ data }] = useQuery({
    query: DealNow,
    variables: { id: deal?.id ?? '' },
    pause: !deal,
  });
  const read = data?.deal;
  return deal && read && read.version > deal.version ? (read as D) : deal;
}
