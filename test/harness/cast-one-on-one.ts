import type { Browser } from './client.js';
import type { Laurel } from './laurel.js';

type Two = { readonly finance: Browser; readonly rep: Browser };
type People = { readonly [name: string]: string };

/**
 * A series of finance and a rep: something of every kind in its first meeting, a calendar that follows it, and shown by
 * the rep, whom finance led for a day, to the manager.
 */
export async function addOneOnOne(
  laurel: Laurel,
  { finance: browser, rep }: Two,
  people: People,
  mark: string,
) {
  const partnerId = people.rep;
  const { startOneOnOne } = await browser.ask<{ startOneOnOne: { id: string } }>(
    `mutation ($input: OneOnOneInput!) { startOneOnOne(input: $input) { id } }`,
    { input: { partnerId, rhythm: 'weekly', anchor: '2026-01-05', time: '09:30' } },
  );
  const at = { oneOnOneId: startOneOnOne.id, number: 0 };
  const { topic, action } = await browser.ask<{
    topic: { topics: { id: string }[] };
    action: { actions: { id: string }[] };
  }>(
    `mutation ($id: ID!, $topic: OneOnOneTopicInput!, $action: OneOnOneActionInput!, $text: String!) {
       topic: saveOneOnOneTopic(input: $topic) { topics { id } }
       action: saveOneOnOneAction(input: $action) { actions { id } }
       renewCalendarFeed
       savePrivateNote(oneOnOneId: $id, number: 0, text: $text) { number }
       saveSharedNote(oneOnOneId: $id, number: 0, text: $text, version: 0) { number }
     }`,
    {
      id: at.oneOnOneId,
      topic: { ...at, text: `${mark} topic` },
      action: { ...at, text: `${mark} action` },
      text: `${mark} note`,
    },
  );
  for (const [i, each] of [browser, rep].entries())
    await each.ask(
      `mutation ($id: ID!) { saveOneOnOneMoodWish(oneOnOneId: $id, mood: true) { id } ${i ? 'saveOneOnOneMood(oneOnOneId: $id, number: 0, mood: 4) { number }' : ''} }`,
      { id: at.oneOnOneId },
    );
  await laurel.sql(
    `insert into membership (organization_id, team_id, member_id, position, from_day, to_day)
     select organization_id, team_id, $2, 'manager', '2026-01-05', '2026-01-06' from membership
     where member_id = $1 and to_day is null`,
    [people.rep, people.finance],
  );
  await rep.ask(
    `mutation ($id: ID!, $reader: ID!) { shareOneOnOne(oneOnOneId: $id, readerId: $reader) { id } }`,
    { id: at.oneOnOneId, reader: people.manager },
  );
  return {
    oneOnOne: at.oneOnOneId,
    oneOnOneTopic: topic.topics[0]!.id,
    oneOnOneAction: action.actions[0]!.id,
  };
}
