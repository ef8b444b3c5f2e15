import { isCurrency, parseMoney, periodKinds, roundings } from '@laurel/shared/core';
import { z } from 'zod';
import { overrideSchema } from './override.js';
import { spiffSchema } from './spiff.js';
import { tiersSchema } from './tiers.js';

const oneOf = (values: readonly string[]) =>
  `Expected one of ${values.map((each) => `"${each}"`).join(', ')}.`;

/** A new kind of component is a schema here and a function in earn.ts. */
const component = z.discriminatedUnion('kind', [tiersSchema, spiffSchema, overrideSchema], {
  error: oneOf(['tiers', 'spiff', 'override']),
});
export type Component = z.infer<typeof component>;

const planSchema = z
  .strictObject(
    {
      currency: z
        .string({ error: 'Expected a currency code such as "EUR".' })
        .refine(isCurrency, { error: 'Expected a currency code such as "EUR".' }),
      period: z.enum(periodKinds, { error: oneOf(periodKinds) }),
      rounding: z.enum(roundings, { error: oneOf(roundings) }).default('half-even'),
      components: z
        .array(component, { error: 'Expected a list of components.' })
        .min(1, { error: 'Expected at least one component.' }),
    },
    { error: 'Expected a plan: { "currency", "period", "components" }.' },
  )
  .superRefine(namesOnce)
  .superRefine(bonusesInCurrency);

/** The rules of a plan as they are stored with a version: what each component pays, in which currency and period. */
export type PlanDocument = z.infer<typeof planSchema>;

/** What is wrong in a document, and where: "components[0].tiers[1].rate". */
export type PlanProblem = { readonly path: string; readonly message: string };

/** Every problem of a document; none means that `parsePlan` takes it. */
export function checkPlan(document: unknown): PlanProblem[] {
  const { error } = planSchema.safeParse(document);
  return (error?.issues ?? []).map((issue) => ({ path: pathOf(issue), message: messageOf(issue) }));
}

/** The document with its defaults. Throws ZodError for one that `checkPlan` finds problems in. */
export const parsePlan = (document: unknown): PlanDocument => planSchema.parse(document);

/** Products the plan names, with the place of each, so that their existence can be checked. */
export function productsNamed({ components }: PlanDocument): { path: string; product: string }[] {
  return components.flatMap((each, i) => {
    if (each.kind === 'spiff') return [{ path: `components[${i}].product`, product: each.product }];
    if (each.kind === 'override') return [];
    return each.multipliers.map(({ product }, j) => ({
      path: `components[${i}].multipliers[${j}].product`,
      product,
    }));
  });
}

function pathOf({ path }: z.core.$ZodIssue): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '');
}

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `Unknown: ${issue.keys.join(', ')}. Check the spelling or leave it out.`
    : issue.message;

type Draft = { currency: string; components: Component[] };

function namesOnce({ components }: Draft, context: z.RefinementCtx): void {
  const names = components.map(({ name }) => name);
  for (const [i, name] of names.entries())
    if (names.indexOf(name) < i)
      context.addIssue({
        code: 'custom',
        path: ['components', i, 'name'],
        message: `Another component is called "${name}". Expected a different name.`,
      });
}

function bonusesInCurrency({ components, currency }: Draft, context: z.RefinementCtx): void {
  if (!isCurrency(currency)) return;
  for (const [i, each] of components.entries())
    if (each.kind === 'spiff' && !isAmount(each.amount, currency))
      context.addIssue({
        code: 'custom',
        path: ['components', i, 'amount'],
        message: `Expected an amount in ${currency} of 0 or more, such as "5.00".`,
      });
}

function isAmount(text: string, currency: string): boolean {
  try {
    return parseMoney(text, currency) >= 0n;
  } catch {
    return false;
  }
}
