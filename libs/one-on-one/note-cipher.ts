import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ivLength = 12;
const tagLength = 16;

/** A new 256-bit key. */
export const newKey = (): Buffer => randomBytes(32);

/** The key that wraps the authors' keys of an organisation, from the server's own secret. */
export const wrappingKey = (secret: string, organizationId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, organizationId, 'laurel note keys', 32));

/**
 * Encrypts by AES-256-GCM: iv, tag, text. `place` says where it belongs; moved anywhere else it cannot
 * be opened.
 */
export function seal(key: Buffer, content: Buffer, place: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Throws when the key is another one, or anything was changed or moved. */
export function open(key: Buffer, sealed: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]);
}
