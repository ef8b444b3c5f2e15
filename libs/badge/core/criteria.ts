import { periodKinds } from '@laurel/shared/core';
import { measures } from '@laurel/standing/core';
import { z } from 'zod';

const span = z.enum([...periodKinds, 'ever']);

/** What has to be true for a badge. A new kind of rule is one more entry here and one in `evaluate`. */
export const criteriaSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dealCount'),
    atLeast: z.int().min(1).max(1_000),
    in: span,
  }),
  z.strictObject({ kind: z.literal('quotaReached'), in: z.enum(periodKinds) }),
  z.strictObject({
    kind: z.literal('topOfBoard'),
    measure: z.enum(measures),
    in: z.enum(periodKinds),
  }),
]);

const words = z.strictObject({ en: z.string().min(1), de: z.string().min(1) });

/** A badge as data. Changed criteria make a new version; `icon` is a name of the Tabler icons. */
export const badgeSchema = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  version: z.int().min(1),
  title: words,
  description: words,
  icon: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  criteria: criteriaSchema,
});

export type Criteria = z.infer<typeof criteriaSchema>;
export type BadgeDefinition = z.infer<typeof badgeSchema>;
/** The stretch a badge is earned in: once per period of a kind, or once for good. */
export type Span = z.infer<typeof span>;
