import type { Browser } from 'playwright-core';
import type { Laurel } from '../harness/laurel.js';
import { asProgram, demoAccounts, startDemo } from '../harness/demo.js';
import { invitationJourney, settingsJourney, tokenJourney } from './journeys/admin.js';
import { planJourney, quotaJourney, reportJourney, statementJourney } from './journeys/finance.js';
import { managerJourney } from './journeys/manager.js';
import { newcomerJourney } from './journeys/newcomer.js';
import { repJourney } from './journeys/rep.js';
import { Scene } from './journeys/scene.js';
import { languages, openChromium } from './stage.js';

const journeys: [what: string, journey: (scene: Scene) => Promise<void>][] = [
  ['a rep looks at board and pay, chooses language and appearance, and leaves', repJourney],
  ['a manager looks at a report and edits a deal of the team', managerJourney],
  ['finance finds, recalculates and opens statements', statementJourney],
  ['finance downloads the commission report', reportJourney],
  ['finance publishes a version of a plan', planJourney],
  ['finance sets a quota and takes it away', quotaJourney],
  ['an admin invites somebody, who comes in and leaves', invitationJourney],
  ['an admin makes and revokes a token', tokenJourney],
  ['an admin renames the organisation', settingsJourney],
  ['a newcomer opens an organisation and guards the account', newcomerJourney],
];

describe('journeys through the demo organisation', () => {
  let laurel: Laurel;
  let chromium: Browser;

  beforeAll(async () => {
    laurel = await startDemo();
    await winRiskyDeal();
    chromium = await openChromium();
  }, 400_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  /** A won deal of today whose name a spreadsheet would take for a formula. */
  async function winRiskyDeal(): Promise<void> {
    const finance = await asProgram(laurel, 'finance');
    const deal = {
      externalId: 'RISKY-1',
      name: '=1+1',
      owner: demoAccounts.rep,
      amount: '1000000',
      status: 'won',
      closedOn: new Date().toISOString().slice(0, 10),
    };
    await finance.ask(`mutation ($deal: DealInput!) { saveDeal(input: $deal) { id } }`, { deal });
    await finance.settled();
  }

  describe.each(languages)('in %s', (language) => {
    it.each(journeys)(
      '%s',
      async (_, journey) => {
        const scene = new Scene(laurel, chromium, language);
        try {
          await journey(scene);
        } finally {
          await scene.close();
        }
      },
      180_000,
    );
  });
});
