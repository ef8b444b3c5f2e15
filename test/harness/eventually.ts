const pollMs = 100;

/** Reads until the value is as wanted, and answers it; else the failure tells what it was last. */
export async function eventually<T>(
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
  withinMs = 20_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  let value = await read();
  while (!wanted(value)) {
    if (Date.now() > until) throw new Error(`Still ${JSON.stringify(value)} after ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    value = await read();
  }
  return value;
}
