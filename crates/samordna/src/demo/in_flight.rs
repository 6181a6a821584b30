//! Södra Vätterbygden today: one application in each step, so that everybody has something waiting.

use domain::Command;
use domain::ids::InitiativeId;
use domain::initiative::events::View;
use domain::initiative::prepare::AskCompletion;
use domain::initiative::start::{InformConcerned, SetUpSteeringGroup, StartInitiative, SteeringSeat};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::application::{Brief, approve, idea, prepared, proposed, submitted};
use super::board_meeting::{BoardMeeting, decision_on, information, plan};
use super::county::{Profile, member};
use super::people::{APPLICANT, person};
use super::teller::{Teller, Trouble};

const ATTESTER: &str = "Hanna Öst";
const OUR_VIEWS: &[(usize, View, &str)] = &[
    (0, View::Supports, "Försäkringskassan ser behovet och kan avsätta tid."),
    (1, View::Supports, "Arbetsförmedlingen vill delta med handläggare."),
    (3, View::Supports, "Kommunen tar värdskapet."),
];

/// A day some days before another, moved back to the nearest weekday.
fn back(today: Date, days: i64) -> Date {
    let day = today.saturating_sub(days.days());
    match day.weekday() {
        Weekday::Saturday => day.saturating_sub(1.day()),
        Weekday::Sunday => day.saturating_sub(2.days()),
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => day,
    }
}

/// A day some days ahead, moved on to the nearest weekday.
fn ahead(today: Date, days: i64) -> Date {
    let day = today.saturating_add(days.days());
    match day.weekday() {
        Weekday::Saturday => day.saturating_add(2.days()),
        Weekday::Sunday => day.saturating_add(1.day()),
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => day,
    }
}

/// Everything in flight, oldest first.
pub(crate) async fn tell(t: &mut Teller, profile: &Profile, today: Date) -> Result<(), Trouble> {
    running(t, profile, today).await?;
    posted(t, profile, today).await?;
    to_be_posted(t, profile, today).await?;
    to_be_attested(t, profile, today).await?;
    before_the_board(t, profile, today).await?;
    with_the_bodies(t, profile, today).await?;
    with_the_applicant(t, today).await?;
    // The next meeting is planned but not called: the office has that waiting.
    plan(t, profile, ahead(today, 16), today, None, &[]).await?;
    Ok(())
}

fn brief(title: &'static str, idea: &'static str, today: Date, kronor_a_year: i64) -> Brief {
    Brief {
        title,
        idea,
        need: "Flera parter möter samma personer var för sig. Stödet blir splittrat och vägen till arbete lång.",
        target_group: "Personer 18–64 år som behöver stöd av minst två av parterna för att komma i arbete.",
        method: "Ett gemensamt team med en kontaktperson per deltagare, kartläggning, plan och uppföljning.",
        goals: "Sex av tio deltagare i arbete, studier eller närmare arbete efter ett år.",
        applicant: "Jönköpings kommun, arbetsmarknadsavdelningen",
        carrier: 3,
        parties: &[0, 1, 3],
        kronor_a_year,
        first_year: today.year().saturating_add(1),
        years: 2,
        implementation: "Kommunen tar efter perioden över kontaktpersonerna i sin ordinarie verksamhet.",
    }
}

