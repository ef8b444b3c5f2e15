import { References, type Referents } from '@laurel/shared';
import { Fault } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  plainShare,
  type DealFault,
  type DealLinks,
  type DealSplit,
  type DealWish,
} from './core/index.js';

/** A wish with what it refers to; `newAccount` is the name of a customer nobody knows yet. */
export type LinkedWish = { readonly links: DealLinks; readonly newAccount?: string } | DealFault[];

type Found = {
  readonly member: Referents;
  readonly product: Referents;
  readonly account: Referents;
};

/** Finds the people, products and accounts that deals name. */
@Injectable()
export class DealLinker {
  constructor(private readonly references: References) {}

  /** Looks all of a batch up at once; the answer links one wish, given what the deal referred to before. */
  async prepare(
    tx: EntityManager,
    wishes: readonly DealWish[],
  ): Promise<(wish: DealWish, before?: DealLinks) => LinkedWish> {
    const found: Found = {
      member: await this.references.resolve(tx, 'member', [
        ...texts(wishes, 'owner'),
        ...wishes.flatMap(({ splits }) => splits?.map(({ payee }) => payee.trim()) ?? []),
      ]),
      product: await this.references.resolve(tx, 'product', texts(wishes, 'product')),
      account: await this.references.resolve(tx, 'account', texts(wishes, 'account')),
    };
    return (wish, before) => link(wish, before, found);
  }
}

const texts = (wishes: readonly DealWish[], field: 'owner' | 'product' | 'account'): string[] =>
  wishes.flatMap((wish) => wish[field]?.trim() || []);

function link(wish: DealWish, before: DealLinks | undefined, found: Found): LinkedWish {
  const owner = one('owner', wish.owner, found.member, null);
  const product = one('product', wish.product, found.product, before?.productId);
  const account = one('account', wish.account, found.account, before?.accountId);
  const newAccount = isUnknown(account) ? wish.account?.trim() : undefined;
  const splits = linkSplits(wish, before, found.member);
  const faults = [owner, product, newAccount ? null : account, ...splits].filter(isFault);
  if (isFault(owner) || isFault(product) || faults.length) return faults;
  if (owner === null) return [reference('owner', '', 'REQUIRED', 'A deal needs an owner.')];
  return {
    links: {
      ownerId: owner,
      productId: product,
      accountId: isFault(account) ? null : account,
      splits: splits.flatMap((split) => (isFault(split) ? [] : [split])),
    },
    ...(newAccount !== undefined && { newAccount }),
  };
}

/** The id a text means; nothing given means what it was before, blank means none. */
function one(
  field: string,
  text: string | null | undefined,
  found: Referents,
  before: string | null | undefined,
): string | null | DealFault {
  if (text === undefined) return before ?? null;
  const value = text?.trim() ?? '';
  if (value === '') return null;
  const ids = found.get(value) ?? [];
  if (ids.length === 1) return ids[0]!;
  return ids.length
    ? reference(
        field,
        value,
        'AMBIGUOUS',
        `“${value}” is the name of several; use an e-mail address or map the value.`,
      )
    : reference(
        field,
        value,
        'UNKNOWN',
        `Nothing is known as “${value}”; map the value or add it first.`,
      );
}

/** The shares with their payees found; nothing given means what they were before. */
function linkSplits(
  { splits }: DealWish,
  before: DealLinks | undefined,
  found: Referents,
): (DealSplit | DealFault)[] {
  if (splits === undefined) return [...(before?.splits ?? [])];
  return (splits ?? []).map(({ payee, share, kind }) => {
    const payeeId = one('splits', payee, found, null);
    if (isFault(payeeId)) return payeeId;
    return payeeId === null
      ? reference('splits', '', 'REQUIRED', 'A share needs somebody who gets it.')
      : { payeeId, share: plainShare(share), kind: kind ?? 'split' };
  });
}

const isFault = (result: string | null | DealSplit | DealFault): result is DealFault =>
  typeof result === 'object' && result !== null && 'fault' in result;

const isUnknown = (result: string | null | DealFault): boolean =>
  isFault(result) && result.fault.code === 'UNKNOWN';

const reference = (field: string, value: string, code: string, reason: string): DealFault => ({
  field,
  value,
  fault: new Fault(code, reason),
});
