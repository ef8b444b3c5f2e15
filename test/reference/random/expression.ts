/** Conditions on a credit. */
export const oneDeal = [
  'deal.product == "Gold"',
  'deal.product in ["Gold", "Silver"]',
  'deal.amount >= 250',
  'deal.margin > 50 || deal.amount > 400',
  'deal.marginShare >= 0.3',
  'deal.quantity > 1 && deal.discount < 0.1',
  'deal.day >= "2026-05-01"',
  'deal.kind == "overlay" || deal.kind == "direct"',
  'has(deal.segment) && deal.segment == "new"',
  '!(deal.region == "north")',
  'deal.amount / deal.quantity > parameter.mark / 4',
  'score.quality >= 0.9 ? deal.amount > 0 : deal.amount < 900',
];

/** Conditions on texts that a deal may lack. */
export const textually = [
  'deal.series == "Metal"',
  'deal.variant != "Gold S"',
  'deal.priceList == "list"',
];

/** Conditions on the period. */
export const onePeriod = [
  'attainment >= 0.5',
  'default(attainment, 0) < 1.5',
  'credited > parameter.mark',
  'count >= 3',
  'margin > 60 && count < 8',
  'score.quality >= 0.9',
  'score.quality > 0.5 || attainment > 1',
  'place < 2',
  'tenure >= 1',
  'quota > 0 && credited / quota < 1.5',
  'target >= 500',
  'credited - 100 >= -50',
];

/** Pay of a credit. */
export const perDeal = [
  'deal.amount * 0.05',
  'deal.amount * min(default(attainment, 1), 1.5) * parameter.factor',
  'deal.margin / 3',
  'attainment >= 1 ? deal.amount * 0.1 : deal.amount * 0.03',
  'max(deal.amount, 100) * 0.01 + deal.quantity',
];

/** Pay of the period. */
export const perPeriod = [
  'min(credited / quota, 1.5) * 200',
  'credited * parameter.factor + count * 5',
  'max(score.quality, 0.5) * 100 - tenure',
  'target * default(attainment, 0) / 7',
];
