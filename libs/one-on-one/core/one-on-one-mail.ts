export type OneOnOneMailFacts = {
  readonly memberName: string;
  readonly partnerName: string;
  readonly organizationName: string;
  readonly day: string;
  readonly time: string;
  readonly timeZone: string;
  readonly link: string;
};
type Mail = { readonly subject: string; readonly text: string };

const reminder: Readonly<Record<'en' | 'de', (facts: OneOnOneMailFacts) => Mail>> = {
  en: (facts) => ({
    subject: `One-on-one with ${facts.partnerName} on ${facts.day} at ${facts.time}`,
    text: `Hello ${facts.memberName},

your one-on-one with ${facts.partnerName} is on ${facts.day} at ${facts.time} (${facts.timeZone}).

Agenda, action items, and the way to reschedule:

${facts.link}

${facts.organizationName}
`,
  }),
  de: (facts) => ({
    subject: `Gespräch mit ${facts.partnerName} am ${facts.day} um ${facts.time}`,
    text: `Hallo ${facts.memberName},

dein Gespräch mit ${facts.partnerName} ist am ${facts.day} um ${facts.time} (${facts.timeZone}).

Hier findest du Themen und Aufgaben und kannst es verschieben:

${facts.link}

${facts.organizationName}
`,
  }),
};

/** The words of a reminder in the reader's language; nothing of what the two write stands in it. */
export const oneOnOneMail = (locale: 'en' | 'de', facts: OneOnOneMailFacts): Mail =>
  reminder[locale](facts);
