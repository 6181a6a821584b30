// The calculator, what is kept of it, grouping and decision papers, as those who reckon, save, read and are refused.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { adding, county, fillInMerger, merged, saveScenario, takeOut, three } from './parts/county.mjs';
import { spaced } from './parts/person.mjs';
import { Town } from './parts/town.mjs';

let town;
before(async () => { town = await Town.open(); });
after(async () => town.close());

/** What the merger of the county's three associations does, by the budget of 2025. */
const answer = [
  '1 600 000 kr mindre', 'från 24 200 000 kr till 22 600 000 kr (−6,6 %)', 'Staten 800 000 kr mindre',
  'Regioner 400 000 kr mindre', 'Kommuner 400 000 kr mindre',
];

/** Expects the answer on top to hold these words, at once or soon. */
async function answers(person, ...words) {
  const region = person.page.locator('#svaret');
  for (const word of words) {
    await person.page.waitForFunction(
      ([word, spaces]) => document.querySelector('#svaret').innerText.replace(new RegExp(spaces, 'g'), ' ').includes(word),
      [word, '[\\s\\u00a0\\u202f]+'],
    ).catch(async () => assert.fail(`"${word}" is not the answer:\n${spaced(await region.innerText())}`));
  }
}

const asked = (person) => new URL(person.page.url()).searchParams;

describe('the calculator with scripts', () => {
  let visitor;
  before(async () => {
    visitor = await town.visitor();
    await visitor.go('/fordelning');
    // Gone as soon as the page is loaded anew.
    await visitor.page.evaluate(() => { globalThis.sameDocument = true; });
  });
  after(async () => visitor.leave());
  const stays = async () => assert.equal(await visitor.page.evaluate(() => globalThis.sameDocument), true, 'the page was loaded anew');

  test('the county is shown as it is, with what is illustrative said', async () => {
    await answers(visitor, '24 200 000 kr', 'Staten ger hälften, 12 100 000 kr');
    await visitor.see('Illustrativt.', 'är illustrativa och visar inte kommunernas verkliga tal');
  });

  test('the merger of the three is answered at once', async () => {
    await (await fillInMerger(visitor, 'Länsförbundet')).click();
    await answers(visitor, ...answer);
    await stays();
    assert.match(asked(visitor).get('andring'), /^slå ihop .* = Länsförbundet$/);
    await visitor.see(
      'Finnveden, Höglandet och Södra Vätterbygden slås ihop till Länsförbundet.',
      'från 3 × 400 000 kr till 1 × 400 000 kr', 'Behovsdelen, 10 900 000 kr, ändras inte',
    );
  });

  test('another base, by field and by slider, changes answer and address without a reload', async () => {
    await visitor.page.getByLabel('Grundtilldelning till varje förbund', { exact: true }).fill('500 000');
    await answers(visitor, '1 400 000 kr mindre', 'till 22 800 000 kr');
    assert.equal(spaced(asked(visitor).get('grund')), '500 000');
    await visitor.page.getByLabel('Grundtilldelning till varje förbund, reglage').fill('600000');
    await answers(visitor, '1 200 000 kr mindre', 'till 23 000 000 kr');
    assert.equal(spaced(asked(visitor).get('grund')), '600 000');
    assert.equal(spaced(await visitor.page.locator('#grund').inputValue()), '600 000');
    await stays();
  });

  test('what is typed wrongly is said at once, and the field keeps it', async () => {
    const field = visitor.page.locator('#grund');
    await field.fill('abc');
    await visitor.page.locator('#fel a[href="#grund"]').waitFor();
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await field.inputValue(), 'abc');
    await visitor.see('Rätta det som står ovan, så räknas svaret ut.');
    await field.fill('600 000');
    await answers(visitor, '1 200 000 kr mindre');
    await stays();
  });

  test('an association and a municipality are told why, and the way back keeps the scenario', async () => {
    await visitor.page.locator('#resultat a.why[href*="forbund="]', { hasText: '23 000 000' }).first().click();
    await visitor.page.waitForURL('**/fordelning/varfor**');
    await visitor.see(
      'Varför får Länsförbundet 11 500 000 kr av staten?', 'Varje förbund får 600 000 kr i grundtilldelning.',
      'Behovsdelen är 10 900 000 kr.', 'Vad medlemmarna betalar',
    );
    await visitor.page.goBack();
    await answers(visitor, '1 200 000 kr mindre');
    await visitor.page.locator('#resultat a.why[href*="medlem=Gnosj"]').last().click();
    await visitor.page.waitForURL('**/fordelning/varfor**');
    await visitor.see('Varför betalar Gnosjö', 'Partens del är en fjärdedel av det', 'Nyckeln är invånare 18–64 år: Gnosjö har', 'Exakt blir det');
    await visitor.does('Tillbaka till beräkningen');
    await answers(visitor, '1 200 000 kr mindre');
    assert.equal(await visitor.page.locator('#andringar li').count(), 1);
  });

  test('a change is taken away again, and the browser goes back to it', async () => {
    await visitor.page.locator('#andringar').getByRole('link', { name: /^Ta bort/ }).click();
    await visitor.page.getByText('Inga ändringar än.').waitFor();
    await visitor.page.goBack();
    await answers(visitor, '1 200 000 kr mindre');
  });
});

