// What goes wrong is answered in words, keeps what was typed, doubles nothing and is never a fault of ours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bringIdea, idea, place } from './parts/initiative.mjs';
import { spaced } from './parts/person.mjs';
import { Town } from './parts/town.mjs';

let town;
before(async () => { town = await Town.open(); });
after(async () => town.close());

const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** The titles in the list of the initiatives one may read. */
async function titles(person) {
  await person.go(`${place}/insatser`);
  return spaced(await person.text());
}

function times(text, words) { return text.split(words).length - 1; }

test('a form that is filled in wrongly keeps what was typed and says it on top and at the field', async () => {
  const applicant = await town.as('applicant');
  await applicant.go(`${place}/insatser/ny`);
  await applicant.fill({ ...idea, 'Rubrik': '' });
  await applicant.press('Anteckna idén', { answers: 422 });
  await applicant.see('Ett fält behöver rättas');
  const { page } = applicant;
  const says = await page.locator('.summary li a').textContent();
  assert.equal(await page.getByLabel('Rubrik').getAttribute('aria-invalid'), 'true');
  assert.ok((await page.locator('#title-wrong').textContent()).includes(says));
  assert.equal(await page.getByLabel('Idén').inputValue(), idea['Idén']);
  assert.equal(await page.getByLabel('Organisation som vill söka').inputValue(), idea['Organisation som vill söka']);
  assert.match(await page.title(), /^Fel: /);
  await applicant.leave();
});

test('a form sent twice is one thing', async () => {
  const applicant = await town.as('applicant');
  const title = 'Samma knapp två gånger';
  await applicant.go(`${place}/insatser/ny`);
  await applicant.fill({ ...idea, 'Rubrik': title });
  const form = await applicant.page.locator('main form').evaluate((it) => [...new FormData(it)]);
  const data = new URLSearchParams(form).toString();
  const answers = await Promise.all([1, 2, 3].map(() =>
    applicant.fetch(`${place}/insatser`, { method: 'POST', data, headers: { ...formType, origin: town.origin } })));
  assert.deepEqual(answers.map((answer) => answer.status()), [303, 303, 303]);
  await applicant.page.locator('main form button.main').dblclick();
  // The second press takes the place of the first, whose way to the page then ends early.
  await applicant.page.waitForFunction(() => /insatser\/\d+/.test(window.location.pathname));
  const own = await applicant.fetch(`${place}/insatser.csv`);
  assert.equal(times(await own.text(), title), 1);
  await applicant.leave();
});

test('a session that ends in the middle of a long form loses nothing that was typed', async () => {
  const applicant = await town.as('applicant');
  const home = await bringIdea(applicant);
  await applicant.go(`${home}/utkast`);
  const long = `Behovet är stort & <växer>.\n${'Ett långt stycke om behovet. '.repeat(400)}`;
  await applicant.fill({ 'Behov': long, 'Metod': 'Så här "gör" vi.' });
  await applicant.context.clearCookies();
  await applicant.press('Spara', { answers: 401, exact: true });
  await applicant.see('Du har blivit utloggad', 'Det du skrev finns kvar');
  await applicant.fill({ 'E-postadress': 'sokande@demo.example', 'Lösenord': 'fel lösenord helt och hållet' });
  await applicant.press('Logga in', { answers: 422 });
  await applicant.fill({ 'E-postadress': 'sokande@demo.example', 'Lösenord': town.password });
  await applicant.does('Logga in');
  await applicant.see('Du är inloggad igen');
  await applicant.does('Skicka det jag skrev');
  await applicant.see('Utkastet är sparat.');
  assert.equal((await applicant.page.getByLabel('Behov').inputValue()).trimEnd(), long.trimEnd());
  assert.equal(await applicant.page.getByLabel('Metod').inputValue(), 'Så här "gör" vi.');
  await applicant.leave();
});

