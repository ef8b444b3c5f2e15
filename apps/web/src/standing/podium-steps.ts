type Ranked = { readonly rank: number };

/** Most people a podium has room for; with more the ranking alone is clearer. */
const room = 5;

/**
 * The steps of the podium, first place first: everybody on ranks 1 to 3, people with the same rank on
 * the same step. Empty when nobody stands alone enough for a podium.
 */
export function podiumSteps<Row extends Ranked>(rows: readonly Row[]): Row[][] {
  const winners = rows.filter(({ rank }) => rank <= 3);
  if (winners.length < 3 || winners.length > room) return [];
  return [1, 2, 3]
    .map((rank) => winners.filter((row) => row.rank === rank))
    .filter((step) => step.length > 0);
}
