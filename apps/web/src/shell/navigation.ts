import type { Role } from '@laurel/shared/core';
import {
  type Icon,
  IconAdjustments,
  IconArrowsExchange,
  IconArrowsSplit2,
  IconAward,
  IconBuildingBank,
  IconCalendarCheck,
  IconChecklist,
  IconEar,
  IconFileImport,
  IconHistory,
  IconHome,
  IconMessageHeart,
  IconMessages,
  IconReceipt2,
  IconScale,
  IconTargetArrow,
  IconTrophy,
  IconUserCog,
  IconUsersGroup,
} from '@tabler/icons-react';

export type Destination = { readonly path: string; readonly icon: Icon };

/** Every place the navigation knows, by the key of its label in the catalogue `shell`. */
export const destinations = {
  home: { path: '/', icon: IconHome },
  leaderboard: { path: '/leaderboard', icon: IconTrophy },
  pay: { path: '/pay', icon: IconReceipt2 },
  deals: { path: '/deals', icon: IconBuildingBank },
  badges: { path: '/badges', icon: IconAward },
  goals: { path: '/goals', icon: IconTargetArrow },
  team: { path: '/team', icon: IconUsersGroup },
  statements: { path: '/statements', icon: IconReceipt2 },
  periods: { path: '/periods', icon: IconCalendarCheck },
  plans: { path: '/plans', icon: IconScale },
  scores: { path: '/scores', icon: IconChecklist },
  oneOnOnes: { path: '/one-on-ones', icon: IconMessages },
  surveys: { path: '/surveys', icon: IconMessageHeart },
  surveyResults: { path: '/survey-results', icon: IconEar },
  crediting: { path: '/crediting', icon: IconArrowsSplit2 },
  exchangeRates: { path: '/exchange-rates', icon: IconArrowsExchange },
  import: { path: '/import', icon: IconFileImport },
  audit: { path: '/audit', icon: IconHistory },
  people: { path: '/people', icon: IconUserCog },
  settings: { path: '/settings', icon: IconAdjustments },
} as const satisfies Record<string, Destination>;

export type DestinationName = keyof typeof destinations;

/** What each role finds in its navigation, most used first: the first four are on the phone's bar. */
export const navigation: Readonly<Record<Role, readonly DestinationName[]>> = {
  rep: ['home', 'leaderboard', 'pay', 'deals', 'badges', 'goals', 'oneOnOnes', 'surveyResults'],
  manager: [
    'home',
    'leaderboard',
    'team',
    'goals',
    'scores',
    'oneOnOnes',
    'surveys',
    'surveyResults',
    'statements',
    'deals',
    'pay',
    'badges',
  ],
  finance: [
    'home',
    'statements',
    'plans',
    'periods',
    'scores',
    'deals',
    'import',
    'crediting',
    'exchangeRates',
    'leaderboard',
    'goals',
    'oneOnOnes',
    'surveyResults',
    'audit',
  ],
  admin: [
    'home',
    'people',
    'import',
    'deals',
    'team',
    'plans',
    'leaderboard',
    'oneOnOnes',
    'surveyResults',
    'audit',
    'settings',
  ],
};

type Reader = { readonly role: Role; readonly hr: boolean };

/** The navigation of somebody: what their role has, and surveys for whoever is of HR. */
export function navigationOf({ role, hr }: Reader): readonly DestinationName[] {
  const own = navigation[role];
  if (!hr || own.includes('surveys')) return own;
  return own.flatMap((name) => (name === 'surveyResults' ? (['surveys', name] as const) : [name]));
}

/** May they open the page at this path? Pages without an entry are for everybody. */
export function mayOpen(reader: Reader, pathname: string): boolean {
  const owner = Object.entries(destinations).find(
    ([, { path }]) => path !== '/' && (pathname === path || pathname.startsWith(`${path}/`)),
  );
  return !owner || navigationOf(reader).includes(owner[0] as DestinationName);
}
