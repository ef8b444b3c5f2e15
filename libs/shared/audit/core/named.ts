/** Arguments that point at something; never those that may hold a secret. */
const pointing = /^(id|period|owner)$|Ids?$/;
/** An id, or the name of a period such as 2026-Q1 or 2026-03-H1. */
const name = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}(-[A-Z0-9]{1,3}){0,2})$/i;

const most = 200;

/** Everything that arguments point at, wherever it stands in them. */
export function namedIn(args: object): string[] {
  const found = new Set<string>();
  const look = (key: string, value: unknown): void => {
    if (found.size >= most) return;
    if (Array.isArray(value)) for (const one of value) look(key, one);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, part] of Object.entries(value)) look(inner, part);
    else if (typeof value === 'string' && pointing.test(key) && name.test(value)) found.add(value);
  };
  look('', args);
  return [...found];
}
