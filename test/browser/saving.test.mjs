// What is written is kept while it is written: a page that is left, a connection that is gone, another who writes too.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bringIdea } from './parts/initiative.mjs';
import { Town } from './parts/town.mjs';

/** Soon, on a machine on which everything else is tested at the same time. */
const soon = { timeout: 20_000 };

describe('an application that is being written', () => {
  let town;
  let applicant;
  let home;
  before(async () => {
    town = await Town.open();
    applicant = await town.as('applicant');
    home = await bringIdea(applicant);
  });
  after(async () => town.close());

  const line = (person) => person.page.locator('[data-autosave-line]');
  const says = (person, words) => line(person).filter({ hasText: words }).waitFor(soon);
  const need = (person) => person.page.getByLabel('Behov', { exact: true });

  test('it is saved without anybody saving it, and is there when the page is opened anew', async () => {
    await applicant.go(`${home}/utkast`);
    await applicant.fill({ 'Behov': 'Fyrtio unga saknar sysselsättning.' });
    await says(applicant, 'Sparat');
    // No question is asked of somebody who leaves what is saved.
    await applicant.go(`${home}/utkast`);
    assert.equal(await need(applicant).inputValue(), 'Fyrtio unga saknar sysselsättning.');
  });

  test('without a connection it says so, keeps the text, and saves when there is one again', async () => {
    await applicant.context.setOffline(true);
    await applicant.fill({ 'Behov': 'Fyrtio unga saknar arbete.' });
    await says(applicant, 'Texten finns kvar här');
    assert.equal(await need(applicant).inputValue(), 'Fyrtio unga saknar arbete.');
    await applicant.context.setOffline(false);
    await applicant.fill({ 'Behov': 'Fyrtio unga saknar arbete och studier.' });
    await says(applicant, 'Sparat');
  });

  test('what is saved by itself is then saved by hand, and by hand from another page it is told', async () => {
    const other = await town.as('applicant');
    await other.go(`${home}/utkast`);
    await applicant.does('Spara', { exact: true });
    await applicant.see('Utkastet är sparat.');
    await applicant.fill({ 'Mål': 'Hälften i arbete efter ett år.' });
    await applicant.does('Spara', { exact: true });
    await other.fill({ 'Mål': 'Alla i arbete efter ett år.' });
    await says(other, 'Inte sparat');
    const answer = await other.press('Spara', { exact: true });
    assert.equal(answer.status(), 409);
    await other.see('Hälften i arbete efter ett år.');
    await other.leave();
  });
});
