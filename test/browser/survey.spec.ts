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
import { answer, dueWave, secret, waveClosed } from '../harness/survey.js';
import { eventually } from './eventually.js';
import { openChromium, phone, Visitor } from './stage.js';

const crowd = (team: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `${team} ${i}`, role: 'rep' as const }));

/** North: ten people. South: two, and so too few for figures of their own. */
describe('surveys', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let manager: Visitor;
  let lead: Browser;
  let people: Browser[];
  let waveId: string;
  let surveyId: string;

  beforeAll(async () => {
    [laurel, chromium] = [await startLaurel(), await openChromium()];
    const admin = await found(laurel, 'Alder', 'ada@alder.example');
    const company = await addTeam(admin, 'Company');
    const ids: Record<string, string> = {};
    for (const [name, size] of Object.entries({ North: 10, South: 2 })) {
      const members = await addPeople(admin, crowd(name, size));
      await place(admin, await addTeam(admin, name, company), Object.values(members));
      Object.assign(ids, members);
    }
    const head = await addPeople(admin, [{ name: 'Mona', role: 'manager' }]);
    await place(admin, company, Object.values(head), { position: 'manager' });
    lead = await join(laurel, admin, head.Mona!);
    people = await Promise.all(Object.values(ids).map((id) => join(laurel, admin, id)));
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
    for (const [i, person] of people.entries())
      await answer(person, {
        waveId,
        secret: secret(),
        answers: survey.questions.map(({ id, kind }) =>
          kind === 'text'
            ? { question: id, text: `Wish ${i}` }
            : { question: id, value: i % 4 === 0 ? 3 : 9 },
        ),
      });
    await manager.open(`/surveys/${surveyId}/waves/${waveId}`);
    await text('answeredAtLeast', { answered: '10', invited: '13' }).waitFor();
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
    // Nine promoters and three detractors of twelve.
    await manager.page.getByText('+50', { exact: true }).first().waitFor();
    const south = manager.page.getByRole('row', { name: /^South/ });
    expect(await south.innerText()).toContain(manager.say('survey', 'heat.tooFew'));
    await manager.page
      .getByRole('button', { name: manager.say('survey', 'comments.all', { count: '12' }) })
      .click();
    expect(await manager.page.getByText(/^Wish \d+$/).count()).toBe(12);
    expect(await manager.findings()).toEqual([]);
  });

  it('are shared with what was heard and an action', async () => {
    await manager.page
      .getByRole('textbox', { name: manager.say('survey', 'follow.heard') })
      .fill('More quiet hours.');
    await button('share.action').click();
    const dialog = manager.page.getByRole('dialog');
    await dialog.getByText(manager.say('survey', 'share.who_other', { count: '13' })).waitFor();
    await dialog.getByRole('button', { name: manager.say('survey', 'share.action') }).click();
    await eventually(
      async () => {
        const { surveyReport } = await people[0]!.ask<{
          surveyReport: { wave: { heard: string | null } };
        }>(`query ($id: ID!) { surveyReport(waveId: $id) { wave { heard } } }`, { id: waveId });
        return surveyReport.wave.heard;
      },
      (heard) => heard === 'More quiet hours.',
    );
    expect(manager.complaints).toEqual([]);
  });

  it('tell the same in English on a phone', async () => {
    const reader = await Visitor.at(chromium, laurel.url, { language: 'en', viewport: phone });
    await reader.signIn(addressOf('Mona'), password);
    await reader.open('/surveys');
    await reader.page.getByText('+50', { exact: true }).waitFor();
    await reader.page.getByRole('link', { name: reader.say('survey', 'toResult') }).click();
    await reader.page.getByText(reader.say('survey', 'share.done')).waitFor();
    expect(await reader.overflow()).toBe(0);
    expect(await reader.findings()).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
});
