import { creditDates } from '@laurel/credit/core';
import { isCurrency, periodKinds, roundings } from '@laurel/shared/core';
import { z } from 'zod';
import { type Complaint, within } from './complaint.js';
import { componentComplaints, componentSchema } from './component.js';
import { expressionComplaints } from './expression-check.js';
import { leavesOf, pathText } from './leaf.js';
import { limitComplaints, limitSchema } from './limit.js';
import { moneyComplaints } from './money-check.js';
import { settlement } from './settlement.js';
import { vocabulariesOf } from './vocabulary.js';
import { identifier, share, word } from './words.js';

export { type Component, componentKinds } from './component.js';

const roundAt = ['line', 'statement'] as const;
const orders = ['day', 'external-id'] as const;

const planSchema = z.strictObject(
  {
    currency: z
      .string({ error: 'Expected a currency code such as "EUR".' })
      .refine(isCurrency, { error: 'Expected a currency code such as "EUR".' }),
    period: word(periodKinds),
    rounding: word(roundings).default('half-even'),
    roundAt: word(roundAt).optional(),
    order: word(orders).optional(),
    creditDate: word(creditDates).optional(),
    parameters: z
      .record(identifier, share('parameter', '0.5'), { error: 'Expected named numbers.' })
      .optional(),
    scores: z.array(identifier, { error: 'Expected names of scores.' }).optional(),
    components: z
      .array(componentSchema, { error: 'Expected a list of components.' })
      .min(1, { error: 'Expected at least one component.' }),
    limits: z.array(limitSchema, { error: 'Expected a list of limits.' }).optional(),
    ...settlement,
  },
  { error: 'Expected a plan: { "currency", "period", "components" }.' },
);

/** The rules of a plan as they are stored with a version; PLAN.md says exactly what each word pays. */
export type PlanDocument = z.infer<typeof planSchema>;

/** What is wrong in a document, and where: "components[0].tiers[1].rate". */
export type PlanProblem = { readonly path: string; readonly message: string };

/** Every problem of a document; none means that `parsePlan` takes it. */
export function checkPlan(document: unknown): PlanProblem[] {
  const { data, error } = planSchema.safeParse(document);
  return (error?.issues ?? complaintsOf(data!)).flatMap(problemsOf);
}

/** The form of a document as JSON Schema, for editors; what parts say to each other only `checkPlan` knows. */
export const planJsonSchema = () => z.toJSONSchema(planSchema, { io: 'input' });

/** The document with its defaults. Throws ZodError for one that `checkPlan` finds problems in. */
export function parsePlan(document: unknown): PlanDocument {
  const plan = planSchema.parse(document);
  const complaints = complaintsOf(plan);
  if (complaints.length === 0) return plan;
  throw new z.ZodError(
    complaints.map(({ path, message }) => ({ code: 'custom', path: [...path], message })),
  );
}

/** Products the plan names, with the place of each, so that their existence can be checked. */
export function productsNamed({ components }: PlanDocument): { path: string; product: string }[] {
  const byProduct = components.flatMap((each, i) =>
    each.kind === 'matrix'
      ? (['rows', 'columns'] as const).flatMap((side) =>
          'values' in each[side] && each[side].by === 'product'
            ? leavesOf(each[side].values, ['components', i, side, 'values'])
            : [],
        )
      : [],
  );
  const named = leavesOf(components, ['components']).filter(
    ({ path }) => path.at(-1) === 'product',
  );
  return [...named, ...byProduct.filter(({ text }) => text !== '*')].map(({ path, text }) => ({
    path: pathText(path),
    product: text,
  }));
}

/** Unknown keys are a problem each, at their own place. */
function problemsOf(issue: z.core.$ZodIssue | Complaint): PlanProblem[] {
  if ('code' in issue && issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message: `Unknown: ${key}. Check the spelling or leave it out.`,
    }));
  return [{ path: pathText(issue.path), message: issue.message }];
}

/** What is wrong with a plan whose parts can each be read. */
function complaintsOf(document: PlanDocument): Complaint[] {
  const { components, currency, limits = [] } = document;
  const vocabularies = vocabulariesOf(document);
  const inComponents = components.flatMap((component, i) =>
    within(
      ['components', i],
      [
        ...nameComplaints(components, i),
        ...componentComplaints(component),
        ...expressionComplaints(component, vocabularies),
      ],
    ),
  );
  return [
    ...inComponents,
    ...limitComplaints(limits, components),
    ...moneyComplaints(document, currency),
  ];
}

function nameComplaints(components: readonly { readonly name: string }[], i: number): Complaint[] {
  const { name } = components[i]!;
  if (name === 'rounding')
    return [{ path: ['name'], message: 'Expected another name: this one is for rounding lines.' }];
  if (components.findIndex((other) => other.name === name) === i) return [];
  const message = `Another component is called "${name}". Expected a different name.`;
  return [{ path: ['name'], message }];
}
