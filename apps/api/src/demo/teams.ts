export const regions = ['North', 'South'] as const;
export type Region = (typeof regions)[number];

/** The sales teams, each in its region. */
export const teams = [
  { name: 'Hamburg', region: 'North' },
  { name: 'Berlin', region: 'North' },
  { name: 'Amsterdam', region: 'North' },
  { name: 'Munich', region: 'South' },
  { name: 'Vienna', region: 'South' },
  { name: 'Milan', region: 'South' },
] as const satisfies readonly { name: string; region: Region }[];

export const regionOf = (team: string): Region => teams.find(({ name }) => name === team)!.region;