test('the same without scripts, by plain forms', async () => {
  const visitor = await town.visitor({ javaScriptEnabled: false });
  await visitor.go('/fordelning');
  const button = await fillInMerger(visitor, 'Länsförbundet');
  await Promise.all([visitor.page.waitForURL('**/fordelning?**'), button.click()]);
  await visitor.see(...answer);
  await visitor.fill({ 'Grundtilldelning till varje förbund': '500 000' });
  await visitor.does('Räkna om');
  await visitor.see('1 400 000 kr mindre', 'till 22 800 000 kr');
  const split = await adding(visitor, 'Dela ett förbund');
  await visitor.fill({ 'Vilket förbund delas?': 'Länsförbundet' }, split);
  await visitor.does('Visa kommunerna');
  await visitor.fill({ 'Jönköping': 'Andra delen', 'Vad ska den första delen heta?': 'Runt om', 'Vad ska den andra delen heta?': 'Staden' });
  await visitor.does('Dela', { exact: true });
  await visitor.see('Länsförbundet delas i Runt om (', 'och Staden (Jönköping).');
  await visitor.does('Ta bort ändring 2');
  await visitor.see('1 400 000 kr mindre');
  await visitor.leave();
});

test('the whole country is eighty associations, with what is illustrative said and a map of what changes', async () => {
  const visitor = await town.visitor();
  await visitor.go('/fordelning');
  await visitor.page.getByLabel('Län', { exact: true }).selectOption('alla');
  await answers(visitor, 'landets 80 förbund', '678 000 000 kr');
  assert.equal(asked(visitor).get('lan'), 'alla');
  await visitor.see('Illustrativt.');
  await visitor.page.getByLabel('Grundtilldelning till varje förbund', { exact: true }).fill('1 000 000');
  const areas = visitor.page.locator('svg.map-country a use');
  await areas.first().waitFor();
  assert.ok(await areas.count() > 200, `${await areas.count()} municipalities are drawn`);
  assert.equal(await visitor.page.locator('svg.map-country a').count(), 80);
  const drawn = await areas.first().evaluate((it) => it.getBoundingClientRect());
  assert.ok(drawn.width > 0 && drawn.height > 0, 'a municipality has an area');
  await visitor.see('Karta över landet', 'Samma uppgifter står i tabellen nedan.');
  await visitor.leave();
});

