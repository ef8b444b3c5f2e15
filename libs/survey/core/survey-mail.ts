export type SurveyMailFacts = {
  readonly memberName: string;
  readonly organizationName: string;
  readonly surveyName: string;
  readonly link: string;
  readonly closesOn: string;
  readonly threshold: number;
};
type Mail = { readonly subject: string; readonly text: string };
type Words = Readonly<Record<'en' | 'de', (facts: SurveyMailFacts) => Mail>>;

const invitation: Words = {
  en: (facts) => ({
    subject: `${facts.surveyName}: a minute for ${facts.organizationName}`,
    text: `Hello ${facts.memberName},

how are things? ${facts.surveyName} takes less than a minute:

${facts.link}

The link is yours alone and works once, until ${facts.closesOn}. Answers are kept without your name, and
figures are shown for groups of at least ${facts.threshold} people only.
`,
  }),
  de: (facts) => ({
    subject: `${facts.surveyName}: eine Minute für ${facts.organizationName}`,
    text: `Hallo ${facts.memberName},

wie geht es dir bei der Arbeit? ${facts.surveyName} dauert weniger als eine Minute:

${facts.link}

Der Link gehört dir allein und gilt einmal, bis ${facts.closesOn}. Antworten werden ohne deinen Namen aufbewahrt, und
Zahlen erscheinen nur für Gruppen von mindestens ${facts.threshold} Personen.
`,
  }),
};

const reminder: Words = {
  en: (facts) => ({
    subject: `${facts.surveyName} is open until ${facts.closesOn}`,
    text: `Hello ${facts.memberName},

${facts.surveyName} is still open. If you have answered already, there is nothing left to do; thank you.

${facts.link}
`,
  }),
  de: (facts) => ({
    subject: `${facts.surveyName} ist noch bis ${facts.closesOn} offen`,
    text: `Hallo ${facts.memberName},

${facts.surveyName} ist noch offen. Wenn du schon geantwortet hast, ist nichts mehr zu tun; vielen Dank.

${facts.link}
`,
  }),
};

/** The words of an invitation or a reminder in the reader's language. */
export const surveyMail = (
  kind: 'invitation' | 'reminder',
  locale: 'en' | 'de',
  facts: SurveyMailFacts,
): Mail => (kind === 'invitation' ? invitation : reminder)[locale](facts);

/** Whom a reminder goes to: those who are missing, or everybody when so few are missing that they would be known. */
export function reminded<T extends { readonly answered: boolean }>(
  tickets: readonly T[],
  threshold: number,
): T[] {
  const missing = tickets.filter(({ answered }) => !answered);
  if (!missing.length) return [];
  return missing.length < threshold ? [...tickets] : missing;
}
