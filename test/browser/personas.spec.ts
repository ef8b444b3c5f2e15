import type { Browser } from 'playwright-core';
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

  it.each(demoRoles.flatMap((role) => views.map((view) => ({ role, ...view }))))(
    '$role finds every page whole in $language, $colorScheme, $viewport.width wide',
    async ({ role, ...view }) => {
      const visitor = await Visitor.at(chromium, laurel.url, view);
      try {
        await visitor.signIn(demoAccounts[role], demoPassword);
        const faults: unknown[] = [];
        for (const address of await visitor.destinations()) {
          await visitor.open(address);
          await visitor.page.locator('h1').first().waitFor();
          const overflow = await visitor.overflow();
          if (overflow) faults.push({ address, overflow });
          for (const finding of await visitor.findings()) faults.push({ address, finding });
        }
        expect([...faults, ...visitor.complaints]).toEqual([]);
      } finally {
        await visitor.leave();
      }
    },
    180_000,
  );

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
