/** What brings earnings up to a guaranteed amount: pay, which is not owed later. 0 when as much was earned. */
export const guarantee = (guaranteed: bigint, earned: bigint): bigint =>
  earned < guaranteed ? guaranteed - earned : 0n;
