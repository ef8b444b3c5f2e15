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

/**
 * Writes lines one after the other; one object serves many payees. Room is made for so many lines at once: to make each
 * payee's own would take longer than to write them.
 */
export class LineWriter {
  private bytes: Uint8Array;
  private view: DataView;
  /** Where the lines begin that were not taken yet, and where they end. */
  private from = 0;
  private to = 0;

  constructor(lines = 4_000) {
    this.bytes = new Uint8Array(lines * lineSize);
    this.view = new DataView(this.bytes.buffer);
  }

  /** `ids` holds the ids of credit and deal from a place on; a plain NaN stands for none. */
  add(
    term: number,
    ids: Uint8Array | null,
    from: number,
    base: Whole,
    amount: Whole,
    before: Whole | null,
  ): void {
    if (this.to + lineSize > this.bytes.length) this.moveOn();
    const start = this.to;
    this.to += lineSize;
    this.view.setInt32(start + at.term, term);
    if (ids) for (let i = 0; i < 2 * idSize; i++) this.bytes[start + at.ids + i] = ids[from + i]!;
    else this.bytes.fill(0, start + at.ids, start + at.base);
    this.whole(start + at.base, base);
    this.whole(start + at.amount, amount);
    this.whole(start + at.before, before === null || Number.isNaN(before) ? none : before);
  }

  /** What was written since it was taken last; it stays as it is. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(this.from, this.to);
    this.from = this.to;
    return taken;
  }

  private whole(start: number, value: Whole): void {
    if (typeof value === 'bigint') return this.view.setBigInt64(start, value);
    const high = Math.floor(value / 2 ** 32);
    this.view.setInt32(start, high);
    this.view.setUint32(start + 4, value - high * 2 ** 32);
  }

  /** What others have taken is theirs: only the lines that were not go on in new room. */
  private moveOn(): void {
    const begun = this.bytes.subarray(this.from, this.to);
    this.bytes = new Uint8Array(Math.max(this.bytes.length, 2 * begun.length, lineSize));
    this.bytes.set(begun);
    this.view = new DataView(this.bytes.buffer);
    [this.from, this.to] = [0, begun.length];
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
