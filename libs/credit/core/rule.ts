import { isCurrency, isDecimal, parseMoney, Rational, sharesProblem } from '@laurel/shared/core';
import { z } from 'zod';

const memberId = z.uuid({ error: 'Expected the id of a member.' });

const share = z
  .string({ error: 'Write the share as text in quotation marks, such as "0.1" for 10 %.' })
  .refine((text) => isShare(text), {
    error: 'Expected a share above 0 and up to 1, such as "0.1".',
  });

const names = (noun: string) =>
  z
    .array(z.string().trim().min(1).max(200), { error: `Expected a list of ${noun}.` })
    .min(1, { error: `Name at least one of the ${noun}, or leave the condition out.` })
    .max(500, { error: `Name at most 500 ${noun}.` });

const amountAtLeast = z
  .strictObject(
    { amount: z.string(), currency: z.string() },
    { error: 'Expected an amount such as { "amount": "10000.00", "currency": "EUR" }.' },
  )
  .refine((money) => isAmount(money), {
    error: 'Expected an amount such as { "amount": "10000.00", "currency": "EUR" }.',
  });

/** What a deal must meet: every condition that is named, each by one of its values. */
const when = z
  .strictObject({
    products: names('products').optional(),
    series: names('product series').optional(),
    regions: names('regions').optional(),
    segments: names('segments').optional(),
    accounts: names('accounts').optional(),
    owners: z.array(memberId).min(1).max(500).optional(),
    amountAtLeast: amountAtLeast.optional(),
  })
  .default({});

const conditional = { when };
const paid = { payee: memberId, share };

/** The owner holds the deal. Once such a rule is in force, deals that no rule catches credit nobody. */
const owner = z.strictObject({ kind: z.literal('owner'), ...conditional });

/** Several hold the deal; "owner" stands for its owner. */
const split = z.strictObject({
  kind: z.literal('split'),
  ...conditional,
  shares: z
    .array(z.strictObject({ payee: z.union([z.literal('owner'), memberId]), share }))
    .min(1, { error: 'Expected at least one share.' })
    .max(20, { error: 'A deal has at most 20 shares.' })
    .superRefine(wholeDeal),
});

/** A specialist gets a share on top. */
const overlay = z.strictObject({ kind: z.literal('overlay'), ...conditional, ...paid });

/** Deals of regions or accounts are held by the territory's payee instead of the owner, or credit a share on top. */
const territory = z
  .strictObject({
    kind: z.literal('territory'),
    ...conditional,
    payee: memberId,
    onTop: share.optional(),
  })
  .refine(({ when }) => when.regions ?? when.accounts, {
    path: ['when'],
    error: 'A territory is named by its regions or accounts.',
  });

/** How far up managers are credited: 0 is not at all. Overlays roll up only when that is said. */
const rollUp = z.strictObject({
  kind: z.literal('rollUp'),
  ...conditional,
  levels: z
    .int({ error: 'Expected a whole number of levels from 0 to 20.' })
    .min(0, { error: 'Expected a whole number of levels from 0 to 20.' })
    .max(20, { error: 'Expected a whole number of levels from 0 to 20.' }),
  overlays: z.boolean().default(false),
});

const schema = z.discriminatedUnion('kind', [owner, split, territory, overlay, rollUp], {
  error: 'Expected a kind: owner, split, territory, overlay or rollUp.',
});

export type RuleDocument = z.infer<typeof schema>;
export type RuleCondition = RuleDocument['when'];
export const ruleKinds = ['owner', 'split', 'territory', 'overlay', 'rollUp'] as const;

/** Where a document is wrong and what was expected. */
export type RuleProblem = { readonly path: string; readonly message: string };

/** Everything wrong in a document; none means it can be parsed. */
export function checkRule(document: unknown): RuleProblem[] {
  const { error } = schema.safeParse(document);
  return (error?.issues ?? []).map((issue) => ({
    path: issue.path.join('.'),
    message:
      issue.code === 'unrecognized_keys'
        ? `Unknown: ${issue.keys.join(', ')}. Check the spelling or leave it out.`
        : issue.message,
  }));
}

/** The document with its defaults. Throws for what checkRule finds fault with. */
export const parseRule = (document: unknown): RuleDocument => schema.parse(document);

/** Ids of the members that a document names. */
export function membersNamed(document: RuleDocument): string[] {
  const payees = 'shares' in document ? document.shares.map(({ payee }) => payee) : [];
  const one = 'payee' in document ? [document.payee] : [];
  const all = [...payees, ...one, ...(document.when.owners ?? [])];
  return [...new Set(all)].filter((id) => id !== 'owner');
}

function isShare(text: string): boolean {
  if (!isDecimal(text) || text.length > 14) return false;
  const value = Rational.parse(text);
  return value.sign > 0 && value.compare(Rational.one) <= 0;
}

function isAmount({ amount, currency }: { amount: string; currency: string }): boolean {
  try {
    return isCurrency(currency) && parseMoney(amount, currency) >= 0n;
  } catch {
    return false;
  }
}

function wholeDeal(
  shares: readonly { payee: string; share: string }[],
  context: z.RefinementCtx,
): void {
  const add = (message: string) => context.addIssue({ code: 'custom', message });
  if (!shares.every(({ share }) => isShare(share))) return;
  const problem = sharesProblem(shares.map(({ share }) => share));
  if (problem) add(problem);
  if (new Set(shares.map(({ payee }) => payee)).size < shares.length)
    add('Nobody can have two shares of a deal.');
}
