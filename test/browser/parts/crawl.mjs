// Finds the pages a person can reach by links, a few of each kind, where the kinds are those of the table of routes.
import { readFileSync } from 'node:fs';

const table = readFileSync(new URL('../../../crates/web/routes.txt', import.meta.url), 'utf8');

/** The addresses that answer with pages, each with what recognises it. More exact ones come first. */
export const kinds = table.split('\n')
  .filter((line) => line.startsWith('GET '))
  .map((line) => line.slice(4).trim())
  // A stream of news is no page.
  .filter((path) => !path.endsWith('/nytt-lage'))
  .filter((path) => !/^\/(healthz|readyz|static|api)\b|\.(csv|ics|pdf|atom|json|xlsx)$/.test(path))
  .sort((a, b) => a.split('{').length - b.split('{').length)
  .map((path) => ({ path, is: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) }));

/** The kind of page an address leads to. */
export function kindOf(path) { return kinds.find((kind) => kind.is.test(path))?.path; }

/** How many of a kind are read: an initiative and a meeting look different at each step. */
function share(kind) { return /\{(insats|sammantrade)\}$/.test(kind) ? 12 : 1; }

/**
 * Walks the links from a page on, each path once, with the query of its first link; calls `meet` at each page that is read.
 * Gives the links that led nowhere.
 */
export async function crawl(person, start, meet) {
  const times = new Map();
  const waiting = [start];
  const known = new Set(waiting);
  const pathOf = (link) => link.split('?')[0];
  const dead = [];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const kind = kindOf(pathOf(path));
    const before = times.get(kind) ?? 0;
    if (!kind || before >= share(kind)) continue;
    times.set(kind, before + 1);
    const status = await person.visit(path);
    if (status >= 400) {
      dead.push(`${path} answers ${status}`);
      continue;
    }
    await meet(path, kind);
    const links = await person.page.locator('a[href^="/"]').evaluateAll((found) => found.map((a) => {
      const { pathname, search } = new URL(a.href);
      return pathname + search;
    }));
    for (const link of links) {
      if (known.has(pathOf(link))) continue;
      known.add(pathOf(link));
      waiting.push(link);
    }
  }
  return dead;
}