describe('what is kept', () => {
  let office;
  let scenario;
  before(async () => { office = await town.as('office'); });
  after(async () => office.leave());

  test('the office saves a scenario and finds it in the list', async () => {
    scenario = await saveScenario(office, merged(), 'Prövning av ett förbund', 'Som översynen 2020 prövade.');
    await office.see(...answer, 'Som översynen 2020 prövade.');
    await office.go(`${county}/scenarier`);
    await office.see('Prövning av ett förbund', '22 600 000', '−1 600 000', 'Karin Ekdahl');
  });

  test('a name that is taken is said at the field, with what was typed kept', async () => {
    await office.go(merged('Ett annat'));
    await office.does('Spara scenariot');
    await office.fill({ 'Namn': 'Prövning av ett förbund', 'Beskrivning': 'Samma namn en gång till.' });
    await office.press('Spara', { answers: 422, exact: true });
    await office.see('Välj ett annat namn; det finns redan ett scenario som heter Prövning av ett förbund.', ...answer);
    assert.equal(await office.page.getByLabel('Namn').getAttribute('aria-invalid'), 'true');
    assert.equal(await office.page.getByLabel('Namn').inputValue(), 'Prövning av ett förbund');
    assert.equal(await office.page.getByLabel('Beskrivning').inputValue(), 'Samma namn en gång till.');
    await office.fill({ 'Namn': 'Ett annat länsförbund' });
    await office.does('Spara', { exact: true });
    await office.see('Scenariot är sparat.', 'Ett annat länsförbund', 'Samma namn en gång till.');
  });

  test('it is given another name, put aside and taken back', async () => {
    await office.go(scenario);
    await office.page.getByText('Ändra namn och beskrivning').click();
    await office.fill({ 'Namn': 'Ett förbund i länet' });
    await office.does('Spara', { exact: true });
    await office.see('Namnet är ändrat.', 'Ett förbund i länet', 'Som översynen 2020 prövade.');
    await office.does('Kassera');
    await office.see('Scenariot är lagt åt sidan.', 'kasserat');
    await office.go(`${county}/scenarier`);
    await office.fill({ 'Läge': 'Kasserat' });
    await office.does('Visa', { exact: true });
    await office.see('1 av ');
    await office.does('Ett förbund i länet');
    await office.does('Ta tillbaka');
    await office.see('Scenariot är tillbaka.');
    await office.go(`${county}/scenarier`);
    await office.see('Ett förbund i länet', '22 600 000');
    const row = office.page.locator('tr', { hasText: 'Ett förbund i länet' });
    assert.equal(await row.getByText('Kasserat').count(), 0);
  });

  test('three are compared', async () => {
    await saveScenario(office, merged('Södra länet', three.slice(0, 2)), 'Prövning av två förbund');
    await saveScenario(office, '/fordelning?grund=500+000', 'Högre grund');
    await office.go(`${county}/scenarier`);
    for (const name of ['Ett förbund i länet', 'Prövning av två förbund', 'Högre grund']) await office.page.getByLabel(`Jämför ${name}`).check();
    await office.does('Jämför valda');
    // 24 200 000 with one base less twice, with one less, and with a higher one three times.
    await office.see(
      'Högre grund ger mest pengar tillsammans. Ett förbund i länet ger minst. Skillnaden är 2 200 000 kr om året.',
      '22 600 000', '23 400 000', '24 800 000',
    );
  });

  test('it is taken out as report and tables, saved or not', async () => {
    await office.go(scenario);
    await takeOut(office, 'pdf');
    await takeOut(office, 'xlsx');
    const table = await takeOut(office, 'csv');
    assert.match(table, /Länsförbundet/);
    await office.go(merged());
    for (const kind of ['pdf', 'xlsx', 'csv']) await takeOut(office, kind);
  });

  test('every grouping is tried, and the best is opened in the calculator', async () => {
    await office.go(`${county}/gruppering`);
    await office.see('13 kommuner', '27 644 437 sätt');
    await office.fill({ 'Vad ett förbund kostar att administrera under ett år': '900 000' });
    await office.does('Pröva alla');
    // A search that takes a while says how far it has come, and becomes its answer by itself.
    const answered = office.page.getByRole('heading', { name: 'Bästa grupperingen i Jönköpings län' });
    const going = office.page.locator('[data-again]');
    await answered.or(going).first().waitFor();
    if (await going.count() > 0) await office.see('av 27 644 437 grupperingar är prövade', 'Prövningen fortsätter');
    await answered.waitFor({ timeout: 120_000 });
    await office.see('27 644 437 grupperingar är prövade.', 'Illustrativt.', 'Bäst för varje antal förbund');
    await office.does('Öppna i räknaren');
    await answers(office, 'om året');
    assert.ok(await office.page.locator('#andringar li').count() > 0, 'the grouping is made of changes');
  });

  test('what cannot be tried is said at each field', async () => {
    await office.go(`${county}/gruppering`);
    await office.fill({ 'Vad ett förbund kostar att administrera under ett år': 'mycket', 'Minsta antal förbund': '40' });
    await office.press('Pröva alla', { answers: 422 });
    await office.see('Skriv vad ett förbund kostar att administrera i kronor, som 900 000.', 'Skriv ett antal från 1 till 13, eller lämna tomt.');
    assert.equal(await office.page.getByLabel('Vad ett förbund kostar').inputValue(), 'mycket');
  });
});

