import { Rational } from '@laurel/shared/core';
import fc from 'fast-check';
import { compileExpression } from './expression.js';
import { sayProblem } from './problem.js';
import type { Values } from './vocabulary.js';

const vocabulary = {
  attainment: 'number',
  credited: 'number',
  quota: 'number',
  deal: {
    amount: 'number',
    product: 'text',
    closedOn: 'text',
    tags: 'texts',
    strategic: 'condition',
  },
} as const;

const values: Values = {
  attainment: Rational.parse('1.2'),
  credited: Rational.parse('1000000.01'),
  quota: Rational.zero,
  deal: {
    amount: Rational.parse('12.5'),
    product: 'Gold',
    closedOn: '2026-03-31',
    tags: ['new'],
    strategic: null,
  },
};

function formula(text: string, given: Values = values) {
  const compiled = compileExpression(text, vocabulary, 'number');
  if (!compiled.ok) throw new Error(compiled.problems.map(sayProblem).join('\n'));
  return compiled.evaluate(given);
}

function condition(text: string, given: Values = values) {
  const compiled = compileExpression(text, vocabulary, 'condition');
  if (!compiled.ok) throw new Error(compiled.problems.map(sayProblem).join('\n'));
  return compiled.evaluate(given);
}

const refusal = (text: string, expected: 'condition' | 'number' = 'condition') => {
  const compiled =
    expected === 'number'
      ? compileExpression(text, vocabulary, expected)
      : compileExpression(text, vocabulary, expected);
  return compiled.ok ? 'none' : compiled.problems.map(sayProblem).join(' ');
};

describe('a formula', () => {
  it.each([
    ['100/3', '100/3'],
    ['100.0/3', '100/3'],
    ['100/3*3', '100'],
    ['0.1 + 0.2', '0.3'],
    ['12345678901234567890.123456789 * 10', '123456789012345678901.23456789'],
    ['-0.1 - 2 * 3', '-6.1'],
    ['credited * 0.015', '15000.00015'],
    ['min(credited, 2000) + max(1, 2, 1/3)', '2002'],
    ['floor(-7/2) + ceil(7/2) + abs(-1)', '1'],
    ['attainment >= 1 ? 5 : 3', '5'],
    ['0777', '777'],
  ])('%s is exactly %s', (text, result) => {
    expect(formula(text)).toEqual({ value: Rational.parse(result), problem: null });
  });
});

describe('a condition', () => {
  it.each([
    ['attainment >= 1.20', true],
    ['attainment != 1.20', false],
    ['deal.product in ["Gold", "Silver"]', true],
    ['12.50 in [1, deal.amount]', true],
    ['"new" in deal.tags && deal.product.startsWith("G")', true],
    ['deal.closedOn >= "2026-03-01" && deal.closedOn < "2026-04-01"', true],
    ['has(deal.strategic)', false],
    ['has(deal.product)', true],
    ['!(quota > 0)', true],
  ])('%s: %s', (text, holds) => {
    expect(condition(text)).toEqual({ value: holds, problem: null });
  });
});

describe('what is undefined', () => {
  it('makes all undefined that needs it, and says where', () => {
    expect(formula('1 + credited / quota')).toMatchObject({
      value: null,
      problem: {
        code: 'UNDEFINED',
        line: 1,
        column: 5,
        found: 'a division by 0 in "credited / quota"',
      },
    });
    expect(condition('deal.strategic || attainment < 1')).toMatchObject({
      value: false,
      problem: { code: 'UNDEFINED', column: 1, found: 'no value for "deal.strategic"' },
    });
    for (const missing of [null, undefined])
      expect(condition('attainment >= 0', { ...values, attainment: missing })).toMatchObject({
        value: false,
        problem: { found: 'no value for "attainment"' },
      });
    expect(condition('!(attainment >= 1)', {})).toMatchObject({ value: false });
    expect(condition('deal.amount > 0', {})).toMatchObject({ value: false });
  });

  it('does not matter where the other side decides, or a default is given', () => {
    expect(condition('deal.strategic || attainment > 1')).toEqual({ value: true, problem: null });
    expect(condition('attainment < 1 && 1 / quota > 0')).toEqual({ value: false, problem: null });
    expect(formula('default(credited / quota, 0)')).toEqual({
      value: Rational.zero,
      problem: null,
    });
    expect(formula('default(attainment, 0)').value?.toText()).toBe('1.2');
    expect(condition('has(deal.strategic) && deal.strategic')).toEqual({
      value: false,
      problem: null,
    });
  });
});

