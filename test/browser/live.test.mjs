// A meeting that is held, followed by somebody who does nothing: the page follows along, and moves for nobody who acts.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { place } from './parts/initiative.mjs';
import { openMeeting, today } from './parts/meeting.mjs';
import { Town } from './parts/town.mjs';

/** Soon, on a machine on which everything else is tested at the same time. */
const soon = { timeout: 20_000 };

describe('the page of a meeting that is held', () => {
  let town;
  let office;
  let chair;
  let home;
  before(async () => {
    town = await Town.open();
    office = await town.as('office');
    chair = await town.as('chair');
    await office.go(`${place}/sammantraden`);
    await office.does('Planera sammanträde');
    await office.fill({
      'Vilket organ möts?': 'Styrelsen', 'Dag': today, 'Från klockan': '15:00', 'Till klockan': '16:00',
      'Plats': 'Kansliet, Jönköping', 'Skäl, om det är ett extra sammanträde': 'Frågan kan inte vänta.',
    });
    await office.explains('Planera', 'Alla ledamöter är vidtalade.');
    home = office.path;
    await office.go(`${home}/kallelse`);
    await office.explains('Fastställ kallelsen', 'Alla ledamöter är vidtalade och har fått handlingarna.');
    await openMeeting(office, home);
  });
  after(async () => town.close());

  const shown = () => chair.page.locator('[data-live]').innerText();
  const number = () => chair.page.locator('[data-live]').getAttribute('data-number');
  const next = async (from) => {
    await chair.page.waitForFunction(
      (was) => document.querySelector('[data-live]')?.dataset.number !== was, from, soon,
    );
  };
  const takeUp = async () => {
    await office.go(home);
    await office.does('Ta upp punkten');
  };

  test('it shows the item that is taken up, without being loaded again', async () => {
    await chair.go(home);
    await chair.page.evaluate(() => { window.unmoved = true; });
    const [was, text] = [await number(), await shown()];
    await takeUp();
    await next(was);
    assert.notEqual(await shown(), text);
    assert.equal(await chair.page.evaluate(() => window.unmoved), true, 'the page was not loaded again');
  });

  test('it waits while somebody is about to act in it, says so, and follows when they have left', async () => {
    await chair.go(home);
    await chair.page.locator('[data-live] a').first().focus();
    const was = await number();
    await takeUp();
    await chair.page.locator('[data-live-news]').waitFor({ state: 'visible', ...soon });
    assert.equal(await number(), was, 'nothing moves under the hands');
    await chair.page.evaluate(() => document.activeElement.blur());
    await next(was);
    assert.equal(await chair.page.locator('[data-live-news]').isVisible(), false);
  });
});