test('two windows with the same draft: the second is told what the first changed, and keeps its own', async () => {
  const [one, other] = [await town.as('applicant'), await town.as('applicant')];
  const home = await bringIdea(one);
  await one.go(`${home}/utkast`);
  await one.fill({ 'Metod': 'Som det var från början.' });
  await one.does('Spara', { exact: true });
  await other.go(`${home}/utkast`);
  await one.fill({ 'Metod': 'Som det blev i det första fönstret.' });
  await one.does('Spara', { exact: true });
  await other.fill({ 'Metod': 'Som det blev i det andra fönstret.' });
  await other.press('Spara', { answers: 409, exact: true });
  await other.see('Någon annan hann före', 'Som det blev i det första fönstret.');
  assert.equal(await other.page.getByLabel('Metod').inputValue(), 'Som det blev i det andra fönstret.');
  await Promise.all([one.leave(), other.leave()]);
});

test('a broken, foreign, oversized or wrongly encoded form is refused in Swedish', async () => {
  const applicant = await town.as('applicant');
  const to = `${place}/insatser`;
  const own = { origin: town.origin };
  const sent = [
    ['oversized', { data: `title=${'a'.repeat(2_000_000)}`, headers: { ...formType, ...own } }, [413], 'för stort'],
    ['JSON', { data: '{"title": ', headers: { 'content-type': 'application/json', ...own } }, [400, 415, 422], 'kunde inte läsas'],
    ['wrong encoding', { data: 'title=%ff%fe%80&text=%C3%28', headers: { ...formType, ...own } }, [400, 422], null],
    ['foreign', { data: 'title=a', headers: { ...formType, origin: 'https://exempel.se', 'sec-fetch-site': 'cross-site' } }, [403], 'annan webbplats'],
    ['empty', { data: '', headers: { ...formType, ...own } }, [422], 'behöver rättas'],
  ];
  for (const [name, options, statuses, words] of sent) {
    const answer = await applicant.fetch(to, { method: 'POST', ...options });
    const body = await answer.text();
    assert.ok(statuses.includes(answer.status()), `${name} is answered ${answer.status()}: ${body.slice(0, 200)}`);
    assert.match(body, /<html lang="sv"/, name);
    if (words) assert.ok(body.includes(words), `${name} is not told "${words}"`);
  }
  await applicant.leave();
});

test('what does not exist is said not to, in the language of the page, whatever stands in the address', async () => {
  const office = await town.as('office');
  const nowhere = [
    '/f/finns-inte', `${place}/insatser/999999`, `${place}/insatser/x`, `${place}/insatser/-1`, `${place}/insatser/99999999999999999999`,
    `${place}/sammantraden/999999`, `${place}/diarium/999999`, `${place}/diarium/%00`, `${place}/insatser/1%2F2`,
    '/anslagstavla/finns-inte', '/regler/finns-inte', '/regler/lag/9999:1/1', '/inbjudan/finns-inte', '/static/finns-inte',
    '/%ff%fe', '/f/%F0%28%8C', `/${'a'.repeat(6000)}`,
  ];
  for (const path of nowhere) {
    const answer = await office.fetch(path);
    assert.ok([400, 404, 410, 414].includes(answer.status()), `${path.slice(0, 60)} answers ${answer.status()}`);
  }
  const status = await office.visit(`${place}/insatser/999999`);
  assert.equal(status, 404);
  await office.see('Sidan finns inte', 'insatsen');
  await office.leave();
});

test('an address is not used in other ways than its own', async () => {
  const office = await town.as('office');
  for (const method of ['DELETE', 'PUT', 'PATCH', 'TRACE']) {
    const answer = await office.fetch(`${place}/insatser/ny`, { method, headers: { origin: town.origin } }).catch(() => null);
    // A browser's own library may refuse to send some of them at all.
    if (answer) assert.equal(answer.status(), 405, method);
  }
  await office.leave();
});

test('a page for somebody else says who may, and a page for nobody asks for a login and comes back', async () => {
  const applicant = await town.as('applicant');
  assert.equal(await applicant.visit(`${place}/diarium/ny`), 403);
  await applicant.see('Du har inte behörighet till det här');
  await applicant.leave();

  const person = await town.visitor();
  await person.visit(`${place}/insatser?lage=ide`);
  assert.equal(person.path, '/logga-in');
  await person.fill({ 'E-postadress': 'sokande@demo.example', 'Lösenord': town.password });
  await person.does('Logga in');
  assert.equal(new URL(person.page.url()).search, '?lage=ide');
  await person.leave();
});

test('nothing went wrong beneath the pages', () => assert.deepEqual(town.trouble(), []));
