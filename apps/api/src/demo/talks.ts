/** What people of the demo talk about, one talk after the other; the owner of an action is the rep or the lead. */
export const talks = [
  {
    topics: ['Leads from the spring fair', 'Handover of the key accounts'],
    note: 'The fair brought fewer leads than hoped for, but larger ones. We call the ten best this week.',
    action: { text: 'Call the ten best leads', by: 'member', days: 7 },
  },
  {
    topics: ['Discounts near the end of the quarter'],
    note: 'No discount above 10 % without a reason the customer gives in writing. Longer terms first.',
    action: { text: 'Write down the reasons customers give', by: 'member', days: 14 },
  },
  {
    topics: ['Holiday in summer', 'Who stands in'],
    note: 'Three weeks from mid July. Open deals are listed before, with the next step for each.',
    action: { text: 'Ask the team who can stand in', by: 'lead', days: 10 },
  },
  {
    topics: ['The demo fails with large files'],
    note: 'Two customers saw it. A recording helps until it is mended.',
    action: { text: 'Tell the product team about the large files', by: 'lead', days: 3 },
  },
  {
    topics: ['Training for negotiation', 'What went well this month'],
    note: 'The deal with the hospital was won on service, not on price. That story is worth telling to others.',
    action: { text: 'Tell the story in the team meeting', by: 'member', days: 7 },
  },
  {
    topics: ['Forecast for the next quarter'],
    note: 'Two large deals carry half of it. We want four smaller ones beside them.',
    action: { text: 'Find four smaller deals to work on', by: 'member', days: 21 },
  },
  {
    topics: ['Too many internal meetings'],
    note: 'The Thursday round is cut to half an hour. If nobody misses anything, it stays that way.',
    action: { text: 'Shorten the Thursday round', by: 'lead', days: 7 },
  },
] as const;

export const skipReasons = ['On holiday', 'Fair in Milan', 'Ill', 'Quarter end, both too busy'];

/** Raised for the next meeting. */
export const comingTopics = [
  'What I need to reach the quarter',
  'Where I want to be in a year',
  'The new pricing, and how customers take it',
];
