// The way of an application, as the people along it walk it: each function is one person's part.
export const place = '/f/sodra-vatterbygden';

export const idea = {
  'Rubrik': 'Väg in för unga i Mullsjö',
  'Idén': 'Unga som varken arbetar eller studerar möter tre myndigheter var för sig. De behöver en gemensam väg in.',
  'Organisation som vill söka': 'Mullsjö kommun, arbetsmarknadsenheten',
};

/** A whole application, by the labels of its form; two years, a million each. */
export function application(year) {
  return {
    'Insatsens namn': idea.Rubrik,
    'Inriktning': 'Individinriktad',
    'Behov': 'Fyrtio unga i kommunen saknar sysselsättning sedan mer än ett år.',
    'Målgrupp': 'Unga 18–29 år med behov av stöd från minst två parter, omkring trettio personer.',
    'Målgruppen behöver stöd från minst två parter samtidigt': true,
    'Insatsen ska ge förmåga att förvärvsarbeta': true,
    'Medlemmar som deltar': ['Försäkringskassan', 'Arbetsförmedlingen', 'Mullsjö'],
    'Huvudman': 'Mullsjö',
    'Medlemsorganisationer som ni har talat med': ['Försäkringskassan', 'Arbetsförmedlingen', 'Mullsjö'],
    'Metod': 'Kartläggning, gemensam plan, en kontaktperson, uppföljning varje månad.',
    'Mål': 'Hälften i arbete eller studier efter ett år.',
    'Kvalitetsindikatorer': 'Andel i arbete eller studier tre månader efter avslut.',
    'Första dag': `${year}-01-01`,
    'Sista dag': `${year + 1}-12-31`,
    'Uppföljning': 'Styrgruppen varje kvartal, beredningsgruppen varje halvår.',
    'Utvärdering': 'En extern utvärdering det sista halvåret.',
    'Hur arbetet förs in i ordinarie verksamhet': 'Kommunen tar över kontaktpersonerna i sin ordinarie verksamhet.',
    'Medlem som tar över': 'Mullsjö',
  };
}

/** The applicant has an idea and has talked about it. Gives the address of the initiative. */
export async function bringIdea(applicant) {
  await applicant.go(`${place}/insatser`);
  await applicant.does('Ny idé');
  await applicant.fill(idea);
  await applicant.does('Anteckna idén');
  await applicant.see('Idén är antecknad', idea.Rubrik);
  const home = applicant.path;
  const talks = { 'Min chef': 'Chefen avsätter tid.', 'Förbundets kansli': 'Ryms i verksamhetsplanens mål.' };
  for (const [whom, note] of Object.entries(talks)) {
    await applicant.go(`${home}/samtal`);
    await applicant.fill({ 'Talade med': whom, 'Vad ni kom fram till': note });
    await applicant.does('Anteckna samtalet');
    await applicant.see('Samtalet är antecknat.');
  }
  return home;
}

/** The applicant writes the application, half at first, and hands it in. */
export async function apply(applicant, home, year) {
  await applicant.go(`${home}/utkast`);
  await applicant.fill({ 'Behov': 'Halvfärdigt.' });
  await applicant.does('Spara', { exact: true });
  await applicant.see('Utkastet är sparat.');
  await applicant.fill(application(year));
  await applicant.row('budget', 0, { 'År': String(year), 'Belopp': '1 000 000' });
  await applicant.row('budget', 1, { 'År': String(year + 1), 'Belopp': '1 000 000' });
  await applicant.does('Spara och gå till inlämning');
  await applicant.see('Allt som behövs är ifyllt');
  await applicant.does('Lämna in ansökan');
  await applicant.see('Mottagningskvitto', idea.Rubrik, 'diarienummer');
}

/** The preparatory group states a view, examines and proposes. */
export async function prepareInGroup(group, home) {
  await group.takeUp('Granska ansökan', idea.Rubrik);
  await group.see('Hos beredningsgruppen');
  await group.go(`${home}/synpunkt`);
  await group.fill({ 'Medlem': 'Arbetsförmedlingen', 'Organisationens hållning': 'Tillstyrker', 'Synpunkt': 'Vi deltar med en handläggare.' });
  await group.does('Lämna synpunkten');
  await group.see('Synpunkten är lämnad.');
  await group.go(`${home}/granskning`);
  await group.fill({ 'Vad granskningen visar': 'Ansökan svarar mot lagen, förbundsordningen och målen.' });
  await group.does('Anteckna granskningen');
  await group.go(`${home}/forslag`);
  await group.fill({
    'Förslag': 'Att ansökan beviljas',
    'Beslutet i att-satser': clause,
    'Skäl för förslaget': 'Behovet är belagt.',
    'Finansiering': 'Inom budget för insatser.',
    'Villkor': 'Styrgruppen rapporterar varje halvår.',
  });
  await group.does('Lämna förslaget');
  await group.see('Förslaget är lämnat.', 'Hos arbetsutskottet');
}

export const clause = `att bevilja ${idea.Rubrik} 1 000 000 kronor per år i två år`;

/** The working committee takes the proposal to the board. */
export async function prepareInCommittee(committee, home) {
  await committee.takeUp('Förbered styrelsens beslut', idea.Rubrik);
  await committee.go(`${home}/beredning`);
  await committee.does('Lämna förslaget till styrelsen');
  await committee.see('Förslaget är lämnat till styrelsen.', 'Hos styrelsen');
}
