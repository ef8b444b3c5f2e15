/** What the pages need of a figure; a report's cells have more. */
export type Figure = {
  readonly item: string;
  readonly groupId: string;
  readonly people: number;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly mean: number | null;
  readonly change: number | null;
  readonly clear: boolean | null;
  readonly question: { readonly id: string; readonly kind: string } | null;
};

/** The score a wave is known by: that of 0 to 10 before that of 1 to 10. The two never mix. */
export function headlineOf<F extends Figure>(cells: readonly F[], groupId = 'all'): F | undefined {
  const scored = cells.filter((cell) => cell.groupId === groupId && cell.score !== null);
  return scored.find(({ question }) => question?.kind === 'zeroToTen') ?? scored[0];
}

/** What a group thinks of each topic that was asked of, from 1 to 5. */
export const driverMeansOf = <F extends Figure>(cells: readonly F[], groupId: string): F[] =>
  cells.filter(
    (cell) => cell.groupId === groupId && cell.item.startsWith('driver:') && cell.mean !== null,
  );

/** A score is written with its sign, a real minus included. */
export const signed = (score: number): string =>
  score > 0 ? `+${score}` : score < 0 ? `−${-score}` : '0';

/** Up or down only where it is more than noise; undefined without anything to compare with. */
export function trendOf({ change, clear }: Pick<Figure, 'change' | 'clear'>) {
  if (change === null || clear === null) return undefined;
  if (!clear) return 'unclear' as const;
  return change > 0 ? ('up' as const) : ('down' as const);
}

type Group = {
  readonly id: string;
  readonly dimension: string;
  readonly name: string;
  readonly parent: string | null;
};

/** The nearest group above whose figure a group without one stands in; undefined where none is told. */
export function countedIn<G extends Group>(
  groups: readonly G[],
  cells: readonly Pick<Figure, 'item' | 'groupId'>[],
  item: string,
  groupId: string,
): G | undefined {
  const parentOf = (id: string) => groups.find((group) => group.id === id)?.parent;
  for (let id = parentOf(groupId); id; id = parentOf(id))
    if (cells.some((cell) => cell.item === item && cell.groupId === id))
      return groups.find((group) => group.id === id);
  return undefined;
}

/** How many groups of its own dimension stand above a group: 0 for the topmost. */
export function depthOf(groups: readonly Group[], { parent, dimension }: Group): number {
  const above = groups.find(({ id }) => id === parent);
  return above?.dimension === dimension ? 1 + depthOf(groups, above) : 0;
}

/** The dimensions by which a result can be compared, in the order of its groups: those of more than one group. */
export function slicesOf(groups: readonly Group[]): string[] {
  const dimensions = groups.map(({ dimension }) => dimension).filter((each) => each !== 'all');
  return [...new Set(dimensions)].filter(
    (each) => dimensions.indexOf(each) < dimensions.lastIndexOf(each),
  );
}

/** Where a figure stands from 1 (ill) to 5 (well): scores span −100 to 100, means 1 to 5. */
export function heatOf({ score, mean }: Pick<Figure, 'score' | 'mean'>): number | undefined {
  if (score !== null) return Math.min(5, 1 + Math.floor((score + 100) / 40));
  return mean === null ? undefined : Math.max(1, Math.min(5, Math.round(mean)));
}

type Asked = { readonly kind: string; readonly options: unknown };

/** What each share of a question stands for, the lowest first: a number, or the words of an option. */
export function stepsOf({ kind, options }: Asked): readonly unknown[] {
  const span = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i);
  if (kind === 'zeroToTen') return span(0, 10);
  if (kind === 'oneToTen') return span(1, 10);
  return kind === 'agreement' ? span(1, 5) : (options as unknown[]);
}
