// What everybody meets can be read and used by all: rules by axe, colours, narrow windows, large text, keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { crawl, kindOf, kinds } from './parts/crawl.mjs';
import { county, merged, saveScenario } from './parts/county.mjs';
import { bringIdea, place } from './parts/initiative.mjs';
import { openMeeting, takeUpUntil, today } from './parts/meeting.mjs';
import { sense, tab } from './parts/senses.mjs';
import { Town } from './parts/town.mjs';

let town;
let middle;
const met = new Set();
before(async () => {
  town = await Town.open();
  middle = await inTheMiddle();
});
after(async () => town.close());

const starts = {
  visitor: '/', office: '/oversikt', applicant: '/oversikt', group: '/oversikt', committee: '/oversikt', chair: '/oversikt',
  attester: '/oversikt', substitute: '/oversikt', steering: '/oversikt',
};
/** What the demo has not yet: an idea at rest, an examined application, a meeting with its item up, scenarios and a paper. */
async function inTheMiddle() {
  const [applicant, group, office] = await Promise.all(['applicant', 'group', 'office'].map((role) => town.as(role)));
  const idea = await bringIdea(applicant);
  await applicant.go(`${idea}/vila`);
  await applicant.fill({ 'Varför idén får vila': 'Vi väntar på en ny enhetschef.' });
  await applicant.does('Låt idén vila');
  await group.takeUp('Granska ansökan', 'Grön rehabilitering');
  await group.go(`${group.path}/granskning`);
  await group.fill({ 'Vad granskningen visar': 'Ansökan svarar mot målen.' });
  await group.does('Anteckna granskningen');
  await office.go(`${place}/sammantraden`);
  const held = office.page.locator('tr, li').filter({ has: office.page.locator(`time[datetime="${today}"]`) });
  const meeting = await held.locator('a[href*="/sammantraden/"]').first().getAttribute('href');
  await openMeeting(office, meeting);
  await takeUpUntil(office, meeting, 'Förstudie');
  const item = office.path.replace(/\/[^/]*$/, '');
  await saveScenario(office, merged(), 'Prövning');
  await saveScenario(office, '/fordelning?grund=500+000', 'Prövning med högre grund');
  await office.go(`${county}/beslutsunderlag/ny?mall=tre`);
  await office.page.getByLabel('Sparat scenario som siffrorna hämtas från').nth(2).selectOption({ label: 'Prövning' });
  await office.does('Spara underlaget');
  await Promise.all([applicant.leave(), group.leave(), office.leave()]);
  return { meeting, item, idea };
}

/** What several people meet alike is measured once: the same kind of page made of the same parts. */
const measured = new Set();

/** What is wrong with the page a person is at, unless one like it was measured before. */
async function measure({ page }, path, kind) {
  met.add(kind);
  const parts = page.locator('main :is(h1, h2, h3, form, table, label, button, summary)');
  const shape = kind + await parts.evaluateAll((all) => [...new Set(all.map((it) => `${it.tagName}.${it.className}`))].sort().join(' '));
  if (measured.has(shape)) return [];
  measured.add(shape);
  return [...await sense(page), ...await tab(page)].map((trouble) => `${path}: ${trouble}`);
}

// Two people at a time: each reads and none writes, so they do not disturb each other.
describe('every page that a person meets is accessible, light and dark, at 320 px and at twice the size', { concurrency: 2 }, () => {
  for (const [role, start] of Object.entries(starts)) {
    test(role, async () => {
      const person = role === 'visitor' ? await town.visitor() : await town.as(role);
      const found = [];
      const dead = await crawl(person, start, async (path, kind) => found.push(...await measure(person, path, kind)));
      await person.leave();
      assert.deepEqual([...dead, ...found], []);
    });
  }
});

