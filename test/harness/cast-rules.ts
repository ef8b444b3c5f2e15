import type { Browser } from './client.js';

/** Of a pair that no deal of the cast needs: the chief's stays without a rate. */
export async function addRate(finance: Browser, unit: bigint): Promise<string> {
  const rate = { from: 'GBP', to: 'EUR', day: '2026-01-01', rate: `0.${unit}`, source: 'Bank' };
  const { saveExchangeRates } = await finance.ask<{ saveExchangeRates: { id: string }[] }>(
    `mutation ($inputs: [ExchangeRateInput!]!) { saveExchangeRates(inputs: $inputs) { id } }`,
    { inputs: [rate] },
  );
  return saveExchangeRates[0]!.id;
}

/** Somebody without a plan gets a little of everything sold in the region: it stands in the work list. */
export async function addRule(finance: Browser, mark: string, payee: string): Promise<string> {
  const when = { regions: [`${mark} region`] };
  const input = {
    name: `${mark} specialist`,
    from: '2026-01-01',
    document: { kind: 'overlay', payee, share: '0.1', when },
  };
  const { saveCreditingRule } = await finance.ask<{ saveCreditingRule: { id: string } }>(
    `mutation ($input: CreditingRuleInput!) { saveCreditingRule(input: $input) { id } }`,
    { input },
  );
  return saveCreditingRule.id;
}
