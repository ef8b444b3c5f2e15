const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser calls itself, in words people know: "Firefox, Windows". No name when it is not a browser. */
export function deviceOf(agent: string): { name?: string; mobile: boolean } {
  const find = (known: readonly [RegExp, string][]) =>
    known.find(([pattern]) => pattern.test(agent))?.[1];
  const words = [find(browsers), find(systems)].filter(Boolean);
  return {
    ...(words.length && { name: words.join(', ') }),
    mobile: /Mobi|iPhone|Android/.test(agent),
  };
}