test('so is every page that is offered only at a certain moment', async () => {
  const { meeting, item, idea } = middle;
  const moments = {
    visitor: [merged(), '/fordelning?lan=alla&grund=500+000', '/fordelning?grund=abc&andring=hej'],
    office: [
      `${idea}/sammanforing`, `${place}/sok`, `${item}/omrostning`, `${item}/reservationer`, `${place}/insatser/3/start`, `${place}/insatser/3/andringar`,
      `${place}/sammantraden/4/protokoll/16`,
      `${county}/scenarier/ny?${merged().split('?')[1]}`, `${county}/jamforelse?scenario=1&scenario=2`,
      `${county}/gruppering?administration=900+000&objective=activity&most=2&pool=follows`,
      `${place}/medel/2025/faststallelse`, `${place}/medel/2027/faststallelse`, `${place}/medel/2025/bidrag?belopp=6+000+000`,
    ],
    chair: [`${item}/min-reservation`, `${item}/mitt-yrkande`, meeting],
  };
  const found = [];
  for (const [role, paths] of Object.entries(moments)) {
    const person = role === 'visitor' ? await town.visitor() : await town.as(role);
    for (const path of paths) {
      await person.go(path);
      found.push(...await measure(person, path, kindOf(path.split('?')[0])));
    }
    await person.leave();
  }
  assert.deepEqual(found, []);
});

test('every kind of page in the table of routes has been met', () => {
  // An invitation's address is sent by mail and stands on no page; it has its own test.
  const apart = ['/inbjudan/{token}', '/logga-in'];
  const missed = kinds.map((kind) => kind.path).filter((path) => !met.has(path) && !apart.includes(path));
  assert.deepEqual(missed, []);
});

test('what is wrong with a page is found', async () => {
  const person = await town.visitor();
  await person.page.setContent(readFileSync(new URL('senseless.html', import.meta.url), 'utf8'));
  const found = [...await sense(person.page), ...await tab(person.page)];
  const wanted = [
    /^light: button-name: /, /^light: target-size: /, /^dark: color-contrast: /, /^320 px: /, /^zoom 200 %: /, /^text 200 %: /,
    /^lang is en$/, /^focus is not seen at .*hidden-ring/, /^Tab does not follow/,
  ];
  assert.deepEqual(wanted.filter((one) => !found.some((trouble) => one.test(trouble))), [], found.join('\n'));
  assert.ok(!found.some((trouble) => trouble.startsWith('light: color-contrast')), 'the colours are wrong in the dark alone');
  await person.leave();
});

test('the first stop of the keyboard leads past the head to the content', async () => {
  const person = await town.visitor();
  await person.go('/');
  await person.page.keyboard.press('Tab');
  assert.equal(await person.page.evaluate(() => document.activeElement.getAttribute('href')), '#innehall');
  await person.page.keyboard.press('Enter');
  assert.equal(await person.page.evaluate(() => document.activeElement.id), 'innehall');
  await person.leave();
});

test('somebody with only a keyboard logs in, changes their telephone number and logs out', async () => {
  const person = await town.visitor();
  const { page } = person;
  const to = async (words) => {
    const wanted = () => page.evaluate((words) => {
      const it = document.activeElement;
      const name = it.labels?.[0]?.textContent ?? it.textContent;
      return name.includes(words);
    }, words);
    for (let stops = 0; stops < 60; stops += 1) {
      await page.keyboard.press('Tab');
      if (await wanted()) return;
    }
    assert.fail(`Tab never comes to ${words}`);
  };
  const enter = async () => {
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
    await page.waitForLoadState('load');
  };
  await person.go('/');
  await to('Logga in');
  await enter();
  await to('E-postadress');
  await page.keyboard.type('ersattare@demo.example');
  await to('Lösenord');
  await page.keyboard.type(town.password);
  await enter();
  assert.equal(person.path, '/');
  await to('Göran Svärd');
  await enter();
  await to('Telefon');
  await page.keyboard.type('070-174 06 35');
  await to('Nuvarande lösenord');
  await page.keyboard.type(town.password);
  await enter();
  await person.see('Det är sparat.');
  assert.equal(await page.getByLabel('Telefon').inputValue(), '070-174 06 35');
  await to('Logga ut');
  await enter();
  await person.see('Du är utloggad.');
  await person.leave();
});

test('a refused form moves the focus to what is wrong, and each line of it to its field', async () => {
  const person = await town.visitor();
  await person.go('/logga-in');
  await person.press('Logga in', { answers: 422 });
  await person.page.locator('.summary:focus').waitFor();
  assert.deepEqual(await sense(person.page), []);
  await person.page.keyboard.press('Tab');
  await person.page.keyboard.press('Enter');
  assert.equal(await person.page.evaluate(() => document.activeElement.id), 'email');
  assert.match(await person.page.title(), /^Fel: /);
  await person.leave();
});

test('no page asked another host, answered with a fault, wrote an error or lacked its policy', () => {
  assert.deepEqual(town.trouble(), []);
});
