import { Fault, isCurrency, isDay } from '@laurel/shared/core';
import {
  cancellationFaults,
  settleCancellation,
  type Cancellation,
  type CancellationWish,
} from './cancellation.js';
import { canonical } from './canonical.js';
import { monthsFaults, readMonths, type Months } from './months.js';
import { splitFault, type DealSplit, type SplitWish } from './split.js';
import { readStatus, stageOfStatus, statusOfStage, type DealStatus } from './status.js';

/** What a deal says, whoever wrote it. Amounts are minor units of its currency; days are YYYY-MM-DD. */
export type DealContent = {
  readonly externalId: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly productId: string | null;
  readonly ownerId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly status: DealStatus;
  readonly stage: string;
  readonly createdOn: string | null;
  readonly closedOn: string | null;
  readonly bookedOn: string | null;
  readonly invoicedOn: string | null;
  /** How long the contract runs. */
  readonly contractMonths: number | null;
  readonly region: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** In stated order; none means that the owner is credited alone. */
  readonly splits: readonly DealSplit[];
} & Cancellation;

/** A deal as somebody wishes it: what is absent stays as it is, null clears it. People and things go by name. */
export type DealWish = {
  readonly externalId: string;
  readonly owner: string;
  readonly name?: string | null | undefined;
  readonly account?: string | null | undefined;
  readonly product?: string | null | undefined;
  readonly amount?: bigint | null | undefined;
  readonly currency?: string | null | undefined;
  /** A status, or a word for one. */
  readonly status?: string | null | undefined;
  readonly stage?: string | null | undefined;
  readonly createdOn?: string | null | undefined;
  readonly closedOn?: string | null | undefined;
  readonly bookedOn?: string | null | undefined;
  readonly invoicedOn?: string | null | undefined;
  readonly contractMonths?: Months;
  readonly region?: string | null | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | null | undefined;
  /** All shares of the deal anew. */
  readonly splits?: readonly SplitWish[] | null | undefined;
} & CancellationWish;

/** The wish's references, found; an account may be new. */
export type DealLinks = Pick<DealContent, 'ownerId' | 'productId' | 'accountId' | 'splits'>;

export type DealFault = {
  readonly field: string;
  readonly value: string | null;
  readonly fault: Fault;
};

/** Amounts of this size and more are surely mistakes. */
const amountLimit = 10n ** 15n;
const longestText = 1_000;
const longestAttributes = 10_000;

/** The deal that the wish makes of the one before, or everything that is wrong with it. */
export function settleDeal(
  wish: DealWish,
  links: DealLinks,
  before: DealContent | undefined,
  defaultCurrency: string,
): DealContent | DealFault[] {
  const status = wishedStatus(wish) ?? before?.status ?? 'open';
  const externalId = wish.externalId.trim();
  const content: DealContent = {
    ...links,
    externalId,
    status,
    name:
      filled(wish.name) ??
      (wish.name === undefined ? before?.name : undefined) ??
      defaultName(wish) ??
      externalId,
    amount: kept(wish.amount, before?.amount) ?? 0n,
    currency: filled(wish.currency) ?? before?.currency ?? defaultCurrency,
    stage: filled(wish.stage) ?? (before?.status === status ? before.stage : stageOfStatus(status)),
    createdOn: kept(wish.createdOn, before?.createdOn) ?? null,
    closedOn: kept(wish.closedOn, before?.closedOn) ?? null,
    bookedOn: kept(wish.bookedOn, before?.bookedOn) ?? null,
    invoicedOn: kept(wish.invoicedOn, before?.invoicedOn) ?? null,
    contractMonths: readMonths(kept(wish.contractMonths, before?.contractMonths)),
    ...settleCancellation(wish, before, { status }),
    region: filled(kept(wish.region, before?.region)) ?? null,
    attributes: kept(wish.attributes, before?.attributes) ?? {},
  };
  const faults = [
    ...statusFaults(wish),
    ...contentFaults(content),
    ...monthsFaults('contractMonths', wish.contractMonths, 1),
    ...cancellationFaults(wish, content),
  ];
  return faults.length ? faults : content;
}

/** No text in it holds a NUL or half a letter, which no database keeps. */
export function isReadable(value: unknown): boolean {
  if (typeof value === 'string') return !/[\0\p{Cs}]/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isReadable(key) && isReadable(part));
}

/** Do both say the same? Then nothing needs to be written. */
export const sameDeal = (one: DealContent, other: DealContent): boolean =>
  canonical(one) === canonical(other);

const kept = <T>(wished: T | undefined, before: T | undefined): T | undefined =>
  wished === undefined ? before : wished;

const filled = (text: string | null | undefined): string | undefined => text?.trim() || undefined;

const defaultName = ({ account, product }: DealWish): string | undefined =>
  [account, product].map(filled).filter(Boolean).join(' · ') || undefined;

const wishedStatus = ({ status, stage }: DealWish): DealStatus | undefined => {
  const word = filled(status);
  if (word) return readStatus(word);
  return filled(stage) ? statusOfStage(stage!) : undefined;
};

function statusFaults({ status }: DealWish): DealFault[] {
  const word = filled(status);
  if (!word || readStatus(word)) return [];
  return [fault('status', word, 'UNKNOWN_STATUS', `“${word}” is none of open, won and lost.`)];
}

function contentFaults(deal: DealContent): DealFault[] {
  return [
    ...textFaults(deal),
    ...(isCurrency(deal.currency)
      ? []
      : [
          fault(
            'currency',
            deal.currency,
            'UNKNOWN_CURRENCY',
            `“${deal.currency}” is not a currency code such as EUR.`,
          ),
        ]),
    ...(deal.amount < amountLimit && deal.amount > -amountLimit
      ? []
      : [
          fault(
            'amount',
            `${deal.amount}`,
            'AMOUNT_TOO_LARGE',
            'The amount is too large to be right.',
          ),
        ]),
    ...(deal.status === 'won' && deal.closedOn === null
      ? [
          fault(
            'closedOn',
            null,
            'CLOSED_ON_MISSING',
            'A won deal needs the day on which it was closed.',
          ),
        ]
      : []),
    ...(['createdOn', 'closedOn', 'bookedOn', 'invoicedOn'] as const)
      .filter((field) => deal[field] !== null && !isDay(deal[field]))
      .map((field) => fault(field, deal[field], 'NOT_A_DAY', `“${deal[field]}” is not a day.`)),
    ...splitFaults(deal),
  ];
}

function splitFaults({ splits }: DealContent): DealFault[] {
  const found = splitFault(splits);
  return found ? [{ field: 'splits', value: null, fault: found }] : [];
}

function textFaults(deal: DealContent): DealFault[] {
  const blank =
    deal.externalId === ''
      ? [fault('externalId', '', 'REQUIRED', 'A deal needs an id of its own.')]
      : [];
  const long = (['externalId', 'name', 'stage', 'region'] as const)
    .filter((field) => (deal[field]?.length ?? 0) > longestText)
    .map((field) =>
      fault(field, null, 'TEXT_TOO_LONG', `The text is longer than ${longestText} characters.`),
    );
  const attributes = JSON.stringify(deal.attributes);
  if (attributes.length <= longestAttributes) return [...blank, ...long];
  const reason = `The attributes are longer than ${longestAttributes} characters.`;
  return [...blank, ...long, fault('attributes', null, 'TEXT_TOO_LONG', reason)];
}

const fault = (field: string, value: string | null, code: string, reason: string): DealFault => ({
  field,
  value,
  fault: new Fault(code, reason),
});
