import { draftOf, isInConflict, isUnsaved, joined, renewed, saved } from './note-draft.js';

const read = { text: 'Read', version: 3 };
const theirs = { text: 'Read and theirs', version: 4 };
const typing = { ...draftOf(read), text: 'Read and mine' };

describe('a note that two people write', () => {
  it('takes over what the other one saved while nothing is typed', () => {
    expect(renewed(draftOf(read), theirs)).toEqual(draftOf(theirs));
  });

  it('keeps what is typed, and says that there are two texts', () => {
    expect(renewed(typing, theirs)).toBe(typing);
    expect(isInConflict(typing, theirs)).toBe(true);
    expect(isInConflict(typing, read)).toBe(false);
  });

  it('is not set back by an answer that is older than what was saved', () => {
    const mine = saved(typing, { text: typing.text, version: 4 });
    expect(isUnsaved(mine)).toBe(false);
    expect(renewed(mine, read)).toBe(mine);
  });

  it('keeps what was typed while it was being saved', () => {
    const later = { ...typing, text: 'Read and mine, and more' };
    const draft = saved(later, { text: typing.text, version: 4 });
    expect([isUnsaved(draft), draft.text]).toEqual([true, 'Read and mine, and more']);
  });

  it('joins both texts over the newest version', () => {
    expect(joined(typing, theirs)).toEqual({
      base: theirs,
      text: 'Read and theirs\n\nRead and mine',
    });
  });

  it('is not in conflict when both wrote the same', () => {
    const same = { text: typing.text, version: 4 };
    expect(isInConflict(typing, same)).toBe(false);
    expect(renewed(typing, same)).toEqual(draftOf(same));
  });
});
