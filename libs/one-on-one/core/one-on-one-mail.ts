import type { Day } from '@laurel/shared/core';
import type { Rhythm } from './schedule.js';

export type OneOnOneMailFacts = {
  readonly memberName: string;
  readonly partnerName: string;
  readonly organizationName: string;
  readonly day: Day;
  readonly time: string;
  readonly timeZone: string;
  readonly link: string;
};
/** A reminder of a meeting, or how two meet from a day on. */
export type MailKind = 'reminder' | Rhythm;
type Mail = { readonly subject: string; readonly text: string };
type Locale = 'en' | 'de';
type Words = Readonly<Record<Locale, (facts: OneOnOneMailFacts) => Mail>>;

const reminder: Words = {
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

const changed = (rhythm: Rhythm): Words => ({
  en: (facts) => ({
    subject: `One-on-ones with ${facts.partnerName}: ${often.en[rhythm]} from ${facts.day}`,
    text: `Hello ${facts.memberName},

from ${facts.day} on your one-on-ones with ${facts.partnerName} are ${often.en[rhythm]}, at ${facts.time} (${facts.timeZone}).
What is over stays as it was; topics and notes of meetings to come have moved with them.

The next meeting:

${facts.link}

${facts.organizationName}
`,
  }),
  de: (facts) => ({
    subject: `Gespräche mit ${facts.partnerName}: ${often.de[rhythm]} ab ${facts.day}`,
    text: `Guten Tag ${facts.memberName},

ab ${facts.day} sind Ihre Gespräche mit ${facts.partnerName} ${often.de[rhythm]}, um ${facts.time} (${facts.timeZone}).
Was war, bleibt, wie es war; Themen und Notizen kommender Gespräche sind mit ihnen gewandert.

Das nächste Gespräch:

${facts.link}

${facts.organizationName}
`,
  }),
});

const often: Readonly<Record<Locale, Readonly<Record<Rhythm, string>>>> = {
  en: { weekly: 'weekly', twoWeekly: 'every two weeks', monthly: 'monthly' },
  de: { weekly: 'wöchentlich', twoWeekly: 'alle zwei Wochen', monthly: 'monatlich' },
};

/** The words of a mail in the reader's language; nothing of what the two write stands in it. */
export const oneOnOneMail = (kind: MailKind, locale: Locale, facts: OneOnOneMailFacts): Mail =>
  (kind === 'reminder' ? reminder : changed(kind))[locale](facts);
