import { z } from 'zod';
import type { Complaint } from './complaint.js';
import { money, named } from './words.js';

/** A cap or a floor over the pay of several components together. */
export const limitSchema = z.strictObject(
  {
    ...named,
    components: z
      .array(z.string({ error: 'Expected the name of a component.' }), {
        error: 'Expected names of components.',
      })
      .min(1, { error: 'Expected at least one component.' }),
    cap: money('cap', '20000').optional(),
    floor: money('floor', '1000').optional(),
  },
  { error: 'Expected a limit: { "name", "title", "components", "cap" }.' },
);
export type Limit = z.infer<typeof limitSchema>;

/** What is wrong with limits whose parts can each be read. */
export function limitComplaints(
  limits: readonly Limit[],
  components: readonly { readonly name: string }[],
): Complaint[] {
  const taken = [...components, ...limits].map(({ name }) => name);
  const known = new Set(components.map(({ name }) => name));
  return limits.flatMap(({ name, components: named, cap, floor }, i) => [
    ...(taken.indexOf(name) < components.length + i || name === 'rounding'
      ? [{ path: ['limits', i, 'name'], message: `"${name}" is taken. Expected another name.` }]
      : []),
    ...named.flatMap((each, j) =>
      known.has(each)
        ? []
        : [{ path: ['limits', i, 'components', j], message: `No component is called "${each}".` }],
    ),
    ...(cap === undefined && floor === undefined
      ? [{ path: ['limits', i, 'cap'], message: 'Expected a cap or a floor.' }]
      : []),
  ]);
}
