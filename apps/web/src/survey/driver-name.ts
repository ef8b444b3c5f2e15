type Translate = (key: string, options: { defaultValue: string }) => string;

/** What a driver is called; drivers of one's own keep the word they were given. */
export const driverName = (t: Translate, driver: string): string =>
  t(`driver.${driver}`, { defaultValue: driver });
