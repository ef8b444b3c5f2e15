import { personFault, placeOf, readPerson } from './person-row.js';

const person = (values: Record<string, string | null>) =>
  readPerson({ row: 2, values: { name: 'Rita Berg', ...values }, attributes: {} });

describe('a row about a person', () => {
  it('is read in one spelling', () => {
    expect(person({ name: ' Rita  Berg ', email: 'Rita@Example.com', role: 'Rep' })).toMatchObject({
      name: 'Rita Berg',
      email: 'rita@example.com',
      role: 'rep',
      manager: null,
    });
  });

  it.each([
    [{}, undefined],
    [{ email: 'rita' }, 'email'],
    [{ role: 'boss' }, 'role'],
    [{ manager: 'rita berg' }, 'manager'],
    [{ region: 'a\u0000b' }, 'region'],
  ])('with %j has its fault in %s', (values, field) => {
    expect(personFault(person(values))?.field).toBe(field);
  });

  it('puts people into the team of their manager, below the region', () => {
    const team = { name: 'Mona Graf', parent: 'North' };
    expect(placeOf(person({ manager: 'Mona Graf', region: 'North' }))).toEqual({
      team,
      position: 'member',
      ledByManager: team,
    });
  });

  it('prefers the team that is named', () => {
    const team = { name: 'Harbour', parent: null };
    expect(
      placeOf(person({ manager: 'Mona Graf', team: 'Harbour', region: 'harbour' }))?.team,
    ).toEqual(team);
    expect(placeOf(person({ region: 'North' }))?.team).toEqual({ name: 'North', parent: null });
    expect(placeOf(person({}))).toBeNull();
  });

  it('lets a manager lead their team, and their manager the one above', () => {
    expect(placeOf(person({ role: 'manager', team: 'Harbour', manager: 'Vera Holt' }))).toEqual({
      team: { name: 'Harbour', parent: 'Vera Holt' },
      position: 'manager',
      ledByManager: { name: 'Vera Holt', parent: null },
    });
  });
});
