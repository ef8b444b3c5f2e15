const title = (en: string, de: string) => ({ en, de });

const quotaTiers = {
  kind: 'tiers',
  name: 'commission',
  title: title('Commission', 'Provision'),
  tiers: [
    { from: '0', rate: '0.04' },
    { from: '0.6', rate: '0.06' },
    { from: '1', rate: '0.09' },
  ],
};

/** Where a new plan may start: whole plans to be changed, each of one idea. */
const templates = {
  tiers: [
    quotaTiers,
    {
      kind: 'override',
      name: 'team-share',
      title: title('Share of the team’s results', 'Anteil am Ergebnis des Teams'),
      rate: '0.01',
      levels: 1,
    },
  ],
  flat: [
    { kind: 'flat', name: 'commission', title: title('Commission', 'Provision'), rate: '0.05' },
  ],
  rates: [
    {
      kind: 'rates',
      name: 'commission',
      title: title('Commission', 'Provision'),
      rates: [{ segment: 'new', rate: '0.08' }, { rate: '0.05' }],
    },
  ],
  bonus: [
    { ...quotaTiers, tiers: [{ from: '0', rate: '0.04' }] },
    {
      kind: 'bonus',
      name: 'quota-bonus',
      title: title('Bonus for the quota', 'Bonus für die Quote'),
      when: 'attainment >= 1',
      amount: '1000.00',
    },
  ],
  target: [
    {
      kind: 'curve',
      name: 'target-pay',
      title: title('Target pay', 'Zielvergütung'),
      target: '10000.00',
      curve: {
        shape: 'table',
        points: [
          { at: '0', pays: '0' },
          { at: '1', pays: '1' },
          { at: '1.5', pays: '2' },
        ],
      },
    },
  ],
} as const;

export type TemplateName = keyof typeof templates;
export const templateNames = Object.keys(templates) as TemplateName[];

/** The document of a template, in the organisation's currency. */
export const templateOf = (name: TemplateName, currency: string) => ({
  currency,
  period: 'quarter',
  rounding: 'half-even',
  components: templates[name],
});

/** A document as it is written in the editor. */
export const written = (document: unknown): string => JSON.stringify(document, null, 2);
