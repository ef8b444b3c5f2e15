import { divide } from '@laurel/shared/core';

type Payment = { readonly amount: string; readonly currency: string };

/** What came in of a deal in its own currency, and how much of it in whole percent, from 0 to 100. */
export function paymentTotal(amount: string, currency: string, payments: readonly Payment[]) {
  const received = payments
    .filter((payment) => payment.currency === currency)
    .reduce((sum, payment) => sum + BigInt(payment.amount), 0n);
  return { received: received.toString(), percent: percentOf(received, BigInt(amount)) };
}

function percentOf(received: bigint, amount: bigint): number {
  if (amount === 0n) return received === 0n ? 0 : 100;
  const percent = divide(received * 100n, amount, 'half-up');
  return Number(percent < 0n ? 0n : percent > 100n ? 100n : percent);
}
