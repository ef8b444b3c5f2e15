import { createHmac } from 'node:crypto';
import type { Browser as Chromium } from 'playwright-core';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, addressOf, found, join, password } from '../harness/organization.js';
import { openWave } from '../harness/survey.js';
import { openChromium, phone, Visitor } from './stage.js';

const key = 'a key for tickets that nobody knows';

describe('a survey on a phone', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let people: Record<string, string>;
  let waveId: string;

  beforeAll(async () => {
    laurel = await startLaurel({ SURVEY_KEY: key });
    const admin = await found(laurel, 'Alder', 'ada@alder.example');
    people = await addPeople(admin, [
      { name: 'Rep', role: 'rep' },
      { name: 'Mate', role: 'rep' },
      { name: 'Third', role: 'rep' },
      { name: 'Hanna', role: 'rep' },
    ]);
    await admin.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: { id: people.Hanna, name: 'Hanna', email: 'hanna@example.com', role: 'rep', hr: true },
    });
    const [, hr] = [
      await join(laurel, admin, people.Mate!),
      await join(laurel, admin, people.Hanna!),
    ];
    chromium = await openChromium();
    const { surveyQuestions } = await hr.ask<{
      surveyQuestions: { id: string; key: string }[];
    }>(`{ surveyQuestions { id key } }`);
    const questionIds = ['enps', 'tools.enough', 'voice.change'].map(
      (wanted) => surveyQuestions.find((question) => question.key === wanted)!.id,
    );
    const anchor = new Date().toISOString().slice(0, 10);
    const { saveSurvey } = await hr.ask<{ saveSurvey: { id: string } }>(
      `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id } }`,
      { input: { name: 'Pulse', cadence: 'weekly', anchor, questionIds, questionCount: 3 } },
    );
    waveId = await openWave(laurel, hr, saveSurvey.id);
  }, 180_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  const linkOf = (name: string) =>
    `/survey/${createHmac('sha256', key).update(`ticket ${waveId} ${people[name]}`).digest('hex')}`;
  const sheets = async () => (await laurel.sql(`select from survey_sheet`)).length;

  it('tells first what the manager sees, keeps a draft, and takes it once by the link of a mail', async () => {
    const rep = await Visitor.at(chromium, laurel.url, { language: 'de', viewport: phone });
    await rep.open(linkOf('Rep'));
    const promise = rep.page.getByRole('region', { name: rep.say('survey-form', 'promise.title') });
    expect(await promise.innerText()).toContain('5 Personen');
    expect(await rep.page.getByRole('main').getByRole('radio').count()).toBe(0);
    await rep.press('survey-form', 'promise.start_other');
    await rep.page.getByRole('radio', { name: '9 auf der Skala' }).click();
    await rep.page.getByRole('radio', { name: rep.say('survey-form', 'agreement.4') }).click();
    await rep.page.getByRole('textbox').fill('Mehr Tee');
    expect(await rep.findings()).toEqual([]);
    expect(await rep.overflow()).toBe(0);

    await rep.open(linkOf('Rep'));
    await rep.press('survey-form', 'promise.start_other');
    expect(await rep.page.getByRole('textbox').inputValue()).toBe('Mehr Tee');
    expect(await rep.page.getByRole('main').getByRole('radio', { checked: true }).count()).toBe(2);
    const before = await sheets();
    await rep.press('survey-form', 'send.submit');
    await rep.page.getByText(rep.say('survey-form', 'thanks.title')).waitFor();
    expect(await sheets()).toBe(before + 1);

    await rep.open(linkOf('Rep'));
    await rep.page.getByText(rep.say('survey-form', 'thanks.title')).waitFor();
    expect(await rep.page.evaluate('JSON.stringify(localStorage)')).not.toContain('Mehr Tee');
    expect(rep.complaints).toEqual([]);
    await rep.leave();
  });

  it('is answered by keyboard from the start page, and a link that is none says so', async () => {
    const mate = await Visitor.at(chromium, laurel.url, { language: 'en', viewport: phone });
    await mate.signIn(addressOf('Mate'), password);
    await mate.press('survey-form', 'open.answer');
    await mate.press('survey-form', 'promise.start_other');
    await mate.page.getByRole('radio', { name: /^0 on the scale/ }).focus();
    for (const _ of [1, 2, 3]) await mate.page.keyboard.press('ArrowRight');
    const chosen = mate.page.getByRole('main').getByRole('radio', { checked: true });
    expect(await chosen.innerText()).toBe('3');
    await mate.press('survey-form', 'send.submit');
    await mate.page.getByText(mate.say('survey-form', 'thanks.title')).waitFor();
    await mate.open('/');
    expect(await mate.page.getByText('Pulse', { exact: true }).count()).toBe(0);
    await mate.open('/survey/none');
    await mate.page.getByText(mate.say('survey-form', 'closed.title')).waitFor();
    expect(mate.complaints).toEqual([]);
    await mate.leave();
  });
});
