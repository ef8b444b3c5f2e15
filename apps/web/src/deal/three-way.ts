/** A field that somebody else changed meanwhile; `both` where one wants something else there oneself. */
export type MeanwhileChange<Field> = { readonly field: Field; readonly both: boolean };

/** What is being written, when what it began with changed underneath: mine where I changed it, theirs elsewhere. */
export const merged = <T extends object>(base: T, mine: T, theirs: T): T =>
  Object.fromEntries(
    fieldsOf(base).map((field) => [
      field,
      (isSame(mine[field], base[field]) ? theirs : mine)[field],
    ]),
  ) as T;

/** What they changed since the base; mine is what was merged with it. */
export const changedMeanwhile = <T extends object>(
  base: T,
  mine: T,
  theirs: T,
): MeanwhileChange<keyof T & string>[] =>
  fieldsOf(base)
    .filter((field) => !isSame(theirs[field], base[field]))
    .map((field) => ({ field, both: !isSame(mine[field], theirs[field]) }));

const fieldsOf = <T extends object>(fields: T) => Object.keys(fields) as (keyof T & string)[];

/** Fields hold plain values, built in one place: those that say the same are written the same. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
