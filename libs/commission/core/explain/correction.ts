import type { CorrectionCause } from '../correction.js';
import type { Figures } from './figures.js';

/** What is corrected, with figures as the reader's language writes them. */
type Told = {
  readonly period: string;
  readonly deal: string | null;
  readonly before: string;
  readonly after: string;
  readonly amount: string;
};
type Words = {
  readonly what: (told: Told) => string;
  readonly why: Readonly<Record<CorrectionCause, (origin: string | null) => string>>;
};

const english: Words = {
  what: ({ period, deal, before, after, amount }) =>
    `Correction of ${period}, which is locked: ${deal ? `deal ${deal}` : 'this part of the pay'} was paid ${before} there, and ${after} is due. The difference of ${amount} is paid here.`,
  why: {
    deal: (origin) =>
      `${origin ? `Deal ${origin}` : 'What counts for you'} was changed after the period had been locked.`,
    order: (origin) =>
      origin
        ? `Deal ${origin} of that period was changed, which moves this one into other tiers.`
        : 'Other deals of that period were changed, so this one falls into other tiers.',
    quota: () => 'The quota of that period was changed.',
    plan: () => 'Another version of the plan holds for that period.',
  },
};

const german: Words = {
  what: ({ period, deal, before, after, amount }) =>
    `Korrektur zu ${period}, das gesperrt ist: ${deal ? `Für den Abschluss ${deal}` : 'Für diesen Teil'} wurden dort ${before} gezahlt, und ${after} stehen dir zu. Die Differenz von ${amount} wird hier gezahlt.`,
  why: {
    deal: (origin) =>
      `${origin ? `Der Abschluss ${origin}` : 'Was für dich zählt,'} wurde geändert, nachdem der Zeitraum gesperrt war.`,
    order: (origin) =>
      origin
        ? `Der Abschluss ${origin} des Zeitraums wurde geändert, daher fällt dieser in andere Stufen.`
        : 'Andere Abschlüsse des Zeitraums wurden geändert, daher fällt dieser in andere Stufen.',
    quota: () => 'Die Quote des Zeitraums wurde geändert.',
    plan: () => 'Für den Zeitraum gilt eine andere Version des Plans.',
  },
};

/** In which locked period what was paid, what is due instead, and why. */
const told =
  ({ what, why }: Words) =>
  ({ detail: { correction }, amount, money }: Figures): string => {
    if (!correction) return '';
    const { period, deal, before, after, cause, origin = null } = correction;
    const sentence = what({ period, deal, before: money(before), after: money(after), amount });
    return `${sentence} ${why[cause](origin)}`;
  };

export const correctionInEnglish = told(english);
export const correctionInGerman = told(german);
