import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { root } from '../harness/database.js';

export type Language = 'en' | 'de';
export const languages: readonly Language[] = ['en', 'de'];
export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const axeSource = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium for one spec. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet });

/**
 * What axe finds on a page at rest, where nothing fades or slides any more; what turns without end is left alone.
 * A message that comes while axe is looking starts to fade with the frame after it, so that frame is awaited, and
 * axe looks again if anything moved.
 */
const violationsAtRest = `(async () => {
  const moving = () => document.getAnimations().filter(({ playState, effect }) =>
    playState === 'running' && effect.getTiming().iterations !== Infinity);
  const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  let moved = false;
  addEventListener('transitionrun', () => { moved = true; }, true);
  for (let look = 1; ; look += 1) {
    await frame();
    while (moving().length) await Promise.allSettled(moving().map(({ finished }) => finished));
    moved = false;
    const { violations } = await axe.run();
    await frame();
    if ((!moved && !moving().length) || look === 10) return violations;
  }
})()`;

type Violation = { id: string; impact: string; nodes: { html: string }[] };
type Texts = { [key: string]: string | Texts };

/** Words as the product says them, from its own catalogue: `say('de', 'session', 'signIn.submit')`. */
export function say(language: Language, slice: string, key: string): string {
  const file = path.join(root, `apps/web/src/i18n/${language}/${slice}.json`);
  const texts: Texts = JSON.parse(fs.readFileSync(file, 'utf8'));
  const text = key
    .split('.')
    .reduce<string | Texts | undefined>(
      (at, step) => (typeof at === 'object' ? at[step] : undefined),
      texts,
    );
  if (typeof text !== 'string') throw new Error(`${slice}.json has no text ${key}`);
  return text;
}

/** Somebody at a screen: a page that remembers everything its console complained about. */
export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
    readonly language: Language,
  ) {
    page.on('console', (line) => line.type() === 'error' && this.complaints.push(line.text()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async at(
    browser: Browser,
    url: string,
    { language, ...options }: BrowserContextOptions & { language: Language },
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: desktop,
      locale: language === 'de' ? 'de-DE' : 'en-GB',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    return new Visitor(await context.newPage(), url, language);
  }

  /** A text of the catalogue with its gaps filled: `say('people', 'menu', { name: 'Ann' })`. */
  say(slice: string, key: string, values: Record<string, string> = {}): string {
    return Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, value),
      say(this.language, slice, key),
    );
  }

  /** A text that holds figures, as a pattern for any of them. */
  pattern(slice: string, key: string): RegExp {
    return new RegExp(`^${this.say(slice, key).replace(/\{\{.*?\}\}/g, '[\\d.,]+')}$`);
  }

  /** The same pattern, for a text that stands among others. */
  patternWithin(slice: string, key: string): RegExp {
    return new RegExp(this.pattern(slice, key).source.slice(1, -1));
  }

  async press(slice: string, key: string): Promise<void> {
    const name = this.pattern(slice, key);
    await this.page.getByRole('button', { name }).or(this.page.getByRole('link', { name })).click();
  }

  async open(address: string): Promise<void> {
    await this.page.goto(this.url + address);
    await this.page.waitForLoadState('networkidle');
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.open('/sign-in');
    await this.page.locator('input[name=email]').fill(email);
    await this.page.locator('input[name=password]').fill(password);
    await this.page.getByRole('button', { name: this.say('session', 'signIn.submit') }).click();
    await this.page.getByRole('navigation').first().waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  /** Opens an organisation of one's own. */
  async signUp(organization: string, name: string, email: string, password: string): Promise<void> {
    await this.open('/sign-up');
    const field = (key: string) => this.page.getByLabel(this.say('session', key));
    await field('organizationName').fill(organization);
    await field('name').fill(name);
    await field('email').fill(email);
    await this.page.locator('input[name=new-password]').fill(password);
    await this.page.getByRole('button', { name: this.say('session', 'signUp.submit') }).click();
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** Serious and critical findings of axe on the page as it stands, once it is at rest. */
  async findings(): Promise<string[]> {
    await this.page.evaluate(axeSource);
    const violations = await this.page.evaluate<Violation[]>(violationsAtRest);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  /** How many pixels the page is wider than its screen. */
  overflow(): Promise<number> {
    const width =
      'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)';
    return this.page.evaluate<number>(width);
  }

  /** Every address that the navigation offers, on a phone those in its bar. */
  async destinations(): Promise<string[]> {
    const links = await this.page.locator('nav a[href^="/"]').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    return [...new Set(addresses)].filter((address) => address !== null);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
