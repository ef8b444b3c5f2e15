import { createHash, randomBytes } from 'node:crypto';

/** A 256-bit secret to hand out once, as hexadecimal text. */
export const newSecret = (): string => randomBytes(32).toString('hex');

/** What is kept of a secret (SHA-256): enough to recognise it, useless to a thief. */
export const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
