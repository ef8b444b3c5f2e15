import { byCodePoint } from './order.js';

describe('byCodePoint', () => {
  it('orders capitals first, shorter first, and characters beyond 16 bits last', () => {
    const texts = ['b', '😀', 'a', 'B', '\uffee', 'ab', ''];
    expect(texts.sort(byCodePoint)).toEqual(['', 'B', 'a', 'ab', 'b', '\uffee', '😀']);
    expect(byCodePoint('x', 'x')).toBe(0);
  });
});
