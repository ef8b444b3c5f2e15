import { References } from '@laurel/shared';
import { In, type EntityManager } from 'typeorm';
import { isPlaceholderEmail, placeholderEmail } from './core/email.js';
import { nameKey } from './core/name.js';
import type { PersonRow, RowFault } from './core/person-row.js';
import { Member } from './member.entity.js';
import { Organization } from './organization.entity.js';

/** Whom the names and addresses of a batch of rows stand for. */
export class PersonRoster {
  private constructor(
    private readonly organizationName: string,
    private readonly people: Map<string, Member[]>,
    private readonly placeholders: Set<string>,
    private readonly managers: ReadonlySet<string>,
    private readonly rows: ReadonlyMap<string, PersonRow>,
  ) {}

  static async load(tx: EntityManager, references: References, rows: readonly PersonRow[]) {
    const texts = rows.flatMap(({ name, email, manager }) => [name, email, manager]);
    const known = texts.filter((text): text is string => text !== null);
    const referents = await references.resolve(tx, 'member', known);
    const members = await tx.findBy(Member, { id: In([...referents.values()].flat()) });
    const people = [...referents].map(
      ([text, ids]) => [nameKey(text), members.filter(({ id }) => ids.includes(id))] as const,
    );
    const [organization] = await tx.find(Organization);
    const invented: { email: string }[] = await tx.query(
      `select email from member where email like '%.invalid'`,
    );
    return new PersonRoster(
      organization!.name,
      new Map(people),
      new Set(invented.map(({ email }) => email)),
      new Set(rows.flatMap(({ manager }) => (manager === null ? [] : [nameKey(manager)]))),
      new Map(rows.flatMap((row) => namesOf(row).map((text) => [nameKey(text), row] as const))),
    );
  }

  /** Everybody the rows speak of who is here already. */
  knownIds(): string[] {
    return [...this.people.values()].flat().map(({ id }) => id);
  }

  /** Who is meant by a name, address or alias; undefined for nobody known. */
  find(text: string): Member | undefined {
    return this.people.get(nameKey(text))?.[0];
  }

  /** Whom a row is about: by address, or by name when it has none or completes an invented one. */
  subject({ name, email }: PersonRow): Member | undefined {
    if (email === null) return this.find(name);
    const namesake = this.find(name);
    return (
      this.find(email) ?? (namesake && isPlaceholderEmail(namesake.email) ? namesake : undefined)
    );
  }

  /** Refuses names that more than one person has. */
  ambiguity({ name, email, manager }: PersonRow): RowFault | undefined {
    if (email === null && this.isAmbiguous(name)) return ambiguous('name', name);
    if (manager !== null && this.isAmbiguous(manager)) return ambiguous('manager', manager);
    return undefined;
  }

  /** The row that a name or address has of its own. */
  rowOf(text: string): PersonRow | undefined {
    return this.rows.get(nameKey(text));
  }

  /** Does a row of this batch name them as somebody's manager? */
  isNamedManager = (name: string): boolean => this.managers.has(nameKey(name));

  /** Remembers somebody who was added or changed. */
  remember(member: Member): void {
    for (const text of [member.name, member.email]) {
      const others = this.people.get(nameKey(text))?.filter(({ id }) => id !== member.id) ?? [];
      this.people.set(nameKey(text), [member, ...others]);
    }
  }

  /** An address to stand in until the real one is known; nobody else's. */
  inventEmail(name: string): string {
    for (let number = 1; ; number++) {
      const email = placeholderEmail(
        number === 1 ? name : `${name} ${number}`,
        this.organizationName,
      );
      if (this.placeholders.has(email)) continue;
      this.placeholders.add(email);
      return email;
    }
  }

  private isAmbiguous(text: string): boolean {
    return (this.people.get(nameKey(text))?.length ?? 0) > 1;
  }
}

const namesOf = ({ name, email }: PersonRow): string[] => (email === null ? [name] : [name, email]);

const ambiguous = (field: string, value: string): RowFault => ({
  field,
  code: 'AMBIGUOUS',
  reason: `More than one person is called “${value}”. Use the e-mail address.`,
});
