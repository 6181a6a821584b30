// What a person does at a page, in the words that stand on it.
import assert from 'node:assert/strict';
import { who } from './town.mjs';

export class Person {
  constructor(town, context, page) {
    Object.assign(this, { town, context, page });
  }

  async leave() { await this.context.close(); }

  /** Goes to an address and expects an answer that is no refusal. */
  async go(path) {
    const status = await this.visit(path);
    assert.ok(status < 400, `${path} answers ${status}: ${await this.heading()}`);
    return this;
  }

  /** Goes to an address, whatever it answers. */
  async visit(path) {
    const response = await this.page.goto(new URL(path, this.town.origin).href);
    return response.status();
  }

  async logIn(role) {
    await this.go('/logga-in');
    await this.fill({ 'E-postadress': `${who[role]}@demo.example`, 'Lösenord': this.town.password });
    await this.does('Logga in', { in: 'main' });
    await this.page.waitForURL('**/oversikt*');
    return this;
  }

  get path() { const { pathname } = new URL(this.page.url()); return pathname; }

  async heading() { return (await this.page.locator('h1').first().textContent())?.trim(); }

  async text() { return this.page.locator('main').innerText(); }

  /** Expects words in the page's main part. */
  async see(...words) {
    const shown = spaced(await this.text());
    for (const word of words) {
      assert.ok(shown.includes(spaced(word)), `"${word}" does not stand on ${this.path}:\n${shown}`);
    }
    return this;
  }

  async seeNot(word) {
    const shown = spaced(await this.text());
    assert.ok(!shown.includes(spaced(word)), `"${word}" stands on ${this.path}`);
    return this;
  }

  /** Fills in fields by their labels: words, `true` for a tick, a list for several ticks. */
  async fill(fields, form = this.page.locator('main')) {
    for (const [label, value] of Object.entries(fields)) await this.#one(form, label, value);
    return this;
  }

  async #one(form, label, value) {
    const named = await this.#named(form, label);
    if (Array.isArray(value)) {
      for (const choice of value) await this.#group(form, label).getByLabel(choice).first().check();
      return;
    }
    if (value === true || value === false) return named.first().setChecked(value);
    const group = this.#group(form, label);
    if (await group.count() > 0 && await group.getByRole('radio').count() > 0) {
      return group.getByLabel(value).first().check();
    }
    const field = named.first();
    if (await field.evaluate((it) => it.tagName) === 'SELECT') {
      const options = await field.locator('option').allTextContents();
      const chosen = options.find((option) => spaced(option).includes(spaced(value)));
      assert.ok(chosen, `${label} has no choice "${value}", only ${options.join(' | ')}`);
      return field.selectOption({ label: chosen });
    }
    return field.fill(value);
  }

  /** In a roll: everybody ordinary serves on the spot. */
  async everyoneServes() {
    const seats = this.page.locator('select[name="seat"]');
    for (const seat of await seats.all()) {
      const ways = await seat.locator('option').allTextContents();
      const own = ways.find((way) => way.includes('på plats') && !way.includes('Ersättaren'));
      await seat.selectOption({ label: own });
    }
    return this;
  }

  /** In an open vote: those who have not voted abstain, aloud. */
  async restAbstain() {
    const rest = this.page.locator('select[name="ballot"]');
    if (await rest.count() > 0) await this.page.getByText('Anteckna röster åt dem').click();
    let left = 0;
    for (const ballot of await rest.all()) {
      if (await ballot.inputValue() !== '') continue;
      left += 1;
      await ballot.selectOption({ label: 'Avstår' });
    }
    return left > 0 ? this.does('Anteckna rösterna') : this;
  }

  /** Fills in one of several like rows under a name. */
  async row(name, at, fields) {
    return this.fill(fields, this.page.locator(`[id="${name}"]`).locator('.row').nth(at));
  }

  /** The fields with a label: just so, or else beginning so. */
  async #named(form, label) {
    const fields = form.locator('input, select, textarea');
    const exact = form.getByLabel(label, { exact: true }).and(fields);
    return await exact.count() > 0 ? exact : form.getByLabel(label).and(fields);
  }

  #group(form, legend) { return form.getByRole('group', { name: legend }).first(); }

  /** Presses a button, or follows a link, and waits for the page it leads to. */
  async press(words, { in: where = 'main', answers = 'any', exact = false } = {}) {
    const place = this.page.locator(where);
    const button = place.getByRole('button', { name: words, exact }).or(place.getByRole('link', { name: words, exact }));
    const [response] = await Promise.all([
      this.page.waitForResponse((r) => r.request().isNavigationRequest() && r.status() !== 303),
      button.first().click(),
    ]);
    await this.page.waitForLoadState('load');
    if (answers !== 'any') assert.equal(response.status(), answers, `${words}: ${spaced(await this.text())}`);
    return response;
  }

  /** Presses a button and expects that what it stands for was done. */
  async does(words, options = {}) {
    const response = await this.press(words, options);
    const says = response.status() < 400 ? '' : spaced(await this.text());
    assert.ok(response.status() < 400, `"${words}" answers ${response.status()}: ${says}`);
    return this;
  }

  /** Takes up what waits on the overview: what is to be done, about what. */
  async takeUp(what, about) {
    await this.go('/oversikt');
    const task = this.page.locator('.task').filter({ hasText: about }).getByRole('link', { name: what });
    assert.ok(await task.count() > 0, `"${what}" about "${about}" does not wait:\n${spaced(await this.text())}`);
    await this.go(await task.first().getAttribute('href'));
    return this;
  }

  /** Presses a button; where the rules ask for reasons, writes them and presses again. */
  async explains(words, reason) {
    const response = await this.press(words);
    if (response.status() !== 422) {
      assert.ok(response.status() < 400, `"${words}" answers ${response.status()}: ${spaced(await this.text())}`);
      return this;
    }
    await this.see('Reglerna ber om ett skäl');
    const reasons = this.page.locator('main textarea[name^="reason."]');
    for (let at = 0; at < await reasons.count(); at += 1) await reasons.nth(at).fill(reason);
    return this.does(words);
  }

  /** Fetches with the person's cookies, without a page. */
  async fetch(path, options = {}) {
    return this.context.request.fetch(new URL(path, this.town.origin).href, { maxRedirects: 0, ...options });
  }
}

/** Every kind of blank is one blank, so that words are found whichever the page uses. */
export function spaced(text) { return text.replace(/[\s\u00a0\u202f]+/g, ' ').replaceAll('\u00ad', ''); }
