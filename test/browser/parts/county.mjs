// What people do with a county's scenarios, in the words that stand on the pages.
import assert from 'node:assert/strict';

export const county = '/lan/06';
export const three = ['Södra Vätterbygden', 'Finnveden', 'Höglandet'];

/** The address of the calculator with these associations put together. */
export function merged(name = 'Länsförbundet', associations = three) {
  return `/fordelning?${new URLSearchParams({ andring: `slå ihop ${associations.join(' + ')} = ${name}` })}`;
}

/** Opens one of the folded parts where a change is added, and gives it. */
export async function adding(person, title) {
  const part = person.page.locator('details.add').filter({ has: person.page.locator('summary', { hasText: title }) });
  if (!await part.evaluate((it) => it.open)) await part.locator('summary').click();
  return part;
}

/** Fills in the merger of the three. */
export async function fillInMerger(person, name) {
  const part = await adding(person, 'Slå ihop förbund');
  await person.fill({ 'Vilka slås ihop?': three, 'Vad ska det nya förbundet heta?': name }, part);
  return part.getByRole('button', { name: 'Slå ihop', exact: true });
}

/** Saves what a calculator's address reckons, under a name. Gives the address of what was saved. */
export async function saveScenario(person, calculator, name, description = '') {
  await person.go(calculator);
  await person.does('Spara scenariot');
  await person.fill({ 'Namn': name, 'Beskrivning': description });
  await person.does('Spara', { exact: true });
  await person.see('Scenariot är sparat.', name);
  return person.path;
}

/** The first bytes that tell each kind of file. */
const marks = { pdf: '%PDF', xlsx: 'PK', csv: '\ufeff' };

/** Takes out a file by the link that stands on the page, and expects it to be what it says. */
export async function takeOut(person, kind) {
  const link = person.page.locator(`main a[href*=".${kind}"]`).first();
  const answer = await person.fetch(await link.getAttribute('href'));
  assert.equal(answer.status(), 200, `${kind} answers ${answer.status()}`);
  const body = await answer.body();
  const mark = Buffer.from(marks[kind], 'utf8');
  assert.ok(body.subarray(0, mark.length).equals(mark), `${kind} begins with ${body.subarray(0, 8)}`);
  return body.toString('utf8');
}
