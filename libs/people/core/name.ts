const longest = 200;

/** A name with single spaces and none around it. */
export const trimmedName = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Can a trimmed name be shown: neither empty nor overlong, no control characters? */
export const isName = (name: string): boolean =>
  name.length > 0 && name.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(name);

/** The same for all spellings of a name with capitals or without. */
export const nameKey = (name: string): string => name.toLowerCase();
