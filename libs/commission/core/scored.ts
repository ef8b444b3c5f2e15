import { z } from 'zod';

/** Something that is scored rather than sold, by its short name in plans; a plan may have a title for it. */
export type Scored = {
  readonly objective: string;
  readonly title: { readonly en: string; readonly de: string } | null;
};

const text = z.object({ en: z.string(), de: z.string() }).nullable().catch(null);
const component = z.object({
  score: z.string().optional().catch(undefined),
  objectives: z.array(z.object({ name: z.string(), title: text })).catch([]),
});
/** Documents of any age: whatever else they say does not matter here. */
const document = z.object({
  scores: z.array(z.string()).catch([]),
  components: z.array(component).catch([]),
});

/** All that a plan document names to be scored, in its order, each once. */
export function scoredIn(plan: unknown): Scored[] {
  const { data } = document.safeParse(plan);
  const named = (data?.components ?? []).flatMap(({ objectives, score }): Scored[] => [
    ...objectives.map(({ name, title }) => ({ objective: name, title })),
    ...(score === undefined ? [] : [{ objective: score, title: null }]),
  ]);
  const others = (data?.scores ?? []).map((objective) => ({ objective, title: null }));
  const known = new Map<string, Scored>();
  for (const one of [...named, ...others])
    if (!known.get(one.objective)?.title) known.set(one.objective, one);
  return [...known.values()];
}
