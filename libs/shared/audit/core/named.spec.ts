import { namedIn } from './named.js';

const id = '0a000000-0000-4000-8000-00000000000a';

describe('what arguments name', () => {
  it('finds ids and periods at any depth, each once', () => {
    const inputs = [
      { memberId: id, period: '2026-Q1' },
      { memberId: id, period: '2026-03' },
    ];
    expect(namedIn({ inputs, planId: id, memberIds: [id] })).toEqual([id, '2026-Q1', '2026-03']);
  });

  it('takes nothing that may be a secret, even if it looks like an id', () => {
    expect(namedIn({ password: id, token: id, next: '2026', input: { secret: id } })).toEqual([]);
  });

  it('takes nothing but ids and periods under a pointing name', () => {
    expect(namedIn({ id: 'x'.repeat(36), owner: 'ann@example.com', period: 'soon' })).toEqual([]);
  });

  it('ends after 200', () => {
    const ids = Array.from({ length: 500 }, (_, i) => id.slice(0, -4) + String(1000 + i));
    expect(namedIn({ ids, memberIds: ids })).toHaveLength(200);
  });
});
