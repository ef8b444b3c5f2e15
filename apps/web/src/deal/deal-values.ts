import type { Viewer } from '../session/session.js';
import type { Deal, DealStatus } from './deal-fields.js';
import { type DealInput, inputOf } from './use-deal-actions.js';

/** An amount means nothing without its currency: whoever changes the one has said both. */
export type Price = { amount: string | null; currency: string };

export const priceOf = ({ amount, currency }: Deal): Price => ({ amount, currency });

/** A deal as its form has it. */
export type DealValues = {
  externalId: string;
  name: string;
  account: string;
  product: string | null;
  owner: string | null;
  price: Price;
  status: DealStatus;
  stage: string;
  createdOn: string | null;
  closedOn: string | null;
  bookedOn: string | null;
  invoicedOn: string | null;
  contractMonths: number | '';
  region: string;
};

/** What the form begins with: what the deal says, or what a new one of the viewer would. */
export const valuesOf = (deal: Deal | undefined, { member, organization }: Viewer): DealValues => ({
  externalId: deal?.externalId ?? '',
  name: deal?.name ?? '',
  account: deal?.account?.name ?? '',
  product: deal?.product?.name ?? null,
  owner: deal?.owner.id ?? (member.role === 'rep' ? member.id : null),
  price: deal ? priceOf(deal) : { amount: null, currency: organization.currency },
  status: deal?.status ?? 'open',
  stage: deal?.stage ?? '',
  createdOn: deal?.createdOn ?? null,
  closedOn: deal?.closedOn ?? null,
  bookedOn: deal?.bookedOn ?? null,
  invoicedOn: deal?.invoicedOn ?? null,
  contractMonths: deal?.contractMonths ?? '',
  region: deal?.region ?? '',
});

/** Empty fields are left to the API's defaults; attributes stay as they are. */
export const dealInput = ({ price, ...values }: DealValues, deal: Deal | undefined): DealInput => ({
  ...(deal && inputOf(deal)),
  ...values,
  currency: price.currency,
  amount: price.amount ?? '0',
  name: values.name || null,
  account: values.account || null,
  stage: values.stage || null,
  region: values.region || null,
  contractMonths: values.contractMonths || null,
  owner: values.owner ?? '',
});
