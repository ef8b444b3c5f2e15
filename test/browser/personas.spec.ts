import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Role } from '@laurel/shared/core';
import type { Browser } from 'playwright-core';
import { root } from '../harness/database.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { Visitor, desktop, languages, openChromium, phone } from './stage.js';

const password = 'alder-finch-demo';
const accounts: Record<Role, string> = {
  admin: 'mara.lindqvist@alder-finch.example',
  finance: 'tobias.ackermann@alder-finch.example',
  manager: 'leyla.aydemir@alder-finch.example',
  rep: 'jonas.wiegand@alder-finch.example',
};
const roles = Object.keys(accounts) as Role[];

/** Each language is seen in both schemes, once on a desk and once in a hand. */
const views = languages.flatMap((language) => [
  { language, viewport: desktop, colorScheme: language === 'en' ? 'light' : 'dark' } as const,
  { language, viewport: phone, colorScheme: language === 'en' ? 'dark' : 'light' } as const,
]);

describe('the demo organisation in a browser', () => {
  let laurel: Laurel;
  let chromium: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    const made = spawnSync(process.execPath, [path.join(root, 'apps/api/dist/demo.js')], {
      env: { ...process.env, DATABASE_URL: laurel.databaseUrl, REDIS_URL: '' },
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(made.stderr);
    const finance = laurel.browser();
    await finance.ask(
      `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { member { id } } }`,
      { email: accounts.finance, password },
    );
    await finance.settled(300_000);
    chromium = await openChromium();
  }, 400_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  it.each(roles.flatMap((role) => views.map((view) => ({ role, ...view }))))(
    '$role finds every page whole in $language, $colorScheme, $viewport.width wide',
    async ({ role, ...view }) => {
      const visitor = await Visitor.at(chromium, laurel.url, view);
      try {
        await visitor.signIn(accounts[role], password);
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
      await visitor.signIn(accounts.rep, password);
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
