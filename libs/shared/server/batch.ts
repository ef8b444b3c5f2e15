import type { Writable } from 'node:stream';
import pg from 'pg';
import utils from 'pg/lib/utils.js';

/** A statement that is prepared once for each connection, and who waits for what it answers. */
type Statement = {
  readonly name: string;
  readonly text: string;
  readonly values: (string | Buffer | null)[];
  /** Without it the rows are not even read. */
  readonly wantsRows: boolean;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};
type Answer = { readonly rows: object[]; readonly command: string };

type Wire = pg.Connection & {
  readonly stream: Writable;
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
};

/** What the rows of statements look like, by name. */
type Shapes = Map<string, Shape>;
type Shape = pg.Result & {
  addFields: (fields: pg.FieldDef[]) => void;
  parseRow: (cells: (string | null)[]) => object;
};

/**
 * Statements of a transaction that go to the server as one message and are answered by one, so that each side is woken
 * once. When one fails, those after it are not done.
 */
class Batch extends pg.Query {
  private readonly statements: Statement[] = [];
  private found: object[] = [];
  private misread: unknown;
  /** By these two the client notes which statement has been parsed. */
  name: string | undefined;
  text: string | undefined;

  constructor(
    private readonly client: pg.Client,
    private readonly shapes: Shapes,
  ) {
    super('');
  }

  add(statement: Statement): void {
    this.statements.push(statement);
  }

  override submit = (connection: pg.Connection): void => {
    const wire = connection as Wire;
    wire.stream.cork();
    for (const statement of this.statements) this.send(wire, statement);
    wire.sync();
    wire.stream.uncork();
    this.turnTo(this.statements[0]);
  };

  private turnTo(statement: Statement | undefined): void {
    this.name = statement?.name;
    this.text = statement?.text;
  }

  private send(wire: Wire, { name, text, values, wantsRows }: Statement): void {
    if (!(name in wire.parsedStatements) && !(name in wire.submittedNamedStatements)) {
      wire.submittedNamedStatements[name] = text;
      wire.parse({ name, text, types: [] }, true);
    }
    wire.bind({ statement: name, values }, true);
    if (wantsRows && !this.shapes.has(name)) wire.describe({ type: 'P', name: '' }, true);
    wire.execute(null, true);
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    const shape = new pg.Result('', this.client as unknown as typeof pg.types) as Shape;
    shape.addFields(fields);
    this.shapes.set(this.name!, shape);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { name, wantsRows } = this.statements[0]!;
    if (!wantsRows) return;
    try {
      this.found.push(this.shapes.get(name)!.parseRow(fields));
    } catch (error) {
      this.misread ??= error;
    }
  }

  handleCommandComplete({ text: command }: { text: string }): void {
    const { answer, fail } = this.statements.shift()!;
    if (this.misread) fail(this.misread);
    else answer({ rows: this.found, command });
    this.found = [];
    this.misread = undefined;
    this.turnTo(this.statements[0]);
  }

  handleError(error: Error, connection: pg.Connection): void {
    const [failed, ...undone] = this.statements.splice(0);
    failed?.fail(error);
    for (const { name, fail } of undone) {
      delete (connection as Wire).submittedNamedStatements[name];
      fail(new Undone());
    }
  }

  handleReadyForQuery(): void {}
}

/** A statement was not done because one before it failed; PostgreSQL calls that state the same. */
class Undone extends Error {
  readonly code = inFailedTransaction;
  constructor() {
    super('A statement before it failed');
  }
}

export const inFailedTransaction = '25P02';

/** A connection that gathers what is asked of it before the program waits for anything. */
export class BatchClient extends pg.Client {
  private readonly shapes: Shapes = new Map();
  private gathered: Batch | undefined;

  /** Done in order with everything else that is sent over the connection. */
  ask(
    { name, text, wantsRows }: Pick<Statement, 'name' | 'text' | 'wantsRows'>,
    given: readonly unknown[],
  ): Promise<Answer> {
    const values = given.map(utils.prepareValue);
    return new Promise((answer, fail) => {
      this.batch().add({ name, text, values, wantsRows, answer, fail });
    });
  }

  private batch(): Batch {
    if (!this.gathered) {
      this.gathered = new Batch(this, this.shapes);
      process.nextTick(() => this.send());
    }
    return this.gathered;
  }

  private send(): void {
    const { gathered } = this;
    this.gathered = undefined;
    if (gathered) super.query(gathered);
  }

  override query(...sent: unknown[]): never {
    this.send();
    return super.query(...(sent as [string])) as never;
  }
}
