// People with browsers of their own in one demo, and what is demanded of every page that any of them meets.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startDemo } from './demo.mjs';
import { Person } from './person.mjs';

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // Where the focus is can be asked at once, without waiting for the page to glide there.
  '--disable-smooth-scrolling',
];

/** Every page that is read is kept here for the checker of HTML. */
const kept = process.env.SAMORDNA_PAGES;

/** The first part of the address each logs in with, by what they are. */
export const who = {
  applicant: 'sokande', office: 'kansli', group: 'beredning', committee: 'arbetsutskott', chair: 'ordforande',
  attester: 'justerare', substitute: 'ersattare', steering: 'styrgrupp', neighbour: 'finnveden',
};

export class Town {
  #demo; #browser; #logins = new Map(); #trouble = [];

  /** A fresh demo and a browser. */
  static async open() {
    const town = new Town();
    [town.#demo, town.#browser] = await Promise.all([
      startDemo(),
      chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags }),
    ]);
    return town;
  }

  async close() {
    await this.#browser.close();
    await this.#demo.stop();
  }

  get origin() { return this.#demo.origin; }
  get password() { return this.#demo.password; }

  /** Somebody without a login. */
  async visitor(options = {}) {
    const context = await this.#browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', ...options });
    // Long enough for a machine on which everything else is tested at the same time.
    context.setDefaultTimeout(60_000);
    this.#watch(context);
    return new Person(this, context, await context.newPage());
  }

  /** Somebody who is logged in. The login itself is made once for each role and lent to every browser of it. */
  async as(role, options = {}) {
    if (!this.#logins.has(role)) this.#logins.set(role, this.#login(role));
    const cookies = await this.#logins.get(role);
    const person = await this.visitor(options);
    await person.context.addCookies(cookies);
    return person;
  }

  async #login(role) {
    const person = await this.visitor();
    await person.logIn(role);
    const cookies = await person.context.cookies();
    await person.leave();
    return cookies;
  }

  /** Watches what no page may do: ask another host, answer with a fault, write an error, lack its protection. */
  #watch(context) {
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== this.origin) this.#note(`asked ${url.origin}`);
    });
    context.on('response', async (response) => {
      if (response.status() >= 500) this.#note(`${response.request().method()} ${response.url()} answered ${response.status()}`);
      const html = (response.headers()['content-type'] ?? '').startsWith('text/html');
      if (!html) return;
      const policy = response.headers()['content-security-policy'] ?? '';
      if (!policy.includes("default-src 'self'")) this.#note(`${response.url()} has the policy "${policy}"`);
      // The body of a page that was left before it had come is not to be had; another reading of it is kept.
      const body = await response.text().catch(() => '');
      this.keep(response.url(), body);
    });
    context.on('weberror', (error) => this.#note(`error: ${error.error()}`));
    context.on('console', (message) => {
      // A browser writes an error for every refused form as well; those are answers that the tests read.
      const refusal = message.text().startsWith('Failed to load resource: the server responded with a status of 4');
      if (message.type() === 'error' && !refusal) this.#note(`console: ${message.text()}`);
    });
  }

  #note(trouble) { this.#trouble.push(trouble); }

  /** Everything that happened although it may not; empty when all is well. */
  trouble() { return [...new Set([...this.#trouble, this.#demo.ended()].filter(Boolean))]; }

  /** Keeps a page for the checker of HTML, under a name that tells where it came from. */
  keep(url, body) {
    if (!kept || !body) return;
    mkdirSync(kept, { recursive: true });
    const path = new URL(url).pathname.replaceAll('/', '_').replace(/[^\w.-]/g, '-').slice(0, 90);
    const mark = createHash('sha256').update(body).digest('hex').slice(0, 6);
    writeFileSync(join(kept, `${path}-${mark}.html`), body);
  }
}
