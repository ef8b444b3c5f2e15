/** The calendar day it is now in a time zone such as "Europe/Berlin". */
export const todayIn = (timeZone: string): string =>
  // Swedish writes days the way Laurel keeps them.
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
