import { z } from 'zod';

/** A non-negative decimal kept as text, so that it stays exact. */
export const share = (noun: string, example: string) =>
  z
    .string({ error: `Write the ${noun} as text in quotation marks, such as "${example}".` })
    .regex(/^\d{1,6}(\.\d{1,10})?$/, {
      error: `Expected a ${noun} of 0 or more, such as "${example}", with at most 10 decimals.`,
    });

export const productName = z
  .string({ error: 'Expected the name of a product.' })
  .min(1, { error: 'Expected the name of a product.' });

/** What every component has: a short name that is stable, and a title in both languages. */
export const named = {
  name: z
    .string({ error: 'Expected a short name, such as "commission".' })
    .regex(/^[a-z][a-z0-9-]{0,39}$/, {
      error: 'Expected a short name of small letters, digits and hyphens, such as "commission".',
    }),
  title: z.strictObject(
    {
      en: z
        .string({ error: 'Expected the title in English.' })
        .min(1, { error: 'Expected the title in English.' }),
      de: z
        .string({ error: 'Expected the title in German.' })
        .min(1, { error: 'Expected the title in German.' }),
    },
    { error: 'Expected a title in both languages: { "en": "…", "de": "…" }.' },
  ),
};
