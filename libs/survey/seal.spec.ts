import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { receiptOf, sheetKeyOf } from './seal.js';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

describe('what the two sides keep of one draft', () => {
  it('anon-15: is not made of the ticket and a salt, which would lead back', () => {
    const [ticket, salt, device] = [randomUUID(), 'salt', randomBytes(32).toString('hex')];
    const relinked = (stored: string) =>
      [sha(`${ticket}${salt}`), createHmac('sha256', salt).update(ticket).digest('hex')].includes(
        stored,
      );
    expect(relinked(sha(`${ticket}${salt}`))).toBe(true);
    expect(relinked(sheetKeyOf(device).toString('hex'))).toBe(false);
    // The device draws it anew for each draft: the same ticket may leave any sheet.
    expect(sheetKeyOf(device)).not.toEqual(sheetKeyOf(randomBytes(32).toString('hex')));
  });

  it('is the same for each try and different on either side', () => {
    expect(sheetKeyOf('a')).toEqual(sheetKeyOf('a'));
    const [receipt, key] = [receiptOf('a').toString('hex'), sheetKeyOf('a').toString('hex')];
    expect([key, sha(key), sha(`sheet ${receipt}`)]).not.toContain(receipt);
    expect(sha(`sheet ${receipt}`)).not.toBe(key);
  });
});