describe('a decision paper', () => {
  let office;
  let chair;
  let paper;
  before(async () => {
    [office, chair] = await Promise.all([town.as('office'), town.as('chair')]);
    await saveScenario(office, merged('Underlagets förbund'), 'Till underlaget');
    await saveScenario(office, '/fordelning?grund=450+000', 'Grund till underlaget');
  });
  after(async () => Promise.all([office.leave(), chair.leave()]));

  test('is begun from the three alternatives, stands on scenarios, and is read', async () => {
    await office.go(`${county}/beslutsunderlag`);
    await office.does('Nytt beslutsunderlag');
    await office.does('Fyll i formuläret med dem');
    const scenarios = office.page.getByLabel('Sparat scenario som siffrorna hämtas från');
    await scenarios.nth(0).selectOption({ label: 'Grund till underlaget' });
    await scenarios.nth(2).selectOption({ label: 'Till underlaget' });
    await office.fill({ 'Förslag till beslut': 'att förbunden är kvar som de är' });
    await office.does('Spara underlaget');
    paper = office.path;
    await office.see(
      'Underlaget är sparat.', 'Samordningsförbundens organisation i Jönköpings län', 'Verksamheten är lokalt förankrad.',
      'Alternativ 3: Sammanslagning till ett länsförbund', '22 600 000', '−1 600 000', 'Alternativen bredvid varandra',
      'Utan siffror: Samordnad administration för de tre förbunden.', 'att förbunden är kvar som de är',
    );
    await takeOut(office, 'pdf');
    await office.go(`${county}/beslutsunderlag`);
    await office.see('Samordningsförbundens organisation i Jönköpings län');
  });

  test('of two who write at once, the later is told what the first changed, and keeps and saves what was typed', async () => {
    await Promise.all([office.go(`${paper}/andring`), chair.go(`${paper}/andring`)]);
    await office.fill({ 'Bedömning': 'Styrelsernas svar bör avgöra.' });
    await office.does('Spara underlaget');
    await office.see('Underlaget är sparat.', 'Styrelsernas svar bör avgöra.');
    await chair.fill({ 'Bedömning': 'Medlemmarnas svar bör avgöra.', 'Diarienummer': 'SV 2026/7' });
    await chair.press('Spara underlaget', { answers: 409 });
    await chair.see('Någon annan hann före', 'Det här har ändrats medan du skrev', 'Styrelsernas svar bör avgöra.');
    assert.equal(await chair.page.getByLabel('Bedömning').inputValue(), 'Medlemmarnas svar bör avgöra.');
    assert.equal(await chair.page.getByLabel('Diarienummer').inputValue(), 'SV 2026/7');
    await chair.does('Spara underlaget');
    await chair.see('Underlaget är sparat.', 'Medlemmarnas svar bör avgöra.', 'SV 2026/7', 'Birgitta Lindqvist');
  });

  test('without a title, or with two alternatives of one name, it says so and keeps the rest', async () => {
    await office.go(`${paper}/andring`);
    await office.fill({ 'Rubrik': '' });
    const names = office.page.getByLabel('Alternativets namn');
    await names.nth(1).fill(await names.nth(0).inputValue());
    await office.press('Spara underlaget', { answers: 422 });
    await office.see('Skriv underlagets rubrik.', 'ge dem olika namn');
    assert.equal(await office.page.locator('#alternatives').count(), 1, 'the summary leads to the alternatives');
    assert.equal(await office.page.getByLabel('Förslag till beslut').inputValue(), 'att förbunden är kvar som de är');
  });

  test('is put aside and taken back', async () => {
    await office.go(paper);
    await office.does('Lägg underlaget åt sidan');
    await office.see('Underlaget är lagt åt sidan.', 'kasserat');
    await office.does('Ta tillbaka underlaget');
    await office.see('Underlaget är tillbaka.');
  });
});

