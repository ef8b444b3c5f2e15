import { Fraction, zero } from './fraction.js';

/** What an expression can come to; null is undefined. */
export type Value = Fraction | string | boolean | Value[] | null;

/** Names such as "deal.amount" with their values. */
export type Names = Readonly<Record<string, Value | undefined>>;

/** Evaluates the small part of CEL that the random plans are written in. */
export function evaluate(text: string, names: Names): Value {
  const tokens = text.match(/"[^"]*"|[\d.]+|[A-Za-z_][\w.]*|[<>=!]=|&&|\|\||[-+*/<>!?:(),[\]]/g)!;
  return new Reader(tokens, names).choice();
}

/** The names that an expression reads. */
export const namesIn = (text: string): string[] =>
  text.replaceAll(/"[^"]*"/g, '').match(/[A-Za-z_][\w.]*/g) ?? [];

/** Reads from left to right and computes on the way; each method takes what binds more tightly than the one before. */
class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly names: Names,
  ) {}

  choice(): Value {
    const condition = this.either();
    if (!this.takes('?')) return condition;
    const yes = this.choice();
    this.expect(':');
    const no = this.choice();
    return condition === null ? null : condition ? yes : no;
  }

  private either(): Value {
    let left = this.both();
    while (this.takes('||')) left = or(left, this.both());
    return left;
  }

  private both(): Value {
    let left = this.comparison();
    while (this.takes('&&')) left = not(or(not(left), not(this.comparison())));
    return left;
  }

  private comparison(): Value {
    const left = this.terms();
    const operator = ['<=', '>=', '==', '!=', '<', '>', 'in'].find((each) => this.takes(each));
    if (!operator) return left;
    const right = this.terms();
    if (left === null || right === null) return null;
    if (operator === 'in') return (right as Value[]).some((each) => order(left, each) === 0);
    return holds(operator, order(left, right));
  }

  private terms(): Value {
    let left = this.factors();
    for (;;) {
      if (this.takes('+')) left = apply(left, this.factors(), (a, b) => a.plus(b));
      else if (this.takes('-')) left = apply(left, this.factors(), (a, b) => a.minus(b));
      else return left;
    }
  }

  private factors(): Value {
    let left = this.single();
    for (;;) {
      if (this.takes('*')) left = apply(left, this.single(), (a, b) => a.times(b));
      else if (this.takes('/'))
        left = apply(left, this.single(), (a, b) => (b.sign === 0 ? null : a.over(b)));
      else return left;
    }
  }

  private single(): Value {
    if (this.takes('!')) return not(this.single());
    if (this.takes('-')) return apply(zero, this.single(), (a, b) => a.minus(b));
    if (this.takes('(')) return this.closed(this.choice(), ')');
    if (this.takes('[')) return this.list(']');
    const token = this.tokens[this.at++]!;
    if (token.startsWith('"')) return token.slice(1, -1);
    if (/^\d/.test(token)) return Fraction.read(token);
    return this.takes('(') ? call(token, this.list(')')) : (this.names[token] ?? null);
  }

  private list(end: string): Value[] {
    const values: Value[] = [];
    while (!this.takes(end)) {
      values.push(this.choice());
      this.takes(',');
    }
    return values;
  }

  private closed(value: Value, end: string): Value {
    this.expect(end);
    return value;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw new Error(`expected ${token} in ${this.tokens.join(' ')}`);
  }
}

const not = (value: Value): Value => (value === null ? null : !value);

/** True if one side is, whatever the other; else undefined if one side is. */
const or = (a: Value, b: Value): Value =>
  a === true || b === true ? true : a === null || b === null ? null : false;

const apply = (a: Value, b: Value, f: (a: Fraction, b: Fraction) => Value): Value =>
  a instanceof Fraction && b instanceof Fraction ? f(a, b) : null;

function order(a: Value, b: Value): number {
  if (a instanceof Fraction && b instanceof Fraction) return a.compare(b);
  return a === b ? 0 : String(a) < String(b) ? -1 : 1;
}

const holds = (operator: string, order: number): boolean =>
  operator === '!='
    ? order !== 0
    : (order < 0 && operator.startsWith('<')) ||
      (order > 0 && operator.startsWith('>')) ||
      (order === 0 && operator.endsWith('='));

function call(name: string, args: Value[]): Value {
  if (name === 'has') return args[0] !== null;
  if (name === 'default') return args[0] ?? args[1]!;
  if (args.some((each) => each === null)) return null;
  const numbers = args as Fraction[];
  return numbers.reduce((a, b) => (name === 'min' ? a.least(b) : a.most(b)));
}
