// An association's money, as its office notes and fixes it and its board reads it; with scripts and without.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { takeOut } from './parts/county.mjs';
import { place } from './parts/initiative.mjs';
import { spaced } from './parts/person.mjs';
import { Town } from './parts/town.mjs';

const money = `${place}/medel`;
const municipalities = ['Jönköping', 'Habo', 'Mullsjö', 'Vaggeryd'];

let town;
before(async () => { town = await Town.open(); });
after(async () => town.close());

/** An amount as it is written, in öre. */
function ore(text) {
  const [, minus, kronor, rest] = /^(−?)([\d ]+)(?:,(\d\d))?(?: kr)?$/.exec(spaced(text).trim()) ?? assert.fail(`"${text}" is no amount`);
  return (minus ? -1 : 1) * (Number(kronor.replaceAll(' ', '')) * 100 + Number(rest ?? 0));
}

/** A table's rows by what heads them: the cells of each. */
async function rows(person, id) {
  const table = person.page.locator(`[aria-labelledby="${id}"] table`).first();
  const read = await table.locator('tbody tr').evaluateAll((found) => found.map((tr) => [
    tr.querySelector('th')?.innerText ?? '', [...tr.querySelectorAll('td')].map((td) => td.innerText),
  ]));
  return new Map(read.map(([head, cells]) => [spaced(head).trim(), cells]));
}

const sum = (amounts) => amounts.reduce((all, one) => all + one, 0);

