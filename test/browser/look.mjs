// Pictures of the main pages as each person meets them: `node look.mjs FOLDER`, wide and narrow, light and dark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { county, merged } from './parts/county.mjs';
import { place } from './parts/initiative.mjs';
import { openMeeting, takeUpUntil } from './parts/meeting.mjs';
import { Town } from './parts/town.mjs';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('node look.mjs FOLDER');
mkdirSync(folder, { recursive: true });

const meetings = `${place}/sammantraden`;
const initiatives = `${place}/insatser`;
const pages = {
  visitor: ['/', '/anslagstavla', `/anslagstavla${place.slice(2)}`, `/protokoll${place.slice(2)}/4`, '/regler', '/regler/notice-period', '/tillganglighet', '/logga-in',
    '/fordelning', merged(), '/fordelning?lan=alla&grund=500+000', '/fordelning/varfor?forbund=Finnveden',
  ],
  office: [
    '/oversikt', '/konto', place, initiatives, `${initiatives}/lage`, `${initiatives}/3`, `${initiatives}/9`, meetings, `${meetings}/nytt`,
    `${meetings}/4`, `${meetings}/5/anslag`, `${meetings}/7`, `${meetings}/7/narvaro`, `${meetings}/8`, `${meetings}/8/kallelse`,
    `${meetings}/6/justering/byte`, `${place}/uppdrag`, `${place}/uppdrag/1`,
    `${place}/diarium`, `${place}/diarium/3`, `${place}/personer`, `${place}/personer/uppdrag`,
    `${place}/medel`, `${place}/medel/2017`, `${place}/medel/2025/bidrag`, `${place}/medel/2025/fakturaunderlag`,
    `${place}/medel/andelar`, `${place}/medel/2027/besked`, `${place}/medel/nyckel`,
    `${county}/scenarier`, `${county}/scenarier/1`, `${county}/jamforelse?scenario=1&scenario=2`, `${county}/gruppering`,
    `${county}/beslutsunderlag`, `${county}/beslutsunderlag/ny?mall=tre`,
  ],
  applicant: ['/oversikt', `${initiatives}/10/utkast`, `${initiatives}/10/inlamning`, `${initiatives}/ny`, `${initiatives}/9/kvitto`],
  group: ['/oversikt', `${initiatives}/8/granskning`, `${initiatives}/8/forslag`],
  chair: ['/oversikt', `${meetings}/6`, `${meetings}/6/justering`, `${meetings}/7`],
};

const town = await Town.open();
const office = await town.as('office');
await openMeeting(office, `${meetings}/7`);
await takeUpUntil(office, `${meetings}/7`, 'Förstudie');
pages.office.push(office.path, `${meetings}/7/rattelser`, office.path.replace('behandling', 'utan-beslut'));
for (const [role, paths] of Object.entries(pages)) {
  const { page, ...person } = role === 'visitor' ? await town.visitor() : await town.as(role);
  for (const path of paths) {
    const response = await page.goto(town.origin + path);
    if (response.status() >= 400) console.log(`${role} ${path} answers ${response.status()}`);
    const name = path === '/' ? 'start' : path.slice(1).replace(`${place.slice(1)}/`, '').replace(/[^\w.-]+/g, '_').slice(0, 60);
    for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [320, 'light'], [320, 'dark']]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${role}-${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await person.context.close();
}
await town.close();
