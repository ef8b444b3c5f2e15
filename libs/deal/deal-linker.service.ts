import { References, type Referents } from '@laurel/shared';
import { Fault } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DealFault, DealLinks, DealWish } from './core/index.js';

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
      member: await this.references.resolve(tx, 'member', texts(wishes, 'owner')),
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
  const faults = [owner, product, newAccount ? null : account].filter(
    (result): result is DealFault => isFault(result),
  );
  if (isFault(owner) || isFault(product) || faults.length) return faults;
  if (owner === null) return [reference('owner', '', 'REQUIRED', 'A deal needs an owner.')];
  return {
    links: { ownerId: owner, productId: product, accountId: isFault(account) ? null : account },
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

const isFault = (result: string | null | DealFault): result is DealFault =>
  typeof result === 'object' && result !== null;

const isUnknown = (result: string | null | DealFault): boolean =>
  isFault(result) && result.fault.code === 'UNKNOWN';

const reference = (field: string, value: string, code: string, reason: string): DealFault => ({
  field,
  value,
  fault: new Fault(code, reason),
});