for (const javaScriptEnabled of [true, false]) {
  test(`the office sees the overview and notes a step of the round ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    const office = await town.as('office', { javaScriptEnabled });
    const year = new Date().getFullYear() + (javaScriptEnabled ? 1 : 2);
    await office.go(money);
    await office.see('Vad staten ger, vad medlemmarna bidrar med och vem som äger vad.', 'Inget väntar på svar.', 'Alla år', '2025', '5 600 000 kr');
    await office.go(`${money}/${year}/besked`);
    await office.fill({ 'Vad som hände': 'Erbjudande från staten', 'Belopp (': 'mycket' });
    await office.press('Anteckna', { answers: 422, exact: true });
    await office.see('Skriv beloppet i kronor, som 5 600 000.');
    assert.equal(await office.page.getByLabel('Belopp (').inputValue(), 'mycket');
    await office.fill({ 'Belopp (': '5 700 000', 'Var det står': 'Försäkringskassans brev' });
    await office.does('Anteckna', { exact: true });
    await office.see('Beskedet är antecknat.', `Statens besked för ${year}`, 'erbjudande', '5 700 000 kr', 'Försäkringskassans brev', 'Väntar på svar');
    await office.go(money);
    await office.see(`Medel ${year} väntar på svar`);
    await office.go(`${money}/${year}/besked`);
    await office.fill({ 'Vad som hände': 'Erbjudandet avböjdes', 'Varför erbjudandet avböjdes': 'För sent att förankra.' });
    await office.does('Anteckna', { exact: true });
    await office.see('avböjd', 'För sent att förankra.');
    await office.go(money);
    await office.see('Inget väntar på svar.');
    await office.leave();
  });
}

describe('the contributions of 2025', () => {
  let office;
  before(async () => { office = await town.as('office'); });
  after(async () => office.leave());

  test('are half and two quarters to the öre, and each says why', async () => {
    await office.go(`${money}/2025/bidrag`);
    const table = await rows(office, 'bidrag');
    const of = (name) => ore([...table].find(([head]) => head.startsWith(name))?.[1][0] ?? assert.fail(`${name} is not in ${[...table.keys()]}`));
    assert.equal(of('Försäkringskassan'), 560_000_000);
    assert.equal(of('Region Jönköpings län'), 280_000_000);
    assert.equal(sum(municipalities.map(of)), 280_000_000);
    assert.equal(of('Kommunerna tillsammans'), 280_000_000);
    assert.equal(of('Summa'), 1_120_000_000);
    await office.see('fastställda', 'illustration', 'Vad bidragen är uträknade på', 'Invånare 18–64 år', 'Bidragen mot lagen');
    const why = office.page.locator('details').filter({ has: office.page.locator('summary', { hasText: 'Mullsjö' }) });
    await why.locator('summary').click();
    assert.match(spaced(await why.innerText()), /Kommunerna bär tillsammans en fjärdedel av 11 200 000.* invånare som nyckeln räknar.*Det exakta beloppet är/s);
    assert.match(await takeOut(office, 'csv'), /Mullsjö/);
  });

  test('another amount is tried without being saved', async () => {
    await office.fill({ 'Pröva ett annat belopp från staten': 'abc' });
    await office.does('Räkna', { exact: true });
    await office.see('Skriv beloppet i kronor, som 5 600 000.');
    await office.fill({ 'Pröva ett annat belopp från staten': '6 000 000' });
    await office.does('Räkna', { exact: true });
    await office.see('Ett försök', 'om staten gav 6 000 000 kr', 'Inget är sparat.', '12 000 000');
    await office.does('Tillbaka', { exact: true });
    await office.see('11 200 000');
  });

  test('are divided into invoices where every row and column sums', async () => {
    await office.go(`${money}/2025/fakturaunderlag`);
    await office.fill({ 'Antal betalningar': '4' });
    await office.does('Räkna om');
    const table = await rows(office, 'fakturor');
    const members = [...table].filter(([head]) => head !== 'Summa').map(([, cells]) => cells.map(ore));
    const sums = table.get('Summa').map(ore);
    assert.equal(members.length, 6);
    for (const cells of members) assert.equal(sum(cells.slice(0, -1)), cells.at(-1));
    sums.forEach((whole, at) => assert.equal(sum(members.map((cells) => cells[at])), whole));
    assert.equal(sums.length, 5);
    assert.equal(sums.at(-1), 1_120_000_000);
    const lines = (await takeOut(office, 'csv')).trim().split(/\r?\n/);
    assert.equal(lines.length, 1 + 6 * 4);
    await office.go(`${money}/2025/fakturaunderlag?antal=1&dag=i+v%C3%A5r`);
    await office.see('Skriv dagarna som ÅÅÅÅ-MM-DD');
  });

  test('give shares, which say what history they do not know', async () => {
    await office.go(`${money}/andelar`);
    await office.see('Andelar i tillgångar och skulder', 'Andelarna bygger inte på hela historien', 'Störst andel har Försäkringskassan: 50,00 %');
    assert.match(await takeOut(office, 'csv'), /Försäkringskassan/);
    await office.does('Anteckna tillgångar och skulder');
    await office.fill({ 'Dag för redovisningen': '2025-12-31', 'Tillgångar': '3 000 000', 'Skulder': '1 000 000', 'Var det står': 'Årsredovisning 2025, balansräkningen.' });
    await office.does('Anteckna', { exact: true });
    await office.see('Tillgångar och skulder är antecknade.', 'Om en medlem lämnar', 'När skulderna är betalda återstår 2 000 000 kr');
  });
});

test('a board member reads the money and notes nothing; a visitor is asked to log in', async () => {
  const member = await town.as('attester');
  for (const path of ['', '/2025', '/2025/bidrag', '/2025/fakturaunderlag', '/andelar']) {
    await member.go(money + path);
    await member.seeNot('Anteckna');
    await member.seeNot('Fastställ bidragen');
  }
  for (const path of ['/2027/besked', '/2025/invanare', '/2025/faststallelse', '/stallning', '/nyckel', '/2024/tidigare-bidrag']) {
    assert.equal(await member.visit(money + path), 403, path);
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: town.origin };
  const data = 'kind=asked&on=2026-03-01';
  assert.equal((await member.fetch(`${money}/2027/besked`, { method: 'POST', data, headers })).status(), 403);
  await member.leave();
  const visitor = await town.visitor();
  await visitor.visit(`${money}/2025/bidrag`);
  assert.equal(visitor.path, '/logga-in');
  await visitor.leave();
});

test('whatever stands in the address of the money is answered by a page', async () => {
  const office = await town.as('office');
  for (const [path, statuses] of [
    ['/x', [404]], ['/0', [200, 404]], ['/99999', [404]], ['/2025/bidrag?belopp=-1', [200]], ['/2025/bidrag?belopp=99999999999999999999', [200]],
    ['/1999/bidrag', [200, 404]], ['/2031/fakturaunderlag', [200]], ['/andelar?ar=abc', [200]],
  ]) {
    const status = await office.visit(money + path);
    assert.ok(statuses.includes(status), `${path} answers ${status}`);
  }
  await office.leave();
});

test('nothing went wrong beneath the pages', () => assert.deepEqual(town.trouble(), []));
