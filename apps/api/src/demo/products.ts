/** What Alder & Finch sells: light, quiet and furniture for places where people work. */
export type Product = {
  readonly name: string;
  readonly series: string;
  /** Minor units. */
  readonly listPrice: bigint;
  /** Pieces in a usual deal, from (in) to (out). */
  readonly pieces: readonly [from: number, to: number];
  /** Days from the first talk to the signature in a usual deal. */
  readonly cycle: number;
  /** How often it is sold, against the others. */
  readonly weight: number;
};

export const products: readonly Product[] = [
  { name: 'Halo Desk', series: 'Halo', listPrice: 240_00n, pieces: [6, 56], cycle: 32, weight: 22 },
  {
    name: 'Halo Hall',
    series: 'Halo',
    listPrice: 3_900_00n,
    pieces: [1, 5],
    cycle: 58,
    weight: 11,
  },
  {
    name: 'Hush Panel',
    series: 'Hush',
    listPrice: 180_00n,
    pieces: [12, 76],
    cycle: 36,
    weight: 21,
  },
  {
    name: 'Hush Booth',
    series: 'Hush',
    listPrice: 7_400_00n,
    pieces: [1, 4],
    cycle: 64,
    weight: 13,
  },
  {
    name: 'Grove Desk',
    series: 'Grove',
    listPrice: 890_00n,
    pieces: [3, 20],
    cycle: 44,
    weight: 16,
  },
  {
    name: 'Grove Suite',
    series: 'Grove',
    listPrice: 12_500_00n,
    pieces: [1, 4],
    cycle: 92,
    weight: 5,
  },
  {
    name: 'Care Plan',
    series: 'Service',
    listPrice: 1_450_00n,
    pieces: [1, 4],
    cycle: 18,
    weight: 12,
  },
];
