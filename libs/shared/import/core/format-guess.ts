/** What a column's values say about how they are written. */
export type FormatGuess<Format extends string> = {
  /** The format to use, unless the guess is ambiguous. */
  readonly format: Format | null;
  /** All formats that fit equally well. */
  readonly formats: readonly Format[];
  /** Several fit and read the values differently: only a person can tell. */
  readonly ambiguous: boolean;
};

const leastShare = 0.8;

/** Keeps the formats that can read the most values; `read` gives a comparable reading, or undefined when it cannot. */
export function bestFormats<Format extends string>(
  candidates: readonly Format[],
  values: readonly string[],
  read: (value: string, format: Format) => string | undefined,
): FormatGuess<Format> {
  const filled = values.filter((value) => value.trim() !== '');
  const tried = candidates.map((format) => {
    const readings = filled.map((value) => read(value, format));
    return { format, readings, fits: readings.filter((reading) => reading !== undefined).length };
  });
  const most = Math.max(...tried.map(({ fits }) => fits));
  if (most === 0 || most < filled.length * leastShare)
    return { format: null, formats: [], ambiguous: false };
  const best = tried.filter(({ fits }) => fits === most);
  const ambiguous = best.some(({ readings }) =>
    readings.some((reading, at) => reading !== best[0]?.readings[at]),
  );
  return { format: best[0]?.format ?? null, formats: best.map(({ format }) => format), ambiguous };
}
