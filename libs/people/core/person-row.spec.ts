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

  const nobody = { ownTeam: null, managersTeam: null, aboveManagersTeam: null };
  const row = person({ region: 'North' });

  it('puts people into the team of their manager, below the region', () => {
    const team = { name: 'Mona Graf', parent: 'North' };
    expect(
      placeOf(row, { ...nobody, managersTeam: 'Mona Graf', aboveManagersTeam: 'North' }),
    ).toEqual({
      team,
      position: 'member',
      ledByManager: team,
    });
  });

  it('prefers the team that is named, and is content with a region', () => {
    const named = person({ team: 'Harbour', region: 'harbour' });
    expect(placeOf(named, nobody)?.team).toEqual({ name: 'Harbour', parent: null });
    expect(placeOf(row, nobody)?.team).toEqual({ name: 'North', parent: null });
    expect(placeOf(person({}), nobody)).toBeNull();
  });

  it('lets a leader stand in their own team, below that of their manager', () => {
    expect(
      placeOf(row, { ownTeam: 'Harbour', managersTeam: 'Vera Holt', aboveManagersTeam: 'Europe' }),
    ).toEqual({
      team: { name: 'Harbour', parent: 'Vera Holt' },
      position: 'manager',
      ledByManager: { name: 'Vera Holt', parent: 'Europe' },
    });
  });
});
