//! IT-spåret 2022: one application, two associations, different outcomes.
//!
//! Amounts, years, dates, the divided votes, the extra meeting and the reconsideration are those of the published
//! record; the people and the words are made up.

use domain::Command;
use domain::initiative::events::{BoardOutcome, View};
use domain::initiative::start::{InformConcerned, SetUpSteeringGroup, StartInitiative, SteeringSeat};
use jiff::civil::date;

use super::application::{Brief, approve, prepared, proposed, submitted};
use super::board_meeting::{Division, decision_on, plan};
use super::county::{Profile, member};
use super::people::person;
use super::teller::{Teller, Trouble};

const AT_MOST_300_4: &str = "att bevilja IT-spåret högst 300 000 kronor per år i högst fyra år";
const AT_MOST_300_3: &str = "att bevilja IT-spåret högst 300 000 kronor per år i högst tre år";
const AT_MOST_600_3: &str =
    "att bevilja IT-spåret högst 600 000 kronor per år i högst tre år från och med 2023";

const BRIEF: Brief = Brief {
    title: "IT-spåret, fortsatt finansiering",
    idea: "IT-spåret har prövats i flera år. Regionen vill fortsätta och ansöker om medel för ytterligare åtta år.",
    need: "Personer som varit länge utan arbete och har intresse för IT behöver samordnat stöd av flera parter.",
    target_group: "Vuxna i behov av samordnad rehabilitering med sikte på arbete inom IT.",
    method: "Kartläggning, utbildning i liten grupp och praktik hos arbetsgivare, med handledare hos regionen.",
    goals: "Att deltagarna får eller förbättrar sin förmåga att arbeta.",
    applicant: "Region Jönköpings län",
    carrier: 2,
    parties: &[0, 1, 2, 3],
    kronor_a_year: 600_000,
    first_year: 2023,
    years: 8,
    implementation: "Efter perioden prövar regionen att föra in arbetssättet i sin ordinarie verksamhet.",
};

/// The application until both boards met on 2 May 2022.
async fn until_may(t: &mut Teller, profile: &Profile) -> Result<domain::ids::InitiativeId, Trouble> {
    let author = profile.seats.get(2).map_or("", |s| s.official);
    let initiative = submitted(t, &BRIEF, person(author), date(2022, 1, 20)).await?;
    let views = [
        (0, View::Doubts, "Försäkringskassan ser nytta för enskilda men tvekar om åtta år."),
        (2, View::Supports, "Regionen vill fortsätta på nuvarande nivå."),
        (3, View::Doubts, "Kommunen vill se fler alternativ för målgruppen."),
    ];
    let proposal = || {
        let grounds =
            "Parterna är inte eniga om nivå och tid; ett lägre belopp ger utrymme för andra insatser.";
        approve(BRIEF.grant(300_000, 4, &[date(2023, 9, 1)]), AT_MOST_300_4, grounds)
    };
    proposed(t, profile, initiative, &views, proposal(), date(2022, 3, 1)).await?;
    prepared(t, profile, initiative, proposal(), date(2022, 4, 5)).await?;
    Ok(initiative)
}

/// Södra Vätterbygden: at most 300 000 on 2 May; an extra meeting on 20 June, 3–3, the chair's casting vote.
pub(crate) async fn sodra_vatterbygden(t: &mut Teller, profile: &Profile) -> Result<(), Trouble> {
    let initiative = until_may(t, profile).await?;
    let title = "IT-spåret, ansökan om fortsatt finansiering";

    let may = [decision_on(initiative, title, &[AT_MOST_300_4])];
    let mut s = plan(t, profile, date(2022, 5, 2), date(2022, 4, 6), None, &may).await?;
    s.notice(date(2022, 4, 22)).await?;
    s.open("Hanna Öst", &[], &[]).await?;
    if let Some(item) = s.until(title).await? {
        s.take_up(item).await?;
        s.divide(
            item,
            Division {
                first: (
                    "Ulrika Bohlin",
                    AT_MOST_300_4,
                    BoardOutcome::Granted(BRIEF.grant(300_000, 4, &[date(2023, 9, 1)])),
                ),
                second: (
                    "Tomas Granat",
                    "att bevilja 600 000 kronor per år i åtta år",
                    BRIEF.granted_in_full(),
                ),
                for_first: &["Ulrika Bohlin", "Mikaela Frisk", "Birgitta Lindqvist", "Viktor Asp"],
                abstain: &[],
                wins: 1,
            },
        )
        .await?;
        s.decide(item, &[AT_MOST_300_4], None).await?;
        s.reserve(item, "Tomas Granat", "Jag reserverar mig till förmån för mitt yrkande.").await?;
    }
    s.conclude("Hanna Öst", date(2022, 5, 6), date(2022, 5, 11), date(2022, 5, 12)).await?;

    let title = "IT-spåret, ny prövning";
    let june = [decision_on(initiative, title, &[AT_MOST_600_3])];
    let extra = Some("Regionen har begärt att frågan om IT-spåret prövas på nytt.");
    let mut s = plan(t, profile, date(2022, 6, 20), date(2022, 6, 7), extra, &june).await?;
    s.t.because(
        "notice-period",
        "Extra sammanträde före sommaren; ledamöterna fick handlingarna i förväg per post.",
    );
    s.notice(date(2022, 6, 15)).await?;
    s.open("Hanna Öst", &["Inga-Lill Torp"], &["Inga-Lill Torp"]).await?;
    if let Some(item) = s.until(title).await? {
        s.take_up(item).await?;
        s.divide(
            item,
            Division {
                first: (
                    "Ulrika Bohlin",
                    AT_MOST_300_4,
                    BoardOutcome::Granted(BRIEF.grant(300_000, 4, &[date(2023, 9, 1)])),
                ),
                second: (
                    "Tomas Granat",
                    AT_MOST_600_3,
                    BoardOutcome::Granted(BRIEF.grant(600_000, 3, &[date(2023, 9, 1)])),
                ),
                for_first: &["Ulrika Bohlin", "Mikaela Frisk", "Viktor Asp"],
                abstain: &[],
                wins: 2,
            },
        )
        .await?;
        s.decide(item, &[AT_MOST_600_3], None).await?;
        s.reserve(item, "Ulrika Bohlin", "Beloppet tränger undan andra insatser.").await?;
        s.reserve(item, "Mikaela Frisk", "Jag instämmer i Ulrika Bohlins reservation.").await?;
        s.assign(
            item,
            profile.director,
            "Stämma av nivån 2024 och 2025 med medlemmarna",
            Some(date(2023, 9, 1)),
        )
        .await?;
    }
    s.conclude("Hanna Öst", date(2022, 6, 22), date(2022, 6, 27), date(2022, 6, 28)).await?;
    s.finish_assignment("Nivån är avstämd med medlemmarna och tas upp i budgetarbetet.", date(2023, 8, 28))
        .await?;
    started(t, profile, initiative, &["Moa Rask"]).await
}

