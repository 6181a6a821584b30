// A meeting from its planning to the announcement, as those who hold it go through it.
import { clause, idea, place } from './initiative.mjs';

/** Today by Swedish clocks. */
export const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

/** The office plans an extra meeting today and puts the application on its agenda. Gives the meeting's address. */
export async function planMeeting(office) {
  await office.go(`${place}/sammantraden`);
  await office.does('Planera sammanträde');
  await office.fill({
    'Vilket organ möts?': 'Styrelsen', 'Dag': today, 'Från klockan': '15:00', 'Till klockan': '16:00',
    'Plats': 'Kansliet, Jönköping', 'Skäl, om det är ett extra sammanträde': 'Ansökan kan inte vänta till nästa ordinarie sammanträde.',
  });
  await office.explains('Planera', 'Alla ledamöter är vidtalade.');
  await office.see('Sammanträdet är planerat.');
  const home = office.path;
  await office.does(idea.Rubrik);
  await office.does('Lägg till punkten');
  await office.see('Punkten står på dagordningen.', idea.Rubrik);
  return home;
}

/** The office reads the notice and sends it. */
export async function callMeeting(office, home) {
  await office.go(`${home}/kallelse`);
  await office.see(idea.Rubrik, clause);
  await office.explains('Fastställ kallelsen', 'Alla ledamöter är vidtalade och har fått handlingarna.');
  await office.see('Kallelsen är fastställd');
}

/** The secretary opens, calls the roll and names those who lead and attest. */
export async function openMeeting(office, home) {
  await office.go(home);
  await office.explains('Öppna sammanträdet', 'Alla är här.');
  await office.go(`${home}/narvaro`);
  await office.everyoneServes();
  await office.does('Anteckna närvaron');
  await office.see('Närvaron är antecknad.');
  await office.go(`${home}/funktionarer`);
  await office.fill({ 'Ordförande': 'Birgitta Lindqvist', 'Sekreterare': 'Karin Ekdahl', 'Justerare, tillsammans med ordföranden': ['Hanna Öst'] });
  await office.does('Spara', { exact: true });
}

/** Items are taken up in their order until one of a name is up, or all are; those that are elections get a note. */
export async function takeUpUntil(office, home, title) {
  for (let steps = 0; steps < 60; steps += 1) {
    await office.go(home);
    const now = office.page.locator('.now-how');
    if (await now.getByRole('link', { name: 'Till punkten' }).count() > 0) {
      await office.does('Till punkten');
      await office.fill({ 'Vad som sades': 'Enligt förslag.' });
      await office.does('Spara anteckningen');
    } else if (await now.getByRole('button', { name: 'Ta upp punkten' }).count() > 0) {
      const what = await office.page.locator('.now-what').innerText();
      await office.does('Ta upp punkten');
      if (title && what.includes(title)) return;
    } else {
      return;
    }
  }
}

/** A proposal against the one in the notice, a vote, and the decision that follows from it. */
export async function voteAndDecide(office, voters, home) {
  const item = office.path.replace(/\/[^/]*$/, '');
  await office.go(`${item}/yrkanden`);
  await office.fill({ 'Vem yrkar?': 'Birgitta Lindqvist' });
  await office.does('Anteckna yrkandet');
  await office.go(`${item}/yrkanden`);
  await office.fill({ 'Vem yrkar?': 'Hanna Öst', 'Yrkandet': 'att avslå ansökan', 'Vad betyder det för ansökan?': 'Avslås', 'Varför': 'Underlaget räcker inte.' });
  await office.does('Anteckna yrkandet');
  await office.go(`${item}/omrostning`);
  await office.fill({ 'Yrkanden att rösta mellan': ['Birgitta Lindqvist', 'Hanna Öst'], 'Vad avgörs?': 'Ett vanligt ärende' });
  await office.does('Öppna omröstningen');
  for (const [voter, choice] of voters) {
    await voter.go(home);
    await voter.does('Till omröstningen');
    await voter.fill({ 'Din röst': choice });
    await voter.does('Lägg din röst');
    await voter.see('Din röst är lagd');
  }
  await office.go(`${item}/behandling`);
  await office.restAbstain();
  await office.does('Avsluta och räkna');
  await office.see('Omröstningen är räknad.', 'Det här yrkandet är antaget');
  await office.explains('Anteckna beslutet', 'Enligt omröstningen.');
  await office.see('Beslutet är antecknat.', clause);
}

/** The rest of the items, the close, and the minutes written out. */
export async function closeAndWrite(office, home) {
  await takeUpUntil(office, home);
  await office.go(`${home}/avslutning`);
  await office.explains('Avsluta sammanträdet', 'Allt är behandlat.');
  await office.see('Sammanträdet är avslutat.');
  await office.go(`${home}/protokoll`);
  await office.see(clause);
  await office.explains('Skriv ut protokollet', 'Direkt efter sammanträdet.');
  await office.see('Protokollet är utskrivet.');
}

/** One of those who attest finds it on the overview, reads and attests. */
export async function attest(person, home) {
  await person.takeUp('Justera protokollet', 'Sammanträde');
  await person.go(`${home}/justering`);
  await person.see(clause);
  await person.does('Jag justerar protokollet');
  await person.see('Du har justerat protokollet.');
}

/** The office announces on every board. */
export async function post(office, home) {
  await office.go(`${home}/anslag`);
  await office.does('Anslå', { exact: true });
  await office.see('Anslaget är uppsatt.');
}
