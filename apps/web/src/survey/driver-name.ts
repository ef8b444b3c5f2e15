import type { TFunction } from 'i18next';

/** What a driver is called; drivers of one's own keep the word they were given. */
export const driverName = (t: TFunction<any>, driver: string): string =>
  t(`survey:driver.${driver}`, { defaultValue: driver });
