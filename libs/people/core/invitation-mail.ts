import type { Locale } from './locale.js';

export type InvitationFacts = {
  readonly memberName: string;
  readonly organizationName: string;
  readonly link: string;
  readonly days: number;
};
type Mail = { readonly subject: string; readonly text: string };

const written: Readonly<Record<Locale, (facts: InvitationFacts) => Mail>> = {
  en: ({ memberName, organizationName, link, days }) => ({
    subject: `${organizationName} invites you to Laurel`,
    text: `Hello ${memberName},

${organizationName} uses Laurel for commissions and goals. Choose your password here:

${link}

The link works once, for ${days} days.
`,
  }),
  de: ({ memberName, organizationName, link, days }) => ({
    subject: `${organizationName} lädt dich zu Laurel ein`,
    text: `Hallo ${memberName},

${organizationName} nutzt Laurel für Provisionen und Ziele. Wähle hier dein Passwort:

${link}

Der Link gilt einmal, ${days} Tage lang.
`,
  }),
};

/** The words of an invitation in the reader's language. */
export const invitationMail = (locale: Locale, facts: InvitationFacts): Mail =>
  written[locale](facts);