/// An application all the way to the board, decided at a meeting on a day. Gives back the closed meeting.
async fn decided<'a>(
    t: &'a mut Teller,
    profile: &'a Profile,
    brief: &Brief,
    on: Date,
) -> Result<BoardMeeting<'a>, Trouble> {
    let initiative = submitted(t, brief, person(APPLICANT), back(on, 60)).await?;
    let clause = format!("att bevilja {} enligt ansökan", brief.title);
    let grounds = "Insatsen svarar mot målen i verksamhetsplanen och parterna är eniga.";
    let proposal = || approve(brief.grant(brief.kronor_a_year, brief.years, &[]), &clause, grounds);
    proposed(t, profile, initiative, OUR_VIEWS, proposal(), back(on, 40)).await?;
    prepared(t, profile, initiative, proposal(), back(on, 25)).await?;
    let items = [
        information("Ekonomirapport", "Utfall mot budget till och med föregående månad.", profile.director),
        decision_on(initiative, brief.title, &[&clause]),
    ];
    let mut s = plan(t, profile, on, back(on, 24), None, &items).await?;
    s.notice(back(on, 10)).await?;
    s.open(ATTESTER, &["Viktor Asp"], &[]).await?;
    if let Some(item) = s.until(brief.title).await? {
        s.take_up(item).await?;
        s.decide(item, &[&clause], Some(brief.granted_in_full())).await?;
        s.assign(
            item,
            profile.director,
            "Kalla parterna till ett första möte om styrgruppen",
            Some(ahead(on, 30)),
        )
        .await?;
    }
    s.close().await?;
    Ok(s)
}

async fn running(t: &mut Teller, profile: &Profile, today: Date) -> Result<(), Trouble> {
    let on = back(today, 200);
    let mut brief =
        brief("Klivet, väg till arbete", "En gemensam ingång till stöd för unga vuxna.", today, 900_000);
    brief.first_year = today.year();
    let mut s = decided(t, profile, &brief, on).await?;
    s.write(back(on, -4)).await?;
    s.attest(ATTESTER, back(on, -8)).await?;
    s.post(back(on, -9)).await?;
    s.take_down(back(on, -9)).await?;
    s.finish_assignment("Parterna har träffats och utsett sina företrädare.", back(on, -20)).await?;
    let started = back(on, -30);
    let initiative = handed_over(t, profile, "Styrgruppen för Klivet", started).await?;
    t.tell(Command::from(StartInitiative { initiative, on: started })).await
}

/// The latest initiative in the hands of its steering group; those concerned have been told.
async fn handed_over(
    t: &mut Teller,
    profile: &Profile,
    group: &str,
    on: Date,
) -> Result<InitiativeId, Trouble> {
    let initiative = t.latest_initiative()?;
    t.on(on).by(person(profile.director));
    let to = ["enhetschefen i Jönköping", "teamledaren"].map(str::to_owned).to_vec();
    t.tell(Command::from(InformConcerned { initiative, to })).await?;
    let people = vec![
        SteeringSeat { person: person("Moa Rask"), member: member(3) },
        SteeringSeat { person: person("Petra Holm"), member: member(0) },
        SteeringSeat { person: person("Amina Sjöberg"), member: member(1) },
    ];
    let name = group.to_owned();
    t.tell(Command::from(SetUpSteeringGroup { initiative, name, people })).await?;
    Ok(initiative)
}

/// On the notice board now, in its appeal period; its steering group is to note the start.
async fn posted(t: &mut Teller, profile: &Profile, today: Date) -> Result<(), Trouble> {
    let on = back(today, 24);
    let brief =
        brief("Brygga till arbete", "Stöd i övergången från rehabilitering till arbete.", today, 650_000);
    let mut s = decided(t, profile, &brief, on).await?;
    s.write(back(on, -4)).await?;
    s.attest(ATTESTER, back(on, -8)).await?;
    s.post(back(on, -9)).await?;
    s.finish_assignment("Parterna har utsett sina företrädare i styrgruppen.", back(on, -7)).await?;
    handed_over(t, profile, "Styrgruppen för Brygga till arbete", back(on, -7)).await?;
    Ok(())
}

/// Attested, and to be announced within two days.
async fn to_be_posted(t: &mut Teller, profile: &Profile, today: Date) -> Result<(), Trouble> {
    let on = back(today, 13);
    let brief = brief(
        "Samordnare för supported employment",
        "En samordnare hos kommunen för alla parter.",
        today,
        480_000,
    );
    let mut s = decided(t, profile, &brief, on).await?;
    s.write(back(today, 5)).await?;
    s.attest(ATTESTER, today.saturating_sub(1.day())).await
}

