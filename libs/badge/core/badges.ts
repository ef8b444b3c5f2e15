import type { BadgeDefinition } from './criteria.js';

/** The badges every organisation starts with. */
export const standardBadges: readonly BadgeDefinition[] = [
  {
    code: 'first-deal',
    version: 1,
    title: { en: 'First deal', de: 'Erster Abschluss' },
    description: { en: 'Won a first deal.', de: 'Den ersten Abschluss gewonnen.' },
    icon: 'rocket',
    criteria: { kind: 'dealCount', atLeast: 1, in: 'ever' },
  },
  {
    code: 'ten-deals',
    version: 1,
    title: { en: 'Ten deals', de: 'Zehn Abschlüsse' },
    description: {
      en: 'Won ten deals in one quarter.',
      de: 'Zehn Abschlüsse in einem Quartal gewonnen.',
    },
    icon: 'flame',
    criteria: { kind: 'dealCount', atLeast: 10, in: 'quarter' },
  },
  {
    code: 'quota-reached',
    version: 1,
    title: { en: 'Quota reached', de: 'Zielvorgabe erreicht' },
    description: {
      en: 'Reached the quota of a quarter.',
      de: 'Die Zielvorgabe eines Quartals erreicht.',
    },
    icon: 'target-arrow',
    criteria: { kind: 'quotaReached', in: 'quarter' },
  },
  {
    code: 'top-of-the-board',
    version: 1,
    title: { en: 'Top of the board', de: 'An der Spitze' },
    description: {
      en: 'First place of a quarter by credited amount, for as long as nobody is ahead.',
      de: 'Platz eins eines Quartals nach angerechnetem Umsatz, solange niemand davorliegt.',
    },
    icon: 'crown',
    criteria: { kind: 'topOfBoard', measure: 'credited', in: 'quarter' },
  },
];