describe('a wrong expression', () => {
  it.each([
    [
      'attainmnt > 1',
      'Line 1, column 1: found "attainmnt"; expected one of attainment, credited, deal, quota.',
    ],
    [
      'true &&\n deal.price > 1',
      'Line 2, column 7: found "deal.price"; expected one of deal.amount,',
    ],
    ['deal > 1', 'found "deal"; expected one of deal.amount'],
    [
      'attainment.x > 1',
      'column 12: found ".x" of "attainment"; expected a value that has attributes.',
    ],
    ['deal.product.x > 1', 'found ".x" of "deal.product"; expected a value that has attributes.'],
    ['deal.product > 1', 'found text > number; expected two numbers, or two texts.'],
    ['deal.amount == "5"', 'found number == text; expected two values of the same type.'],
    ['1 + "a" > 2', 'found number + text; expected numbers.'],
    ['deal.product in ["a", 1]', 'column 23: found number; expected a list of values of one type.'],
    ['attainment', 'found a number; expected a condition, such as attainment >= 1.'],
    ['attainment && true', 'found number; expected conditions.'],
    ['attainment ? true : false', 'found number; expected a condition before "?".'],
    [
      'true ? 1 : "a"',
      'found number and text; expected values of the same type on both sides of ":".',
    ],
    ['default(attainment, "x") > 1', 'found number and text; expected a default of the type'],
    [
      'has(attainment)',
      'column 5: found "attainment"; expected an attribute, such as has(deal.product).',
    ],
    ['min(1) > 0', 'found min with 1 arguments; expected 2 or 3.'],
    ['(1 > 2', 'column 7: found the end of the expression; expected a closing bracket ")".'],
    ['1 >', 'column 4: found the end of the expression; expected a name, a number'],
    ['', 'column 1: found the end of the expression; expected a name, a number'],
    ['1 2', 'column 3: found "2"; expected an operator such as'],
    ['1 = 2', 'column 3: found "="; expected an operator such as'],
    ['deal.product == "abc', 'column 17: found ""abc"; expected a closing quotation mark.'],
    ['while > 1', 'found "while"; expected a name that is not a word of the language.'],
  ])('%s', (text, said) => expect(refusal(text)).toContain(said));

  it('needs a number where a number is expected', () => {
    expect(refusal('attainment > 1', 'number')).toContain(
      'found a condition; expected a number, such as credited * 0.05.',
    );
  });

  it('names every wrong name at once', () => {
    expect(refusal('foo > 1 && bar > 2')).toMatch(/"foo".*column 12: found "bar"/);
  });
});

describe('a hostile expression', () => {
  it.each([
    ['deal.product.matches("(a+)+$")', 'the function "matches"'],
    ['cel.bind(x, credited * credited, x * x) > 1', 'the function "bind"'],
    ['[1, 2].map(x, [1, 2].map(y, x)) == []', 'the function "map"'],
    ['[1].exists(x, x > 0)', 'the function "exists"'],
    ['dyn(1) == 1', 'the function "dyn"'],
    ['double("1e999") > 1.0', 'the function "double"'],
    ['timestamp("2026-01-01T00:00:00Z") > 1', 'the function "timestamp"'],
    ['constructor > 1', '"constructor"'],
    ['toString() == "a"', 'the function "toString"'],
    ['deal.constructor == 1', '"deal.constructor"'],
    ['deal.__proto__ == 1', '"deal.__proto__"'],
    ['deal["amount"] > 1', '"deal["amount"]"'],
    ['{"a": 1} == {}', '"{"a": 1}"'],
    ['type == string', '"type"'],
    ['null == null', '"null"'],
    ['b"a" == b"a"', '"b"a""'],
    ['1e3 > 1', '"1e3"'],
    ['0x1F > 1', '"0x1F"'],
    ['1u > 0u', '"1u"'],
    ['5 % 2 > 1', '"%"'],
    ['1e999 > 1', '"1e999"'],
  ])('%s', (text, found) => expect(refusal(text)).toContain(`found ${found}`));

  it.each([
    ['a long number', `${'9'.repeat(31)} > 1`, '"9999'],
    ['a long text', `${'9'.repeat(3_000)} > 1`, '3004 characters'],
    ['brackets', `${'('.repeat(500)}1${')'.repeat(500)} > 1`, 'an expression of too many parts'],
    ['minus signs', `${'-'.repeat(1_900)}1 > 1`, 'an expression of too many parts'],
    ['exclamation marks', `${'!'.repeat(1_900)}true`, 'an expression of too many parts'],
    ['a long sum', `1${'+1'.repeat(900)} > 1`, 'an expression of too many parts'],
    ['a long list', `1 in [${'1,'.repeat(200)}]`, 'an expression of too many parts'],
    ['a long path', `deal${'.x'.repeat(300)} > 1`, 'an expression of too many parts'],
  ])('of %s', (_label, text, found) => expect(refusal(text)).toContain(`found ${found}`));

  it('says something about any text, and never throws', () => {
    const words = [...'()[]{}.,?:+-*/%<>=!&|"\'\n\\ 019', 'deal', 'amount', 'has', 'default', 'in'];
    const anyText = fc.oneof(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const compiled = compileExpression(text, vocabulary, 'condition');
        if (compiled.ok) expect(typeof compiled.evaluate(values).value).toBe('boolean');
        else
          expect(compiled.problems.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
      }),
    );
  });
});

type Tree = { readonly text: string; readonly value: Rational | null };

const combine = ([a, operator, b]: [Tree, '+' | '-' | '*' | '/', Tree]): Tree => ({
  text: `(${a.text} ${operator} ${b.text})`,
  value: a.value && b.value && calculate(a.value, operator, b.value),
});

function calculate(a: Rational, operator: '+' | '-' | '*' | '/', b: Rational): Rational | null {
  if (operator === '+') return a.add(b);
  if (operator === '-') return a.subtract(b);
  if (operator === '*') return a.multiply(b);
  return b.isZero ? null : a.divide(b);
}

const { tree } = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
  leaf: fc
    .tuple(fc.nat(9_999), fc.nat(3))
    .map(([units, scale]) => `${units}.${'0'.repeat(scale)}5`)
    .map((text) => ({ text, value: Rational.parse(text) })),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(combine),
  ),
}));

it('calculates any sum, product and quotient exactly', () => {
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      expect(formula(text).value).toEqual(value);
    }),
  );
});