/// Held, written out, and waiting for those who attest.
async fn to_be_attested(t: &mut Teller, profile: &Profile, today: Date) -> Result<(), Trouble> {
    let on = back(today, 6);
    let brief =
        brief("Efterstöd efter arbetsträning", "Stöd på arbetsplatsen det första halvåret.", today, 520_000);
    let mut s = decided(t, profile, &brief, on).await?;
    s.write(back(today, 2)).await
}

/// Before the board at a meeting today, called ten days ago.
async fn before_the_board(t: &mut Teller, profile: &Profile, today: Date) -> Result<(), Trouble> {
    let brief = brief(
        "Förstudie om ungas beroende",
        "Vilket stöd möter unga med beroende, och vad saknas?",
        today,
        300_000,
    );
    let initiative = submitted(t, &brief, person(APPLICANT), back(today, 50)).await?;
    let clause = "att bevilja Förstudie om ungas beroende 300 000 kronor per år i två år";
    let grounds = "Behovet är belagt och förstudien ger underlag för en gemensam satsning.";
    let proposal = || approve(brief.grant(300_000, 2, &[]), clause, grounds);
    proposed(t, profile, initiative, OUR_VIEWS, proposal(), back(today, 32)).await?;
    prepared(t, profile, initiative, proposal(), back(today, 20)).await?;
    let items = [
        information("Ekonomirapport", "Utfall mot budget till och med oktober.", profile.director),
        decision_on(initiative, "Förstudie om ungas beroende", &[clause]),
    ];
    let mut s = plan(t, profile, today, back(today, 19), None, &items).await?;
    s.notice(back(today, 10)).await
}

async fn with_the_bodies(t: &mut Teller, profile: &Profile, today: Date) -> Result<(), Trouble> {
    let committee = brief(
        "En väg in i Vaggeryd",
        "En dörr in för den som inte vet vart den ska vända sig.",
        today,
        400_000,
    );
    let initiative = submitted(t, &committee, person(APPLICANT), back(today, 28)).await?;
    let clause = "att bevilja En väg in i Vaggeryd 400 000 kronor per år i två år";
    let proposal =
        approve(committee.grant(400_000, 2, &[]), clause, "Kommunen och regionen delar värdskapet.");
    proposed(t, profile, initiative, OUR_VIEWS, proposal, back(today, 8)).await?;

    let group = brief(
        "Grön rehabilitering på landsbygden",
        "Rehabilitering på gårdar i Habo och Mullsjö.",
        today,
        700_000,
    );
    submitted(t, &group, person(APPLICANT), back(today, 15)).await?;
    Ok(())
}

async fn with_the_applicant(t: &mut Teller, today: Date) -> Result<(), Trouble> {
    let completion =
        brief("Språkstöd på väg till arbete", "Språkstöd på arbetsplatser för nyanlända.", today, 350_000);
    let initiative = submitted(t, &completion, person(APPLICANT), back(today, 9)).await?;
    t.on(back(today, 4)).by(person("Amina Sjöberg"));
    let what = "Beskriv hur insatsen skiljer sig från det språkstöd som kommunen redan ger.".to_owned();
    t.tell(Command::from(AskCompletion { initiative, what })).await?;

    t.on(back(today, 6));
    let draft = brief(
        "IPS för unga vuxna",
        "Individanpassat stöd till arbete för unga med psykisk ohälsa.",
        today,
        600_000,
    );
    let initiative = idea(t, &draft, person(APPLICANT)).await?;
    let mut application = draft.application();
    application.evaluation.clear();
    application.implementation.clear();
    application.receiver = None;
    t.write(initiative, application).await?;

    t.on(back(today, 3));
    let title = "Mötesplats för unga utan sysselsättning";
    let fresh = brief(title, "En plats att komma till innan man orkar söka stöd.", today, 0);
    idea(t, &fresh, person(APPLICANT)).await?;
    Ok(())
}
