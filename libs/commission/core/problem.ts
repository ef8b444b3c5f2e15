/** Why something could not be paid; shown on the statement. */
export type EarningProblem = {
  readonly code: string;
  readonly message: string;
  readonly dealId: string | null;
};

/** Collects what could not be paid; the same problem is told once. */
export class Problems {
  private readonly known = new Map<string, EarningProblem>();

  add(code: string, about: string, message: string, dealId: string | null = null): void {
    const key = `${code}|${about}|${dealId ?? ''}`;
    if (!this.known.has(key)) this.known.set(key, { code, message, dealId });
  }

  /** Those of the whole period first. */
  get list(): EarningProblem[] {
    const all = [...this.known.values()];
    return all.toSorted((a, b) => Number(a.dealId !== null) - Number(b.dealId !== null));
  }
}
