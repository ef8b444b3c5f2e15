const spellings: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^(\d{4})$/, (year) => year!],
  [/^(\d{4})[-/ ]?Q([1-4])$/i, (year, quarter) => `${year}-Q${quarter}`],
  [/^Q([1-4])[-/ ]?(\d{4})$/i, (quarter, year) => `${year}-Q${quarter}`],
  [/^(\d{4})[-/](0?[1-9]|1[0-2])$/, (year, month) => `${year}-${month!.padStart(2, '0')}`],
  [/^(0?[1-9]|1[0-2])[./-](\d{4})$/, (month, year) => `${year}-${month!.padStart(2, '0')}`],
  [
    /^(\d{4})[-/](0?[1-9]|1[0-2])[-/ ]?H([12])$/i,
    (year, month, half) => `${year}-${month!.padStart(2, '0')}-H${half}`,
  ],
  [/^(\d{4})[-/ ]?P(0?[1-9]|1[0-2])$/i, (year, month) => `${year}-P${month!.padStart(2, '0')}`],
  [/^(\d{4})[-/ ]?(PQ[1-4]|PY)$/i, (year, rest) => `${year}-${rest!.toUpperCase()}`],
];

/** The name of a period as people write it: "Q1 2026", "2026/3" and "03.2026" too. Undefined for other text. */
export function readPeriod(text: string): string | undefined {
  for (const [pattern, name] of spellings) {
    const [, ...parts] = pattern.exec(text.trim()) ?? [];
    if (parts.length) return name(...parts);
  }
  return undefined;
}
