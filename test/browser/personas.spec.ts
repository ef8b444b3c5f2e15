import type { Browser } from 'playwright-core';
import type { Role } from '@laurel/shared/core';
import type { Laurel } from '../harness/laurel.js';
import { demoAccounts, demoPassword, demoRoles, startDemo } from '../harness/demo.js';
import { Visitor, desktop, languages, openChromium, phone } from './stage.js';

/** Each language is seen in both schemes, once on a desk and once in a hand. */
const views = languages.flatMap((language) => [
  { language, viewport: desktop, colorScheme: language === 'en' ? 'light' : 'dark' } as const,
  { language, viewport: phone, colorScheme: language === 'en' ? 'dark' : 'light' } as const,
]);

describe('the demo organisation in a browser', () => {
  let laurel: Laurel;
  let chromium: Browser;

  beforeAll(async () => {
    laurel = await startDemo();
    chromium = await openChromium();
  }, 400_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  it.each(demoRoles)(
    '%s finds every page whole in both languages, light and dark, wide and narrow',
    async (role) => {
      const faults = await Promise.all(views.map((view) => faultsFor(role, view)));
      expect(faults.flat()).toEqual([]);
    },
    240_000,
  );

  /** What is wrong with the pages that the navigation offers to somebody who looks at them this way. */
  async function faultsFor(role: Role, view: (typeof views)[number]): Promise<unknown[]> {
    const visitor = await Visitor.at(chromium, laurel.url, view);
    const { language, colorScheme } = view;
    try {
      await visitor.signIn(demoAccounts[role], demoPassword);
      const faults: unknown[] = [];
      for (const address of await visitor.destinations()) {
        await visitor.open(address);
        await visitor.page.locator('h1').first().waitFor();
        const overflow = await visitor.overflow();
        if (overflow) faults.push({ language, colorScheme, address, overflow });
        for (const finding of await visitor.findings())
          faults.push({ language, colorScheme, address, finding });
      }
      return [...faults, ...visitor.complaints];
    } finally {
      await visitor.leave();
    }
  }

  it.each(languages)('explains a line of pay to a rep in words (%s)', async (language) => {
    const visitor = await Visitor.at(chromium, laurel.url, { language });
    try {
      await visitor.signIn(demoAccounts.rep, demoPassword);
      await visitor.open('/pay');
      await visitor.page
        .getByRole('button', { name: visitor.say('pay', 'why') })
        .first()
        .click();
      const words = { en: 'of your quota of', de: 'deiner Quote von' }[language];
      await visitor.page.getByText(words).first().waitFor();
    } finally {
      await visitor.leave();
    }
  });
});
