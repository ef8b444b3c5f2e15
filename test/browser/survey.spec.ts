import type { Browser as Chromium } from 'playwright-core';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  addTeam,
  addressOf,
  found,
  join,
  password,
  place,
} from '../harness/organization.js';
import { surveyKey, ticketOf } from '../harness/survey-crowd.js';
import { answer, dueWave, secret, waveClosed } from '../harness/survey.js';
import { openChromium, phone, Visitor } from './stage.js';

const crowd = (team: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `${team} ${i}`, role: 'rep' as const }));

/** North: ten people, led by Nora. South: five, from whom Mona, who leads both, could be told. Hanna is HR. */
describe('surveys', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let manager: Visitor;
  let lead: Browser;
  let ids: Record<string, string>;
  let waveId: string;
  let surveyId: string;

  beforeAll(async () => {
    [laurel, chromium] = [await startLaurel({ SURVEY_KEY: surveyKey }), await openChromium()];
    const admin = await found(laurel, 'Alder', 'ada@alder.example');
    const company = await addTeam(admin, 'Company');
    ids = await addPeople(admin, [...crowd('North', 10), ...crowd('South', 5)]);
    const heads = await addPeople(admin, [
      { name: 'Mona', role: 'manager' },
      { name: 'Nora', role: 'manager' },
      { name: 'Hanna', role: 'finance', hr: true },
    ]);
    await place(admin, company, [heads.Mona!], { position: 'manager' });
    for (const name of ['North', 'South']) {
      const team = await addTeam(admin, name, company);
      const members = Object.keys(ids).filter((each) => each.startsWith(name));
      await place(
        admin,
        team,
        members.map((each) => ids[each]!),
      );
      if (name === 'North') await place(admin, team, [heads.Nora!], { position: 'manager' });
    }
    lead = await join(laurel, admin, heads.Mona!);
    for (const id of [heads.Nora!, heads.Hanna!, ids['North 0']!]) await join(laurel, admin, id);
    manager = await Visitor.at(chromium, laurel.url, { language: 'de' });
    await manager.signIn(addressOf('Mona'), password);
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  const button = (key: string) =>
    manager.page.getByRole('button', { name: manager.say('survey', key), exact: true });
  const text = (key: string, values: Record<string, string> = {}) =>
    manager.page.getByText(manager.say('survey', key, values));

  it('are made from a template and started', async () => {
    await manager.open('/surveys');
    await text('none.title').waitFor();
    await button('new').first().click();
    await manager.page.getByRole('menuitem').nth(1).click();
    await manager.page.getByLabel(manager.say('survey', 'field.name')).fill('Spring');
    await button('start.action').click();
    await manager.page
      .getByRole('dialog')
      .getByRole('button', { name: manager.say('survey', 'start.action'), exact: true })
      .click();
    await manager.page
      .getByRole('article', { name: 'Spring' })
      .getByText(manager.say('survey', 'status.running'))
      .waitFor();
    const { surveys } = await lead.ask<{ surveys: { id: string; status: string }[] }>(
      `{ surveys { id status } }`,
    );
    expect(surveys).toMatchObject([{ status: 'running' }]);
    surveyId = surveys[0]!.id;
  });

  it('show nothing but participation in whole batches while a wave runs', async () => {
    waveId = await dueWave(laurel, lead, surveyId);
    const { survey } = await lead.ask<{ survey: { questions: { id: string; kind: string }[] } }>(
      `query ($id: ID!) { survey(id: $id) { questions { id kind } } }`,
      { id: surveyId },
    );
    for (const [i, memberId] of Object.values(ids).entries())
      await answer(laurel.browser(), {
        ticket: ticketOf(waveId, memberId),
        secret: secret(),
        answers: survey.questions.map(({ id, kind }) =>
          kind === 'text'
            ? { question: id, text: `Wish ${i}` }
            : { question: id, value: i % 4 === 0 ? 3 : 9 },
        ),
      });
    await manager.open(`/surveys/${surveyId}/waves/${waveId}`);
    await text('answeredAtLeast', { answered: '15', invited: '17' }).waitFor();
    expect(await text('score.enps').count()).toBe(0);
  });

  it('tell a score with its interval, and where a small team is counted', async () => {
    await button('running.close').click();
    await manager.page
      .getByRole('dialog')
      .getByRole('button', { name: manager.say('survey', 'running.close') })
      .click();
    await waveClosed(lead, waveId);
    await manager.open(`/surveys/${surveyId}/waves/${waveId}`);
    // Eleven promoters and four detractors of fifteen.
    await manager.page.getByText('+47', { exact: true }).first().waitFor();
    const south = manager.page.getByRole('row', { name: /^South/ });
    expect(await south.innerText()).toContain('Zählt in Company mit');
    await manager.page
      .getByRole('button', { name: manager.say('survey', 'comments.all', { count: '15' }) })
      .click();
    expect(await manager.page.getByText(/^Wish \d+$/).count()).toBe(15);
    expect(await manager.findings()).toEqual([]);
  });

  it('are shared with what was heard and what is done', async () => {
    await manager.page
      .getByRole('textbox', { name: manager.say('survey', 'follow.heard') })
      .fill('More quiet hours.');
    await button('follow.add').click();
    const action = manager.page.getByRole('dialog');
    await action.getByLabel(manager.say('survey', 'follow.what')).fill('Quiet room');
    await action.getByLabel(manager.say('survey', 'follow.dueOn')).fill('31.12.2030');
    await action.getByRole('button', { name: manager.say('action', 'add') }).click();
    await text('said.action').waitFor();
    await manager.page.getByText('Quiet room', { exact: true }).waitFor();
    await button('share.action').click();
    const dialog = manager.page.getByRole('dialog');
    await dialog.getByText(manager.say('survey', 'share.who_other', { count: '17' })).waitFor();
    await dialog.getByRole('button', { name: manager.say('survey', 'share.action') }).click();
    await text('share.done').waitFor();
    expect(manager.complaints).toEqual([]);
  });

  /** Somebody else who looks at it, on a phone in English. */
  async function reader(name: string): Promise<Visitor> {
    const visitor = await Visitor.at(chromium, laurel.url, { language: 'en', viewport: phone });
    await visitor.signIn(addressOf(name), password);
    return visitor;
  }
  async function leaveInPeace(visitor: Visitor): Promise<void> {
    expect(await visitor.overflow()).toBe(0);
    expect(await visitor.findings()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  }

  it('come back to the team with what was heard and what is done', async () => {
    const rep = await reader('North 0');
    await rep.press('survey', 'toResult');
    await rep.page.getByText('More quiet hours.').waitFor();
    await rep.page.getByText('Quiet room', { exact: true }).waitFor();
    expect(await rep.page.getByText(/^Wish \d+$/).count()).toBe(0);
    await leaveInPeace(rep);
  });

  it('tell the manager of a part nothing of the others', async () => {
    const nora = await reader('Nora');
    await nora.open('/survey-results');
    await nora.page.getByRole('link', { name: /^Spring/ }).click();
    await nora.page.getByRole('row', { name: /^North .*\+40/ }).waitFor();
    expect(await nora.page.getByRole('row', { name: /^South/ }).count()).toBe(0);
    await leaveInPeace(nora);
  });

  it('are compared by HR, who decides how many people a figure needs', async () => {
    const hanna = await reader('Hanna');
    await hanna.open('/surveys');
    await hanna.page.getByText('+47', { exact: true }).waitFor();
    await hanna.press('survey', 'toResult');
    await hanna.page.getByRole('row', { name: /^North .*\+40/ }).waitFor();
    await hanna.page.getByRole('row', { name: /^South Counted in Company/ }).waitFor();
    await hanna.open('/surveys');
    await hanna.page.getByRole('button', { name: hanna.say('survey', 'new') }).click();
    await hanna.page.getByRole('menuitem').first().click();
    const field = (key: string) =>
      hanna.page.getByRole('textbox', { name: hanna.say('survey', `field.${key}`) });
    await field('name').fill('Summer');
    await field('scoreThreshold').fill('8');
    expect(await field('commentThreshold').inputValue()).toBe('16');
    await hanna.press('survey', 'editor.keep');
    await hanna.page.getByRole('article', { name: 'Summer' }).waitFor();
    await leaveInPeace(hanna);
  });
});