describe('who may', () => {
  const formType = { 'content-type': 'application/x-www-form-urlencoded' };
  const query = `lan=06&${merged('Ordförandens').split('?')[1]}`;

  test('the chair saves; the preparatory group reads what is saved and is offered nothing else', async () => {
    const chair = await town.as('chair');
    const scenario = await saveScenario(chair, merged('Ordförandens'), 'Ordförandens förslag');
    await chair.leave();
    const group = await town.as('group');
    await group.go(`${county}/scenarier`);
    await group.see('Ordförandens förslag');
    await group.go(scenario);
    await group.see(...answer);
    await group.seeNot('Kassera');
    await group.seeNot('Ändra namn och beskrivning');
    await group.go(merged());
    await group.see(...answer);
    await group.seeNot('Spara scenariot');
    const headers = { ...formType, origin: town.origin };
    const sent = [
      [`${county}/scenarier`, { name: 'Gruppens', query }], [`${scenario}/namn`, { name: 'Gruppens' }], [`${scenario}/undanlaggning`, {}],
      [`${county}/beslutsunderlag`, { title: 'Gruppens' }],
    ];
    for (const [path, fields] of sent) {
      const answer = await group.fetch(path, { method: 'POST', data: new URLSearchParams(fields).toString(), headers });
      assert.equal(answer.status(), 403, path);
    }
    for (const path of [`${county}/scenarier/ny?${query}`, `${county}/beslutsunderlag/ny`]) {
      assert.equal(await group.visit(path), 403, path);
      await group.see('Du har inte behörighet till det här');
    }
    await group.leave();
  });

  test('a visitor is asked to log in, and an applicant is told who may', async () => {
    const visitor = await town.visitor();
    for (const path of ['scenarier', 'gruppering', 'beslutsunderlag', 'jamforelse', 'scenarier/ny', 'scenarier/1/rapport.pdf']) {
      await visitor.visit(`${county}/${path}`);
      assert.equal(visitor.path, '/logga-in', path);
    }
    await visitor.leave();
    const applicant = await town.as('applicant');
    assert.equal(await applicant.visit(`${county}/scenarier`), 403);
    await applicant.leave();
  });
});

test('whatever stands in a hand-written address is answered by a sentence', async () => {
  const visitor = await town.visitor();
  const steps = (count) => new URLSearchParams(Array.from({ length: count }, () => ['andring', 'tak Finnveden = inget'])).toString();
  const wrong = [
    ['grund=abc', 'Skriv beloppet i kronor, som 400 000, eller i tusental, som 400 tkr.'],
    [steps(41), 'Högst 40 ryms i ett scenario'],
    [`andring=${encodeURIComponent('slå ihop Atlantis + Finnveden = Nytt')}`, 'Atlantis'],
    [`andring=${encodeURIComponent('flytta Atlantis > Finnveden')}`, 'Atlantis'],
    ['andring=hej', 'Ändring 1 går inte att läsa. Skriv ändringen som'],
    ['lagg=ihop', 'behöver rättas'],
    ['grund=-1', 'Skriv beloppet'],
    [`grund=${'9'.repeat(39)}`, 'behöver rättas'],
    ['lan=99', '24 200 000 kr'], ['underlag=hej', '24 200 000 kr'], ['%ff=%fe&&==', '24 200 000 kr'],
  ];
  for (const [query, words] of wrong) {
    const status = await visitor.visit(`/fordelning?${query}`);
    assert.ok(status < 500, `${query.slice(0, 60)} answers ${status}`);
    await visitor.see(words);
  }
  for (const path of ['varfor', 'varfor?forbund=Atlantis', 'varfor?medlem=Atlantis&medlemspart=kommuner', 'tabell.csv?grund=abc', 'rapport.pdf?andring=hej']) {
    assert.equal(await visitor.visit(`/fordelning/${path}`), 404, path);
    await visitor.see('Sidan finns inte');
  }
  await visitor.leave();
  const office = await town.as('office');
  for (const path of ['/lan/99/scenarier', `${county}/scenarier/999`, `${county}/scenarier/x`, `${county}/beslutsunderlag/999`, `${county}/beslutsunderlag/999/andring`]) {
    assert.equal(await office.visit(path), 404, path);
    await office.see('Sidan finns inte');
  }
  assert.ok(await office.visit(`${county}/jamforelse?scenario=1&scenario=x&scenario=999`) < 400);
  await office.see('Välj minst två scenarier att jämföra.');
  await office.leave();
});

test('nothing went wrong beneath the pages', () => assert.deepEqual(town.trouble(), []));
