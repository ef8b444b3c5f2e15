import { choiceOf, guessedChoices, isAnswered, openQuestions } from './column-choice.js';
import type { Layout } from './import-fields.js';

const column = (name: string, field: string | null, formats: string[] = [], ambiguous = false) => ({
  name,
  samples: [],
  field,
  format: formats[0] ?? null,
  formats,
  ambiguous,
});

const layout: Layout = {
  encoding: 'utf-8',
  delimiter: ';',
  columns: [
    column('Nr', 'externalId'),
    column('Datum', 'closedOn', ['DD/MM/YYYY', 'MM/DD/YYYY'], true),
    column('Notiz', null),
  ],
  fields: [
    { name: 'externalId', required: true, kind: 'text' },
    { name: 'owner', required: true, kind: 'member' },
    { name: 'closedOn', required: false, kind: 'day' },
  ],
};

describe('choices of columns', () => {
  it('start from the guesses, but leave what is ambiguous to a person', () => {
    expect(openQuestions(layout, guessedChoices(layout))).toEqual({
      missing: ['owner'],
      doubled: [],
      undecided: ['Datum'],
    });
  });

  it('read a column anew when it goes to another field', () => {
    const columns = [{ ...column('Betrag', null), samples: ['1.234', '2.500'] }];
    const fields = [{ name: 'amount', required: false, kind: 'money' }];
    const amounts = { ...layout, columns, fields };
    expect(choiceOf(amounts, 'Betrag', 'amount').format).toBeNull();
    expect(openQuestions(amounts, [choiceOf(amounts, 'Betrag', 'amount')]).undecided).toEqual([
      'Betrag',
    ]);
    const plain = { ...amounts, columns: [{ ...column('Betrag', null), samples: ['1234'] }] };
    expect(choiceOf(plain, 'Betrag', 'amount').format).toBe('decimal-point');
  });

  it('name a field that two columns would fill', () => {
    const choices = guessedChoices(layout).map((choice) => ({ ...choice, field: 'externalId' }));
    expect(openQuestions(layout, choices)).toMatchObject({
      doubled: ['externalId'],
      undecided: [],
    });
  });

  it('are answered when all that is required is there, once, in one reading', () => {
    const choices = guessedChoices(layout).map((choice) => ({
      ...choice,
      field: choice.field ?? 'owner',
      format: choice.column === 'Datum' ? 'DD/MM/YYYY' : null,
    }));
    expect(isAnswered(openQuestions(layout, choices))).toBe(true);
  });
});
