const around = 80;

/** Where a word stands in a text, whatever its case, with a little of what is around it. */
export function excerpt(text: string, word: string) {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return { before: text.slice(0, 2 * around), match: '', after: '' };
  const [from, to] = [Math.max(0, at - around), at + word.length];
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    match: text.slice(at, to),
    after: text.slice(to, to + around) + (text.length > to + around ? '…' : ''),
  };
}
