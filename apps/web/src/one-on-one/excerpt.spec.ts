import { excerpt } from './excerpt.js';

describe('an excerpt', () => {
  it('shows a word as it stands, with what is around it', () => {
    expect(excerpt('Order the Flyers today', 'flyers')).toEqual({
      before: 'Order the ',
      match: 'Flyers',
      after: ' today',
    });
  });

  it('leaves out what is far away', () => {
    const { before, match, after } = excerpt(`${'a'.repeat(200)}word${'b'.repeat(200)}`, 'WORD');
    expect([before.length, match, after.length]).toEqual([81, 'word', 81]);
  });

  it('begins at the start where the word is not found letter by letter', () => {
    expect(excerpt('Straße', 'STRASSE')).toEqual({ before: 'Straße', match: '', after: '' });
  });
});
