/** Longest address that mail servers carry (RFC 5321). */
const longest = 254;
const pattern =
  /^[^\s\p{C}@<>()[\],;:"\\]+@[^\s\p{C}@<>()[\],;:"\\.]+(\.[^\s\p{C}@<>()[\],;:"\\.]+)+$/u;
/** RFC 2606: no mail ever arrives below this domain. */
const nowhere = '.invalid';

/** One spelling per address: no spaces around it, Unicode composed, lower case. */
export const normaliseEmail = (text: string): string => text.trim().normalize('NFKC').toLowerCase();

/** Could mail be sent to this normalised address? */
export const isEmail = (email: string): boolean => email.length <= longest && pattern.test(email);

/** The address of somebody whose real one is not known yet: "mei-mei-johns@northwind.invalid". */
export const placeholderEmail = (name: string, organizationName: string): string =>
  `${slug(name).slice(0, 64)}@${slug(organizationName).slice(0, 64)}${nowhere}`;

/** Stands the address in for one that is not known yet? */
export const isPlaceholderEmail = (email: string): boolean => email.endsWith(nowhere);

/** Letters and digits of any script, joined by hyphens: "Zoë O'Neil" is "zoe-o-neil". */
export function slug(text: string): string {
  const words = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'unnamed';
}
