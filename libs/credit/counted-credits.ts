/**
 * The credits that count, as the view `credit` has them, for queries that read most of an organisation's: the entries
 * that are reversed are looked up once and held, not asked for beside each credit.
 */
export const countedCredits = `(
  select * from credit_entry
  where not void and reverses is null
    and id not in (select reverses from credit_entry where reverses is not null))`;
