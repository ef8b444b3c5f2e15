import { adjustedQuota, attainment, rampShare } from '@laurel/goal/core';

it('grows a quota over five months, the first without one to attain', () => {
  const ramp = ['0', '0.25', '0.5', '0.75', '1'];
  const quotas = ramp.map((_, month) =>
    adjustedQuota(50_000_00n, { share: rampShare(ramp, month) }, 'half-even'),
  );
  expect(quotas).toEqual([0n, 12_500_00n, 25_000_00n, 37_500_00n, 50_000_00n]);
  expect(attainment({ actual: 1_000_00n, target: quotas[0] })).toBeUndefined();
});
