import type { Driver } from '@laurel/survey/core';

/** What people of the demo would change first, each said by one of them. */
export const comments = [
  'Fewer meetings on Monday mornings, please.',
  'Leads from the fair come too late to be worth a call.',
  'The new price list helps, but nobody told the partners.',
  'I would like to see how my bonus comes about before the month ends.',
  'Onboarding of new colleagues needs somebody who has time for it.',
  'More say in how territories are cut.',
  'The demo system is slow when customers are watching.',
  'Good mood in our team, keep it that way.',
  'Quotas should be known before the quarter begins.',
  'A quiet room for calls would help a lot.',
  'Let us visit customers together more often.',
  'Praise is rare, and it costs nothing.',
  'A second screen for everybody who writes offers.',
  'Stop asking for the same report twice.',
  'Samples should be in the office before the customer is.',
  'One calendar for trade fairs that is right.',
  'I would rather have four good leads than forty names.',
  'Tell us why a deal was lost, also when it is nobody’s fault.',
  'Travel in the evening should count as work.',
  'Please keep Fridays free of deadlines.',
  'More time with the product team.',
  'Our offers look like those of ten years ago.',
];

/** What was heard and what is done about it, wave by wave. */
export type Told = { readonly heard: string; readonly action: string };
export const toldOfPulse: readonly Told[] = [
  {
    heard: 'Good work is seen too seldom, and that is the cheapest thing to change.',
    action: 'A minute of thanks in each weekly meeting',
  },
  {
    heard: 'You know what is expected of you. There is more of it than fits in a week.',
    action: 'No more than four campaigns at a time',
  },
  {
    heard: 'You can rely on each other. What slows you down is tools and waiting.',
    action: 'A second demo system, for customers only',
  },
  {
    heard: 'Too little quiet for calls, and leads of a fair arrive late.',
    action: 'Two quiet rooms on the second floor',
  },
  {
    heard: 'Thanks are heard more often than a month ago. Support is uneven between teams.',
    action: 'Team leads compare notes every second Friday',
  },
];
export const toldOfEnps: readonly Told[] = [
  {
    heard: 'Most of you would recommend us; those who would not miss a say in their territory.',
    action: 'Teams see the draft of their territories before it is final',
  },
];

/** How far a team is above or below the others, of the whole scale. */
export const teamMoods: Readonly<Record<string, number>> = {
  Hamburg: 0.07,
  Berlin: -0.03,
  Amsterdam: 0.1,
  Vienna: -0.05,
  Milan: 0.05,
};

/** The same for what is asked of. */
export const driverMoods: Readonly<Partial<Record<Driver, number>>> = {
  loyalty: 0.06,
  recognition: -0.12,
  workload: -0.16,
  tools: -0.08,
  team: 0.16,
  leadership: 0.06,
};
