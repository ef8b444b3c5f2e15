/**
 * A line as bytes: the place of its term, the ids of credit and deal (zeros for none), then base, amount and what had been
 * credited before, as whole numbers with the highest byte first. The view `earning_line` reads them too.
 */
export const lineSize = 60;
const at = { term: 0, ids: 4, deal: 20, base: 36, amount: 44, before: 52 };
export const idSize = 16;

/** Stands for none where a line does not tell what had been credited before. */
const none = -(2n ** 63n);

type Whole = number | bigint;

/** Writes lines one after the other; one object serves many payees. */
export class LineWriter {
  private bytes = new Uint8Array(64 * lineSize);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  /** `ids` holds the ids of credit and deal from a place on; a plain NaN stands for none. */
  add(
    term: number,
    ids: Uint8Array | null,
    from: number,
    base: Whole,
    amount: Whole,
    before: Whole | null,
  ): void {
    const start = this.length;
    this.length += lineSize;
    if (this.length > this.bytes.length) this.grow();
    this.view.setInt32(start + at.term, term);
    if (ids) for (let i = 0; i < 2 * idSize; i++) this.bytes[start + at.ids + i] = ids[from + i]!;
    else this.bytes.fill(0, start + at.ids, start + at.base);
    this.whole(start + at.base, base);
    this.whole(start + at.amount, amount);
    this.whole(start + at.before, before === null || Number.isNaN(before) ? none : before);
  }

  /** What was written since it was taken last. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  private whole(start: number, value: Whole): void {
    if (typeof value === 'bigint') return this.view.setBigInt64(start, value);
    const high = Math.floor(value / 2 ** 32);
    this.view.setInt32(start, high);
    this.view.setUint32(start + 4, value - high * 2 ** 32);
  }

  private grow(): void {
    const larger = new Uint8Array(2 * this.bytes.length);
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

export type LineFigures = {
  readonly term: number;
  readonly creditId: string | null;
  readonly dealId: string | null;
  readonly base: bigint;
  readonly amount: bigint;
  readonly creditedBefore: bigint | null;
};

export function readLines(bytes: Uint8Array): LineFigures[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / lineSize }, (_, line) => {
    const start = line * lineSize;
    const before = view.getBigInt64(start + at.before);
    return {
      term: view.getInt32(start + at.term),
      creditId: readId(bytes, start + at.ids),
      dealId: readId(bytes, start + at.deal),
      base: view.getBigInt64(start + at.base),
      amount: view.getBigInt64(start + at.amount),
      creditedBefore: before === none ? null : before,
    };
  });
}

/** The bytes of ids, one after the other; zeros for none. */
export function idBytes(...ids: readonly (string | null)[]): Uint8Array {
  const bytes = new Uint8Array(ids.length * idSize);
  for (const [i, id] of ids.entries()) if (id) writeId(bytes, i * idSize, id);
  return bytes;
}

function writeId(bytes: Uint8Array, start: number, id: string): void {
  let digits = 0;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (code === hyphen) continue;
    const digit = code <= nine ? code - zero : (code | 32) - a + 10;
    const at = start + (digits++ >> 1);
    bytes[at] = bytes[at]! * 16 + digit;
  }
}

const [hyphen, zero, nine, a] = [...'-09a'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

const noId = '0'.repeat(2 * idSize);

function readId(bytes: Uint8Array, start: number): string | null {
  let hex = '';
  for (let i = start; i < start + idSize; i++) hex += bytes[i]!.toString(16).padStart(2, '0');
  return hex === noId ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
