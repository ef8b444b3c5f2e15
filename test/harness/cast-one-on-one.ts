import type { Browser } from './client.js';

/** A series with somebody, something of every kind in its first meeting, and a calendar that follows it. */
export async function addOneOnOne(browser: Browser, partnerId: string, mark: string) {
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
  return {
    oneOnOne: at.oneOnOneId,
    oneOnOneTopic: topic.topics[0]!.id,
    oneOnOneAction: action.actions[0]!.id,
  };
}
