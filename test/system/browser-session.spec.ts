import { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';

const json = { 'content-type': 'application/json' };

describe('a browser session', () => {
  let laurel: Laurel;
  beforeAll(async () => {
    laurel = await startLaurel();
  });
  afterAll(() => laurel?.stop());

  const signUp = async (browser: Browser, email: string) =>
    browser.fetch('/graphql', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        query: `mutation { signUp(organizationName: "O", name: "N", email: "${email}", password: "horse battery staple 42") { member { id } } }`,
      }),
    });

  it('has a cookie that scripts and other sites cannot use, new at every sign-in', async () => {
    const browser = laurel.browser();
    const cookie = (await signUp(browser, 'one@example.com')).headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/^laurel_session=[\w-]{40,};/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=(Lax|Strict)/);
    expect(cookie).toMatch(/; Path=\//);
    const again = await browser.fetch('/graphql', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        query: `mutation { signIn(email: "one@example.com", password: "horse battery staple 42") { member { id } } }`,
      }),
    });
    const next = again.headers.getSetCookie()[0]!;
    expect(next.split(';')[0]).not.toBe(cookie.split(';')[0]);
    const old = new Browser(laurel.url);
    const answer = await old.fetch('/graphql', {
      method: 'POST',
      headers: { ...json, cookie: cookie.split(';')[0]! },
      body: JSON.stringify({ query: '{ viewer { member { id } } }' }),
    });
    expect(await answer.json()).toEqual({ data: { viewer: null } });
  });

  it('says to browsers what they may not do with our pages', async () => {
    const { headers } = await fetch(`${laurel.url}/health`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('keeps nothing outside its folder open', async () => {
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/.env',
      '/main.js.map',
      '/assets/%2e%2e%2fpackage.json',
      '/..%2f..%2fetc/passwd',
    ]) {
      const text = await (await fetch(laurel.url + path)).text();
      expect([path, /"workspaces"|root:|DATABASE_URL|"sources"/.test(text)]).toEqual([path, false]);
    }
  });

  it('cannot be guessed by many names in one request, nor over two servers', async () => {
    await signUp(laurel.browser(), 'two@example.com');
    const twin = await laurel.startTwin();
    const guesser = laurel.browser();
    const attack = `mutation { ${Array.from({ length: 15 }, (_, i) => `a${i}: signIn(email: "two@example.com", password: "guess number ${i}") { member { id } }`).join(' ')} }`;
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, i) => {
        const response = await fetch(`${i % 2 ? laurel.url : twin}/graphql`, {
          method: 'POST',
          headers: { ...json, ...guesser.headers },
          body: JSON.stringify({ query: attack }),
        });
        return response.text();
      }),
    );
    const judged = answers.join().match(/WRONG_CREDENTIALS/g)?.length ?? 0;
    expect(judged).toBeGreaterThan(0);
    expect(judged).toBeLessThanOrEqual(10);
    expect(answers.join()).toContain('TOO_MANY_TRIES');
  });
});
