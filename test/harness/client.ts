export type Answer = { data?: Record<string, unknown> | null; errors?: GraphqlProblem[] };
export type GraphqlProblem = {
  message: string;
  path?: string[];
  extensions: { code: string } & Record<string, never>;
};

let lastAddress = 0;

/** The limit on tries counts by address: each browser comes from one of its own (see TRUST_PROXY). */
function nextAddress(): string {
  lastAddress += 1;
  return `10.${lastAddress >> 16}.${(lastAddress >> 8) & 255}.${lastAddress & 255}`;
}

/** Somebody in front of Laurel: keeps the session cookie, speaks GraphQL over real HTTP. */
export class Browser {
  private cookie = '';
  private readonly address = nextAddress();

  constructor(
    readonly url: string,
    private readonly bearer?: string,
  ) {}

  get headers(): Record<string, string> {
    return {
      'x-laurel': '1',
      'x-forwarded-for': this.address,
      ...(this.cookie && { cookie: this.cookie }),
      ...(this.bearer && { authorization: `Bearer ${this.bearer}` }),
    };
  }

  /** Sends any operation and returns data and errors as they come. */
  async send(query: string, variables: object = {}): Promise<Answer> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  /** Sends an operation that must succeed; the type of the answer is the caller's to name. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.send(query, variables);
    if (errors) throw new Error(`${query}\n${JSON.stringify(errors, null, 1)}`);
    return data as T;
  }

  /** The code of the first refusal, or undefined when nothing was refused. */
  async refusal(query: string, variables: object = {}): Promise<string | undefined> {
    const { errors } = await this.send(query, variables);
    return errors?.[0]?.extensions.code;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.headers, ...(init.headers as Record<string, string>) };
    const response = await fetch(this.url + path, { ...init, headers });
    const [set] = response.headers.getSetCookie();
    if (set) this.cookie = set.split(';')[0]!;
    return response;
  }

  /** Sends an operation and returns the answer as text, to the byte. */
  async text(query: string, variables: object = {}): Promise<string> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return response.text();
  }

  /** Waits until every figure of my organisation is up to date. */
  async settled(withinMs = 60_000): Promise<void> {
    const until = Date.now() + withinMs;
    while (Date.now() < until) {
      const { pendingWork } = await this.ask<{ pendingWork: number }>('{ pendingWork }');
      if (pendingWork === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('Work is still due.');
  }
}
