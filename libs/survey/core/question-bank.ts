import type { QuestionKind } from './scale.js';

export const drivers = [
  'loyalty',
  'recognition',
  'leadership',
  'growth',
  'workload',
  'tools',
  'fairness',
  'team',
  'voice',
] as const;
export type Driver = (typeof drivers)[number];

export type BankQuestion = {
  readonly key: string;
  readonly version: number;
  readonly driver: Driver;
  readonly kind: QuestionKind;
  /** Does agreeing speak well of the driver? */
  readonly positive: boolean;
  readonly text: { readonly en: string; readonly de: string };
};

const agreement = (
  key: string,
  driver: Driver,
  en: string,
  de: string,
  positive = true,
): BankQuestion => ({ key, version: 1, driver, kind: 'agreement', positive, text: { en, de } });
const asked = (
  key: string,
  kind: QuestionKind,
  driver: Driver,
  en: string,
  de: string,
  version = 1,
): BankQuestion => ({ key, version, driver, kind, positive: true, text: { en, de } });

/** What every organisation starts with; a changed text is a new version, and with it a new item. */
export const standardQuestions: readonly BankQuestion[] = [
  asked(
    'enps',
    'zeroToTen',
    'loyalty',
    'How likely are you to recommend working here to a friend?',
    'Wie wahrscheinlich ist es, dass du uns Freunden als Arbeitgeber empfiehlst?',
    2,
  ),
  asked(
    'week',
    'oneToTen',
    'loyalty',
    'How did your work go in the last days?',
    'Wie lief deine Arbeit in den letzten Tagen?',
    2,
  ),
  agreement(
    'recognition.seen',
    'recognition',
    'Good work is noticed here.',
    'Gute Arbeit wird hier gesehen.',
  ),
  agreement(
    'leadership.support',
    'leadership',
    'My manager helps me when something stands in the way.',
    'Meine Führungskraft hilft mir, wenn etwas im Weg steht.',
  ),
  agreement(
    'leadership.goals',
    'leadership',
    'I know what is expected of me.',
    'Ich weiß, was von mir erwartet wird.',
  ),
  agreement(
    'growth.learning',
    'growth',
    'I learn things here that bring me further.',
    'Ich lerne hier Dinge, die mich weiterbringen.',
  ),
  agreement(
    'workload.pressure',
    'workload',
    'I often have more work than I can do well.',
    'Ich habe oft mehr Arbeit, als ich gut erledigen kann.',
    false,
  ),
  agreement(
    'tools.enough',
    'tools',
    'I have the tools and information that I need.',
    'Ich habe die Werkzeuge und Informationen, die ich brauche.',
  ),
  agreement(
    'fairness.pay',
    'fairness',
    'I understand how my pay comes about.',
    'Ich verstehe, wie meine Vergütung zustande kommt.',
  ),
  agreement(
    'team.trust',
    'team',
    'I can rely on my colleagues.',
    'Auf meine Kolleginnen und Kollegen ist Verlass.',
  ),
  agreement('voice.heard', 'voice', 'What I say has an effect.', 'Was ich sage, bewirkt etwas.'),
  asked(
    'voice.change',
    'text',
    'voice',
    'What should we change first?',
    'Was sollten wir als Erstes ändern?',
  ),
];

export type SurveyTemplate = {
  readonly key: string;
  readonly name: { readonly en: string; readonly de: string };
  readonly cadence: 'weekly' | 'quarterly';
  readonly questions: readonly string[];
  readonly questionCount: number;
};

/** Surveys to begin with. */
export const surveyTemplates: readonly SurveyTemplate[] = [
  {
    key: 'pulse',
    name: { en: 'Weekly pulse', de: 'Wöchentlicher Puls' },
    cadence: 'weekly',
    questions: standardQuestions.filter(({ key }) => key !== 'enps').map(({ key }) => key),
    questionCount: 3,
  },
  {
    key: 'enps',
    name: { en: 'Quarterly eNPS', de: 'eNPS im Quartal' },
    cadence: 'quarterly',
    questions: ['enps', 'voice.change'],
    questionCount: 2,
  },
];
