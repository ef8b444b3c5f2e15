import { z } from 'zod';

/** "one", "two" … as an error lists them. */
export const oneOf = (values: readonly string[]) =>
  `Expected one of ${values.map((each) => `"${each}"`).join(', ')}.`;

/** One of a few words; the error lists them. */
export const word = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: oneOf(values) });

/** A non-negative decimal kept as text, so that it stays exact. */
export const share = (noun: string, example: string) =>
  z
    .string({ error: `Write the ${noun} as text in quotation marks, such as "${example}".` })
    .regex(/^\d{1,12}(\.\d{1,10})?$/, {
      error: `Expected a ${noun} of 0 or more, such as "${example}", with at most 10 decimals.`,
    });

/** An amount in the currency of the plan, as text; its digits are checked against the currency by the plan. */
export const money = (noun = 'amount', example = '5.00') =>
  z.string({ error: `Write the ${noun} as text in quotation marks, such as "${example}".` });

/** A condition or formula; its names and types are checked by the plan, which knows its scores and parameters. */
export const expression = (noun: string, example: string) =>
  z
    .string({ error: `Write the ${noun} as text in quotation marks, such as "${example}".` })
    .min(1, { error: `Expected a ${noun} such as ${example}.` });

export const productName = z
  .string({ error: 'Expected the name of a product.' })
  .min(1, { error: 'Expected the name of a product.' });

/** Some other name of a deal's attribute. */
export const attributeName = (noun: string) =>
  z
    .string({ error: `Expected the name of a ${noun}.` })
    .min(1, { error: `Expected the name of a ${noun}.` });

const identifierHint = 'Expected a name of letters and digits, such as "revenue".';
/** A name that expressions can use. */
export const identifier = z
  .string({ error: identifierHint })
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, { error: identifierHint });

export const title = z.strictObject(
  {
    en: z
      .string({ error: 'Expected the title in English.' })
      .min(1, { error: 'Expected the title in English.' }),
    de: z
      .string({ error: 'Expected the title in German.' })
      .min(1, { error: 'Expected the title in German.' }),
  },
  { error: 'Expected a title in both languages: { "en": "…", "de": "…" }.' },
);

/** What every component has: a short name that is stable, and a title in both languages. */
export const named = {
  name: z
    .string({ error: 'Expected a short name, such as "commission".' })
    .regex(/^[a-z][a-z0-9-]{0,39}$/, {
      error: 'Expected a short name of small letters, digits and hyphens, such as "commission".',
    }),
  title,
};
