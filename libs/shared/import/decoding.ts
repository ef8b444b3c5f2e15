import chardet from 'chardet';
import iconv from 'iconv-lite';

const byteOrderMarks: readonly (readonly [encoding: string, mark: Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/** Encodings of several bytes a letter that chardet recognises reliably; single-byte ones it confuses. */
const multiByte = new Set(['Shift_JIS', 'Big5', 'EUC-JP', 'EUC-KR', 'GB18030']);

/** Finds a file's encoding while its bytes pass by: by mark, by zero bytes, by being valid UTF-8, else Windows. */
export class EncodingGuess {
  private first: Buffer | undefined;
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;

  add(chunk: Buffer): void {
    this.first ??= chunk;
    this.isUtf8 &&= this.decodes(chunk, true);
  }

  /** The encoding, once all bytes have been added. */
  result(): string {
    const first = this.first ?? Buffer.alloc(0);
    return (
      markOf(first) ??
      zeroBytes(first) ??
      (this.isUtf8 && this.decodes(undefined, false) ? 'utf-8' : legacy(first))
    );
  }

  private decodes(chunk: Buffer | undefined, stream: boolean): boolean {
    try {
      this.utf8.decode(chunk, { stream });
      return true;
    } catch {
      return false;
    }
  }
}

/** Text of a file piece by piece, without its byte order mark. */
export async function* decode(
  bytes: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of bytes) yield decoder.write(chunk);
  const rest = decoder.end();
  if (rest) yield rest;
}

const markOf = (first: Buffer): string | undefined =>
  byteOrderMarks.find(([, mark]) => first.subarray(0, mark.length).equals(mark))?.[0];

const leastZeroShare = 0.4;

/** UTF-16 without a mark: in European text nearly every second byte is zero. */
function zeroBytes(first: Buffer): string | undefined {
  const pairs = Math.min(first.length >> 1, 2_000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < 2 * pairs; at += 2) {
    if (first[at] === 0) even++;
    if (first[at + 1] === 0) odd++;
  }
  if (odd > pairs * leastZeroShare && even < odd / 4) return 'utf-16le';
  return even > pairs * leastZeroShare && odd < even / 4 ? 'utf-16be' : undefined;
}

function legacy(first: Buffer): string {
  const detected = chardet.detect(first.subarray(0, 65_536));
  return detected && multiByte.has(detected) ? detected : 'windows-1252';
}
