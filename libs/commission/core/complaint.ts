/** Where something is wrong in a part of a plan, and what was expected. */
export type Complaint = {
  readonly path: readonly (string | number)[];
  readonly message: string;
};

/** Complaints about a part, seen from the whole it stands in. */
export const within = (
  path: readonly (string | number)[],
  complaints: readonly Complaint[],
): Complaint[] =>
  complaints.map(({ path: inner, message }) => ({ path: [...path, ...inner], message }));
