import { standardBadges } from './badges.js';
import { badgeSchema, criteriaSchema } from './criteria.js';

describe('badges as data', () => {
  it.each(standardBadges)('$code follows the schema', (badge) => {
    expect(badgeSchema.parse(badge)).toEqual(badge);
  });

  it('have distinct codes', () => {
    expect(new Set(standardBadges.map(({ code }) => code)).size).toBe(standardBadges.length);
  });

  it.each([
    { kind: 'dealCount', atLeast: 0, in: 'quarter' },
    { kind: 'dealCount', atLeast: 1.5, in: 'quarter' },
    { kind: 'quotaReached', in: 'ever' },
    { kind: 'topOfBoard', measure: 'calls', in: 'quarter' },
    { kind: 'quotaReached', in: 'quarter', rate: 1 },
    { kind: 'unheardOf' },
  ])('refuses the criteria %j', (criteria) => {
    expect(criteriaSchema.safeParse(criteria).success).toBe(false);
  });
});
