import type { Browser } from './client.js';
import { saveDeals, savePlan } from './organization.js';

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

/** Somebody who is credited by the invoice has sold something for which there is none yet. */
export async function addAwaited(finance: Browser, mark: string, amount: bigint, owner: string) {
  const document = {
    currency: 'EUR',
    period: 'quarter',
    creditDate: 'invoiced',
    components: [{ kind: 'flat', name: 'invoiced', title: { en: mark, de: mark }, rate: '0.01' }],
  };
  await savePlan(finance, document, [owner], { name: `${mark} invoice plan`, from: '2026-05-01' });
  const deal = { externalId: `${mark}-invoice`, owner, amount: String(amount) };
  await saveDeals(finance, [{ ...deal, status: 'won', closedOn: '2026-05-20' }]);
}

/** One day administrators will be paid, by a plan of their own. */
export async function addPlanRule(finance: Browser, mark: string): Promise<string> {
  const document = {
    currency: 'EUR',
    period: 'quarter',
    components: [{ kind: 'flat', name: 'other', title: { en: mark, de: mark }, rate: '0.01' }],
  };
  const planId = await savePlan(finance, document, [], {
    name: `${mark} other plan`,
    from: '2030-01-01',
  });
  const input = { planId, role: 'admin', from: '2030-01-01' };
  const { savePlanRule } = await finance.ask<{ savePlanRule: { id: string } }>(
    `mutation ($input: PlanRuleInput!) { savePlanRule(input: $input) { id } }`,
    { input },
  );
  return savePlanRule.id;
}
