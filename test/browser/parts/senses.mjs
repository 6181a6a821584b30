// What a page demands of a person's senses and hands; each check gives sentences, none when all is well.
import axe from 'axe-core';

const standards = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549'] };
const aboutColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Everything at a page: rules in light, colours in dark, narrow, enlarged, and the language. */
export async function sense(page) {
  const found = [];
  // Put into the page once: our pages have no frames, which is what a driver of axe would go through.
  await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: 'light' });
  found.push(...await rules(page, standards, 'light'));
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...await rules(page, aboutColour, 'dark'));
  await page.emulateMedia({ colorScheme: 'light' });
  found.push(...await narrow(page), ...await enlarged(page));
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== 'sv') found.push(`lang is ${lang}`);
  return found;
}

async function rules(page, runOnly, scheme) {
  const violations = await page.evaluate(async (runOnly) => {
    const run = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return run.violations;
  }, runOnly);
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) =>
    `${scheme}: ${id}: ${node.html.slice(0, 160)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`));
}

/** Whole at 320 pixels, without going sideways. */
async function narrow(page) {
  await page.setViewportSize({ width: 320, height: 800 });
  const found = await sideways(page, '320 px');
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
}

/** Whole when a window of 1280 is enlarged to twice its size, and when only the text is. */
async function enlarged(page) {
  await page.setViewportSize({ width: 640, height: 400 });
  const zoomed = await sideways(page, 'zoom 200 %');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  const text = await sideways(page, 'text 200 %');
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  return [...zoomed, ...text];
}

async function sideways(page, how) {
  return page.evaluate((how) => {
    const width = document.scrollingElement.scrollWidth;
    if (width <= innerWidth) return [];
    const held = (it) => it.parentElement && (getComputedStyle(it.parentElement).overflowX !== 'visible' || held(it.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter((it) => it.getBoundingClientRect().right > innerWidth + 1 && !held(it));
    const named = wide.slice(-3).map((it) => `${it.tagName.toLowerCase()}.${it.className} "${it.textContent.trim().slice(0, 30)}"`);
    return [`${how}: ${width} px wide in ${innerWidth}: ${named.join(', ')}`];
  }, how);
}

/**
 * How many times, at most, Tab stops inside one control: at year, month, day and the calendar of a date; at hours,
 * minutes, the half of the day in some languages, and the list of a time. To the page it is one control.
 */
const stopsInside = { date: 4, time: 4, 'datetime-local': 7, month: 3, week: 3 };

/** Goes through the page with Tab alone: every control is reached, in order, and seen when it is. */
export async function tab(page) {
  const { expected, most } = await page.evaluate((inside) => {
    const groups = new Set();
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    const reachable = controls.filter((it) => it.tabIndex >= 0 && !it.disabled && it.type !== 'hidden' && it.checkVisibility());
    const stops = reachable.filter((it) => {
      if (it.type !== 'radio') return true;
      const mark = `${[...document.forms].indexOf(it.form)} ${it.name}`;
      return !groups.has(mark) && groups.add(mark);
    });
    stops.forEach((it, at) => { it.dataset.stop = it.type === 'radio' ? `radio ${it.name}` : String(at); });
    // A part of a drawing is shown by its own line, which is not what it is at rest.
    stops.filter((it) => it instanceof SVGElement).forEach((it) => { it.dataset.line = getComputedStyle(it).stroke; });
    return {
      expected: stops.map((it) => it.dataset.stop),
      most: stops.reduce((sum, it) => sum + (inside[it.type] ?? 1), 0),
    };
  }, stopsInside);
  // The walk begins at the top, also where the page itself has moved the focus to what is wrong.
  await page.evaluate(() => {
    getSelection().removeAllRanges();
    if (document.activeElement !== document.body) {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    }
    scrollTo(0, 0);
  });
  const found = [];
  const stops = [];
  for (let presses = 0; presses < most && stops.at(-1) !== expected.at(-1); presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const it = document.activeElement;
      const style = getComputedStyle(it);
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
      const drawn = it instanceof SVGElement && style.stroke !== 'none' && style.stroke !== it.dataset.line;
      const box = it.getBoundingClientRect();
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
      return {
        mark: it.type === 'radio' ? `radio ${it.name}` : it.dataset.stop,
        seen: inside && (outlined || drawn || style.boxShadow !== 'none'),
        what: it.outerHTML.slice(0, 120),
      };
    });
    if (stop.mark === stops.at(-1)) continue;
    stops.push(stop.mark);
    if (!stop.seen) found.push(`focus is not seen at ${stop.what}`);
  }
  const order = expected.filter((mark) => stops.includes(mark));
  if (stops.filter((mark) => order.includes(mark)).join() !== order.join()) found.push('Tab does not follow the order of the page');
  const missed = expected.filter((mark) => !stops.includes(mark));
  if (missed.length > 0) {
    const what = await page.evaluate((marks) => marks.map((m) => document.querySelector(`[data-stop="${m}"]`)?.outerHTML.slice(0, 120)), missed);
    found.push(`Tab does not reach ${what.join(' and ')}`);
  }
  return found;
}
