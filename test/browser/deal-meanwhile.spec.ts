import type { Browser as Chromium, Locator } from 'playwright-core';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  addressOf,
  found,
  join,
  password,
  saveDeals,
  type DealInput,
} from '../harness/organization.js';
import { button } from './journeys/steps.js';
import { type Language, languages, openChromium, Visitor } from './stage.js';

type Stored = {
  amount: string;
  region: string | null;
  stage: string;
  status: string;
  splits: { share: string; payee: { name: string } }[];
};

describe('a deal that somebody else changes while its form is open', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let finance: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Meanwhile', 'ada@meanwhile.example');
    const people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Mia', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Ben', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    await join(laurel, admin, people.Mia!);
    chromium = await openChromium();
  }, 90_000);
  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  const input = (externalId: string, more: object = {}): DealInput => ({
    externalId,
    owner: 'Ann',
    amount: '100000',
    status: 'open',
    stage: 'Offer',
    region: 'North',
    ...more,
  });

  /** A new deal; the answer is its id. */
  async function add(externalId: string): Promise<string> {
    const { deals } = await saveDeals(finance, [input(externalId)]);
    return deals[0]!.id;
  }

  const stored = async (id: string) =>
    (
      await finance.ask<{ deal: Stored }>(
        `query ($id: ID!) { deal(id: $id) {
           amount region stage status splits { share payee { name } } } }`,
        { id },
      )
    ).deal;

  /** Somebody of finance, looking at a deal. */
  async function at(name: string, id: string, language: Language): Promise<Visitor> {
    const visitor = await Visitor.at(chromium, laurel.url, { language });
    await visitor.signIn(addressOf(name), password);
    await visitor.open(`/deals/${id}`);
    return visitor;
  }

  const dialog = (visitor: Visitor, title: string): Locator =>
    visitor.page.getByRole('dialog', { name: visitor.say('deal', title) });

  /** Opens the form that a button of the page opens. */
  async function openForm(visitor: Visitor, name: string, title: string): Promise<Locator> {
    await button(visitor.page, name).click();
    const form = dialog(visitor, title);
    await form.waitFor();
    return form;
  }
  const edit = (visitor: Visitor) => openForm(visitor, visitor.say('action', 'edit'), 'form.edit');

  const field = (form: Locator, visitor: Visitor, name: string) =>
    form
      .getByRole('textbox', { name: visitor.say('deal', `column.${name}`), exact: false })
      .first();

  /** What the notice of a form says, line by line; spaces that no key makes are written as one. */
  async function notice(form: Locator): Promise<string[]> {
    const lines = await form.getByRole('status').getByRole('listitem').allInnerTexts();
    return lines.map((line) => line.replaceAll(/\s+/g, ' '));
  }

  const refused = (visitor: Visitor) =>
    visitor.page.getByText(visitor.say('problem', 'CHANGED_MEANWHILE')).waitFor();
  const saved = (visitor: Visitor, deal: string) =>
    visitor.page.getByText(visitor.say('deal', 'said.saved', { deal })).waitFor();

  const amounts = { en: '€1,200.00', de: '1.200,00 €' };

  it.each(languages)(
    'keeps what I typed, follows the other in the rest, and says so, in %s',
    async (language) => {
      const externalId = `M-${language}`;
      const id = await add(externalId);
      const [mine, theirs] = [await at('Fin', id, language), await at('Mia', id, language)];
      const [my, their] = [await edit(mine), await edit(theirs)];
      await field(my, mine, 'region').fill('South');
      await field(my, mine, 'amount').fill('1500');
      await field(their, theirs, 'amount').fill('1200');
      await field(their, theirs, 'stage').fill('Contract');
      await button(their, theirs.say('action', 'save')).click();
      await saved(theirs, externalId);
      expect(await my.getByRole('status').count()).toBe(0);

      await button(my, mine.say('action', 'save')).click();
      await refused(mine);
      await my.getByRole('status').waitFor();
      expect(await notice(my)).toEqual([
        mine.say('deal', 'meanwhile.both', {
          field: mine.say('deal', 'column.amount'),
          now: amounts[language],
        }),
        mine.say('deal', 'meanwhile.theirs', {
          field: mine.say('deal', 'column.stage'),
          before: 'Offer',
          now: 'Contract',
        }),
      ]);
      expect(await my.getByRole('status').innerText()).toContain(
        mine.say('deal', 'meanwhile.kept'),
      );
      expect(await field(my, mine, 'region').inputValue()).toBe('South');
      expect(await field(my, mine, 'amount').inputValue()).toMatch(/^1[.,]500/);
      expect(await field(my, mine, 'stage').inputValue()).toBe('Contract');
      expect(await stored(id)).toMatchObject({ amount: '120000', region: 'North' });
      expect(await mine.findings()).toEqual([]);

      await button(my, mine.say('action', 'save')).click();
      await saved(mine, externalId);
      expect(await stored(id)).toMatchObject({
        amount: '150000',
        region: 'South',
        stage: 'Contract',
      });
      for (const visitor of [mine, theirs]) await visitor.leave();
    },
    120_000,
  );

  it('says so before I save where it hears of it, and asks nothing when both did the same', async () => {
    const id = await add('M-heard');
    const fin = await at('Fin', id, 'en');
    let heard = () => {};
    const late = new Promise<void>((resolve) => (heard = resolve));
    await fin.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('DealNow')) await late;
      await route.continue();
    });
    const form = await edit(fin);
    await field(form, fin, 'region').fill('South');
    await field(form, fin, 'name').fill('Mine');
    await saveDeals(finance, [input('M-heard', { region: 'South', stage: 'Contract' })]);
    expect(await form.getByRole('status').count()).toBe(0);
    heard();
    await form.getByRole('status').waitFor();
    expect(await notice(form)).toEqual(['Stage: Offer → Contract', 'Region: North → South']);
    expect(await field(form, fin, 'name').inputValue()).toBe('Mine');
    await button(form, fin.say('action', 'save')).click();
    await saved(fin, 'M-heard');
    expect(await stored(id)).toMatchObject({ region: 'South', stage: 'Contract' });
    await fin.leave();
  }, 60_000);

  it('lets me close it for the amount it has by now', async () => {
    const id = await add('M-won');
    const fin = await at('Fin', id, 'en');
    const won = fin.say('deal', 'close.won.action');
    const form = await openForm(fin, won, 'close.won.title');
    await fin.page.waitForLoadState('networkidle');
    await saveDeals(finance, [input('M-won', { amount: '120000' })]);
    await button(form, won).click();
    await refused(fin);
    await form.getByRole('status').waitFor();
    expect(await notice(form)).toEqual(['Amount: €1,000.00 → €1,200.00']);
    expect(await stored(id)).toMatchObject({ status: 'open' });
    await button(form, won).click();
    await form.waitFor({ state: 'hidden' });
    expect(await stored(id)).toMatchObject({ status: 'won', stage: 'Won', amount: '120000' });
    await fin.leave();
  }, 60_000);

  it('keeps the shares I typed over those of another, whose shares it names', async () => {
    const id = await add('M-split');
    const fin = await at('Fin', id, 'en');
    const form = await openForm(fin, fin.say('deal', 'split.action'), 'split.title');
    const person = form.getByRole('combobox', { name: fin.say('deal', 'split.payee') }).nth(1);
    await person.click();
    await fin.page.getByRole('option', { name: 'Ben' }).click();
    const alone = { splits: [{ payee: 'Ben', share: '1' }] };
    await saveDeals(finance, [input('M-split', { ...alone, region: 'East' })]);
    await button(form, fin.say('action', 'save')).click();
    await refused(fin);
    await form.getByRole('status').waitFor();
    expect(await notice(form)).toEqual(['You both changed Shares: theirs Ben 100%']);
    await button(form, fin.say('action', 'save')).click();
    await saved(fin, 'M-split');
    const { splits, region } = await stored(id);
    expect(splits.map(({ payee, share }) => `${payee.name} ${share}`).sort()).toEqual([
      'Ann 0.5',
      'Ben 0.5',
    ]);
    expect(region).toBe('East');
    await fin.leave();
  }, 60_000);

  it('comes back when its removal is undone', async () => {
    const id = await add('M-gone');
    const fin = await at('Fin', id, 'en');
    await button(fin.page, fin.say('action', 'remove')).click();
    await fin.page.getByText(fin.say('deal', 'said.removed', { deal: 'M-gone' })).waitFor();
    await button(fin.page, fin.say('action', 'undo')).click();
    await fin.page.getByText(fin.say('deal', 'said.back', { deal: 'M-gone' })).waitFor();
    expect(await stored(id)).toMatchObject({ region: 'North', amount: '100000' });
    await fin.leave();
  }, 60_000);
});
