/** What could not be paid, as "CODE" or "CODE of deal"; each is told once. */
export class Problems {
  readonly codes = new Set<string>();

  add(code: string, dealId?: string): void {
    this.codes.add(dealId === undefined ? code : `${code} of ${dealId}`);
  }

  takeOver(others: Problems): void {
    for (const code of others.codes) this.codes.add(code);
  }
}
