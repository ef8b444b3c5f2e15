import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { environment, serverSecret } from '@laurel/shared';
import type { Sheet } from './core/index.js';

let secret: string | undefined;
/** The key of the installation; whoever holds the database, its password and its backups does not hold it. */
const surveyKey = () => (secret ??= serverSecret(environment.surveyKey, environment.surveyKeyFile));
const sealKey = () => createHash('sha256').update(`seal ${surveyKey()}`).digest();
/** Sealed sheets are of a few sizes only, so that none is known by its length. */
const smallest = 4_096;

/** Makes a sheet unreadable without the key of the installation, which no database holds. */
export function seal(waveId: string, sheet: Sheet): Buffer {
  const text = Buffer.from(JSON.stringify(sheet));
  const size = Math.max(smallest, 2 ** Math.ceil(Math.log2(text.length + 4)));
  const padded = Buffer.alloc(size);
  padded.writeUInt32BE(text.length);
  text.copy(padded, 4);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealKey(), nonce).setAAD(Buffer.from(waveId));
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when it was sealed for another wave, with another key, or was changed. */
export function unseal(waveId: string, sealed: Buffer): Sheet {
  const cipher = createDecipheriv('aes-256-gcm', sealKey(), sealed.subarray(0, 12))
    .setAAD(Buffer.from(waveId))
    .setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
  return JSON.parse(padded.subarray(4, 4 + padded.readUInt32BE()).toString()) as Sheet;
}

/** The secret of somebody's link to a wave: always the same, and only its hash is kept. */
export const ticketToken = (waveId: string, memberId: string): string =>
  createHmac('sha256', surveyKey()).update(`ticket ${waveId} ${memberId}`).digest('hex');

/** What the two sides keep of the secret of a draft: neither follows from the other. */
export const receiptOf = (secret: string): Buffer => hashed('receipt', secret);
export const sheetKeyOf = (secret: string): Buffer => hashed('sheet', secret);

const hashed = (purpose: string, secret: string) =>
  createHash('sha256').update(`${purpose} ${secret}`).digest();
