import type { EvaluationError, ParseError, TypeError } from '@marcbachmann/cel-js';

/** Why an expression cannot be kept, or has no value; lines and columns count from 1. */
export type ExpressionProblem = {
  readonly code:
    | 'SYNTAX'
    | 'NAME_UNKNOWN'
    | 'FUNCTION_UNKNOWN'
    | 'TYPE_WRONG'
    | 'TOO_LARGE'
    | 'NOT_OFFERED'
    | 'UNDEFINED';
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
};

/** "Line 1, column 8: found "attainmnt"; expected one of attainment, deal." */
export const sayProblem = ({ line, column, found, expected }: ExpressionProblem): string =>
  `Line ${line}, column ${column}: found ${found}; expected ${expected}.`;

/** A problem at a place in the text. */
export function problemAt(
  text: string,
  offset: number,
  problem: Omit<ExpressionProblem, 'line' | 'column'>,
): ExpressionProblem {
  const lines = text.slice(0, offset).split('\n');
  return { ...problem, line: lines.length, column: lines.at(-1)!.length + 1 };
}

/** What the library says about an expression it cannot read. */
export function syntaxProblem(text: string, error: ParseError): ExpressionProblem {
  const { start, end } = error.range ?? { start: 0, end: 0 };
  if (error.code === 'limit_exceeded')
    return problemAt(text, start, {
      code: 'TOO_LARGE',
      found: 'an expression of too many parts',
      expected: 'a shorter or less nested one',
    });
  const found = start >= text.length ? 'the end of the expression' : quoted(text, start, end);
  return problemAt(text, start, { code: 'SYNTAX', found, expected: syntaxExpected(error) });
}

/** What the library says about values of types that do not go together. */
export function typeProblem(text: string, error: TypeError | ParseError): ExpressionProblem {
  const { start, end } = error.range ?? { start: 0, end: 0 };
  const types = typesIn(error.summary);
  const found = types ? inOurWords(types) : quoted(text, start, end);
  return problemAt(text, start, { code: 'TYPE_WRONG', found, expected: typeExpected(error) });
}

/** "no such overload: number + string", "…, got 'number' and 'string'", "… but found 'string'". */
const typesIn = (summary: string): string | undefined =>
  /(?:^no such overload:|\bgot|\bfound) (.*)$/.exec(summary)?.[1];

/** What had no value when the expression was evaluated. */
export function undefinedProblem(text: string, error: EvaluationError): ExpressionProblem {
  const { start, end } = error.node?.range ?? { start: 0, end: text.length };
  const divided = error.code === 'division_by_zero';
  return problemAt(text, start, {
    code: 'UNDEFINED',
    found: divided
      ? `a division by 0 in ${quoted(text, start, end)}`
      : `no value for ${quoted(text, start, end)}`,
    expected: 'a value, or default(…, 0) around what may have none',
  });
}

export const quoted = (text: string, start: number, end: number): string => {
  const part = text.slice(start, Math.max(end, start + 1));
  return part.length > 60 ? `"${part.slice(0, 60)}…"` : `"${part}"`;
};

function syntaxExpected({ code, summary }: ParseError): string {
  const token = /^Expected (\w+)/.exec(summary)?.[1];
  if (token) return tokens[token] ?? 'something else';
  return syntax[code] ?? 'a name, a number, a text in quotation marks or a bracket';
}

const tokens: Readonly<Record<string, string>> = {
  RPAREN: 'a closing bracket ")"',
  RBRACKET: 'a closing bracket "]"',
  COLON: 'a colon ":" and what holds otherwise',
  IDENTIFIER: 'a name',
};

const syntax: Readonly<Record<string, string>> = {
  unexpected_character: 'an operator such as + - * / == != < <= > >= && || in',
  unterminated_string: 'a closing quotation mark',
  newline_in_string: 'a closing quotation mark',
  reserved_identifier: 'a name that is not a word of the language',
  invalid_number: 'a number such as 0.065',
  invalid_exponent: 'a number such as 0.065',
};

function typeExpected({ code, summary }: TypeError | ParseError): string {
  if (code !== 'no_such_overload') return types[code] ?? 'values of types that go together';
  const operator = /\s(\S+)\s\S+$/.exec(summary)?.[1] ?? '';
  if (operator === 'in') return 'a value in a list of values of its type';
  if (['==', '!='].includes(operator)) return 'two values of the same type';
  if (/^[<>]/.test(operator)) return 'two numbers, or two texts';
  return /: !/.test(summary) ? 'a condition' : 'numbers';
}

const types: Readonly<Record<string, string>> = {
  invalid_logical_operand: 'conditions',
  invalid_condition_type: 'a condition before "?"',
  incompatible_ternary_branches: 'values of the same type on both sides of ":"',
  heterogeneous_list_element: 'a list of values of one type',
  invalid_default: 'a default of the type of what it stands for',
  invalid_macro_argument: 'an attribute, such as has(deal.product)',
};

const inOurWords = (types: string): string =>
  types
    .replaceAll(/\bstring\b/g, 'text')
    .replaceAll(/\bbool\b/g, 'condition')
    .replaceAll("'", '');
