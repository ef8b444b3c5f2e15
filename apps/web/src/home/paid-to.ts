type Line = {
  readonly amount: string;
  readonly currency: string;
  readonly payee: { readonly id: string };
};

/** The sum of a payee's lines in minor units, exactly; "0" without a currency when there is none. */
export function paidTo(payeeId: string, lines: readonly Line[]) {
  const own = lines.filter(({ payee }) => payee.id === payeeId);
  const amount = own.reduce((sum, line) => sum + BigInt(line.amount), 0n);
  return { amount: amount.toString(), currency: own[0]?.currency };
}
