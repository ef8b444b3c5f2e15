import { checkRule, membersNamed, parseRule } from './rule.js';

const ann = '11111111-1111-4111-8111-111111111111';
const ben = '22222222-2222-4222-8222-222222222222';
const problems = (document: unknown) =>
  checkRule(document).map(({ path, message }) => `${path}: ${message}`);

describe('the document of a rule', () => {
  it.each([
    { kind: 'owner' },
    {
      kind: 'owner',
      when: { regions: ['Nord'], amountAtLeast: { amount: '10.00', currency: 'EUR' } },
    },
    {
      kind: 'split',
      shares: [
        { payee: 'owner', share: '0.6' },
        { payee: ann, share: '0.4' },
      ],
    },
    { kind: 'overlay', payee: ann, share: '0.1', when: { products: ['GTX'] } },
    { kind: 'territory', payee: ann, when: { accounts: ['Acme'] } },
    { kind: 'territory', payee: ann, onTop: '1', when: { regions: ['Nord'] } },
    { kind: 'rollUp', levels: 0 },
  ])('may say %j', (document) => {
    expect(problems(document)).toEqual([]);
    expect(parseRule(document)).toMatchObject(document);
  });

  it.each([
    [{ kind: 'gift' }, 'kind: Expected a kind: owner, split, territory, overlay or rollUp.'],
    [{ kind: 'overlay', payee: 'Ann', share: '0.1' }, 'payee: Expected the id of a member.'],
    [
      { kind: 'overlay', payee: ann, share: '1.5' },
      'share: Expected a share above 0 and up to 1, such as "0.1".',
    ],
    [
      {
        kind: 'split',
        shares: [
          { payee: ann, share: '0.5' },
          { payee: ben, share: '0.4' },
        ],
      },
      'shares: The shares total 90 %, not 100 %.',
    ],
    [{ kind: 'territory', payee: ann }, 'when: A territory is named by its regions or accounts.'],
    [
      { kind: 'owner', when: { regions: [] } },
      'when.regions: Name at least one of the regions, or leave the condition out.',
    ],
    [
      { kind: 'owner', when: { colour: ['red'] } },
      'when: Unknown: colour. Check the spelling or leave it out.',
    ],
    [{ kind: 'rollUp', levels: 21 }, 'levels: Expected a whole number of levels from 0 to 20.'],
  ])('may not say %j', (document, problem) => {
    expect(problems(document)).toEqual([problem]);
  });

  it('tells which members it names', () => {
    const shares = [
      { payee: 'owner', share: '0.5' },
      { payee: ann, share: '0.5' },
    ];
    const document = parseRule({ kind: 'split', shares, when: { owners: [ben, ann] } });
    expect(membersNamed(document)).toEqual([ann, ben]);
  });
});
