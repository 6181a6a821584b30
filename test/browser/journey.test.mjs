// The main job from an idea to a decision on the notice board, each person doing their part; with and without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { apply, bringIdea, clause, idea, place, prepareInCommittee, prepareInGroup } from './parts/initiative.mjs';
import { attest, callMeeting, closeAndWrite, openMeeting, planMeeting, post, takeUpUntil, voteAndDecide } from './parts/meeting.mjs';
import { Town } from './parts/town.mjs';

for (const javaScriptEnabled of [true, false]) {
  describe(`${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    let town;
    let home;
    let meeting;
    let halted = false;
    const people = {};
    // Each part builds on those before it: after one that failed, the rest would only say so again.
    const part = (name, walk) => test(name, async (t) => {
      if (halted) return t.skip('an earlier part failed');
      halted = true;
      await walk();
      halted = false;
    });
    before(async () => {
      town = await Town.open();
      for (const role of ['applicant', 'group', 'committee', 'office', 'chair', 'attester']) {
        people[role] = await town.as(role, { javaScriptEnabled });
      }
      people.visitor = await town.visitor({ javaScriptEnabled });
    });
    after(async () => town.close());

    part('the applicant goes from an idea through talks and a half draft to a receipt with a case number', async () => {
      home = await bringIdea(people.applicant);
      await apply(people.applicant, home, new Date().getFullYear() + 1);
      const pdf = await people.applicant.fetch(`${home}/kvitto.pdf`);
      assert.equal((await pdf.body()).subarray(0, 4).toString(), '%PDF');
    });

    part('the preparatory group states a view, examines and proposes', async () => {
      await prepareInGroup(people.group, home);
    });

    part('the working committee takes the proposal to the board', async () => {
      await prepareInCommittee(people.committee, home);
    });

    part('the office plans a meeting, puts the application on its agenda and sends the notice', async () => {
      meeting = await planMeeting(people.office);
      await callMeeting(people.office, meeting);
    });

    part('the meeting is opened, attendance noted and the officers named', async () => {
      await openMeeting(people.office, meeting);
    });

    part('the application is taken up, voted on from each own seat, and granted', async () => {
      const { office, chair, committee, attester } = people;
      await takeUpUntil(office, meeting, idea.Rubrik);
      await voteAndDecide(office, [[chair, 'bevilja'], [committee, 'bevilja'], [attester, 'avslå']], meeting);
      await people.applicant.go(home);
      await people.applicant.see('Beviljad');
    });

    part('the meeting is closed and its minutes written out', async () => {
      await closeAndWrite(people.office, meeting);
    });

    part('nobody but those called reads the minutes before they are attested and announced', async () => {
      const number = meeting.split('/').pop();
      assert.equal(await people.visitor.visit(`${meeting.replace(/^\/f(\/[^/]+)\/.*/, '/protokoll$1')}/${number}`), 404);
    });

    part('attester and chair attest the minutes', async () => {
      await attest(people.attester, meeting);
      await attest(people.chair, meeting);
    });

    part('the office announces on every board', async () => post(people.office, meeting));

    part('a visitor reads the decision from the notice board without login and takes the PDF along', async () => {
      const { visitor } = people;
      await visitor.go('/anslagstavla');
      await visitor.page.locator(`a[href^="/protokoll${place.slice(2)}/${meeting.split('/').pop()}"]`).first().waitFor();
      await visitor.go(`/protokoll${place.slice(2)}/${meeting.split('/').pop()}`);
      await visitor.see(idea.Rubrik, clause, 'Överklagas senast');
      const pdf = visitor.page.locator('main a[href$=".pdf"]').first();
      const file = await visitor.fetch(await pdf.getAttribute('href'));
      assert.equal(file.status(), 200);
      assert.equal((await file.body()).subarray(0, 4).toString(), '%PDF');
    });

    test('nothing went wrong beneath the pages', () => assert.deepEqual(town.trouble(), []));
  });
}