/// Finnveden: at most 300 000 for four years on 2 May; two members asked for reconsideration; on 23 August at most
/// three years.
pub(crate) async fn finnveden(t: &mut Teller, profile: &Profile) -> Result<(), Trouble> {
    let initiative = until_may(t, profile).await?;
    let title = "IT-spåret, ansökan om fortsatt finansiering";
    let may = [decision_on(initiative, title, &[AT_MOST_300_4])];
    let mut s = plan(t, profile, date(2022, 5, 2), date(2022, 4, 6), None, &may).await?;
    s.notice(date(2022, 4, 22)).await?;
    s.open("Siv Hultgren", &[], &[]).await?;
    if let Some(item) = s.until(title).await? {
        s.take_up(item).await?;
        s.divide(
            item,
            Division {
                first: (
                    "Anders Flod",
                    AT_MOST_300_4,
                    BoardOutcome::Granted(BRIEF.grant(300_000, 4, &[date(2023, 9, 1)])),
                ),
                second: (
                    "Rolf Grankvist",
                    "att bevilja 600 000 kronor per år i åtta år",
                    BRIEF.granted_in_full(),
                ),
                for_first: &["Anders Flod", "Said Karimi", "Kerstin Alm", "Siv Hultgren"],
                abstain: &[],
                wins: 1,
            },
        )
        .await?;
        s.decide(item, &[AT_MOST_300_4], None).await?;
        s.reserve(item, "Rolf Grankvist", "Regionens yrkande ger den långsiktighet som insatsen behöver.")
            .await?;
    }
    s.conclude("Siv Hultgren", date(2022, 5, 6), date(2022, 5, 11), date(2022, 5, 12)).await?;

    let title = "IT-spåret, ny prövning";
    let august = [decision_on(initiative, title, &[AT_MOST_300_3])];
    let mut s = plan(t, profile, date(2022, 8, 23), date(2022, 8, 1), None, &august).await?;
    s.notice(date(2022, 8, 12)).await?;
    s.open("Siv Hultgren", &[], &[]).await?;
    if let Some(item) = s.until(title).await? {
        s.take_up(item).await?;
        s.divide(
            item,
            Division {
                first: (
                    "Anders Flod",
                    AT_MOST_300_3,
                    BoardOutcome::Granted(BRIEF.grant(300_000, 3, &[date(2023, 9, 1)])),
                ),
                second: (
                    "Rolf Grankvist",
                    AT_MOST_600_3,
                    BoardOutcome::Granted(BRIEF.grant(600_000, 3, &[date(2023, 9, 1)])),
                ),
                for_first: &["Anders Flod", "Said Karimi", "Kerstin Alm", "Siv Hultgren"],
                abstain: &[],
                wins: 1,
            },
        )
        .await?;
        s.decide(item, &[AT_MOST_300_3], None).await?;
        s.reserve(
            item,
            "Rolf Grankvist",
            "Vi är två ledamöter som begärt omprövning och vidhåller vårt yrkande.",
        )
        .await?;
        s.reserve(item, "Bengt Åkerman", "Jag instämmer i Rolf Grankvists reservation.").await?;
    }
    s.conclude("Siv Hultgren", date(2022, 8, 26), date(2022, 8, 31), date(2022, 9, 1)).await?;
    started(t, profile, initiative, &[]).await
}

async fn started(
    t: &mut Teller,
    profile: &Profile,
    initiative: domain::ids::InitiativeId,
    also: &[&str],
) -> Result<(), Trouble> {
    t.on(date(2022, 10, 3)).by(person(profile.director));
    let to = ["enhetschefen hos regionen", "styrgruppen", "teamledaren"].map(str::to_owned).to_vec();
    t.tell(Command::from(InformConcerned { initiative, to })).await?;
    let officials = profile.seats.iter().enumerate().take(4);
    let seat = |(place, s): (usize, &super::county::Seats)| SteeringSeat {
        person: person(s.official),
        member: member(place),
    };
    let mut people: Vec<SteeringSeat> = officials.map(seat).collect();
    people.extend(also.iter().map(|who| SteeringSeat { person: person(who), member: member(2) }));
    let name = "Styrgruppen för IT-spåret".to_owned();
    t.tell(Command::from(SetUpSteeringGroup { initiative, name, people })).await?;
    t.on(date(2023, 1, 9));
    t.tell(Command::from(StartInitiative { initiative, on: date(2023, 1, 9) })).await
}
