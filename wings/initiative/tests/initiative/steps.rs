//! An initiative as it stands at each step, for the tests to begin from.

use std::collections::BTreeMap;

use domain::decision::Entered;
use domain::ids::InitiativeId;
use domain::initiative::events::Stage;
use domain::{Command, Ctx};
use jiff::civil::date;
use serde_json::json;
use town::{Answer, Browser, SLUG, Town, person};
use uuid::Uuid;

pub(crate) const LIST: &str = "/f/sjobygden/insatser";
pub(crate) const ONE: &str = "/f/sjobygden/insatser/1";

pub(crate) fn at(noun: &str) -> String {
    format!("{ONE}/{noun}")
}

pub(crate) const IDEA: [(&str, &str); 3] = [
    ("title", "Ett spår till arbete"),
    ("text", "Unga vuxna möter fem dörrar."),
    ("applicant", "Sjöstads kommun"),
];

/// A whole application.
pub(crate) const APPLICATION: [(&str, &str); 24] = [
    ("title", "Ett spår till arbete"),
    ("orientation", "individual"),
    ("need", "Stödet är splittrat."),
    ("target_group", "Personer 18–29 år."),
    ("needs_coordination", "ja"),
    ("aims_at_work_ability", "ja"),
    ("parties", "1"),
    ("parties", "4"),
    ("carrier", "1"),
    ("members_heard", "1"),
    ("members_heard", "4"),
    ("method", "Ett gemensamt team."),
    ("goals", "Sex av tio i arbete."),
    ("indicators", "Andel i arbete."),
    ("from", "2027-01-01"),
    ("until", "2028-12-31"),
    ("budget_year", "2027"),
    ("budget_year", "2028"),
    ("budget_amount", "900 000"),
    ("budget_amount", "700 000 kr"),
    ("follow_up", "Kvartalsvis."),
    ("evaluation", "Slutrapport."),
    ("implementation", "Kommunen tar över."),
    ("receiver", "1"),
];

/// A proposal to grant less than what is applied for.
pub(crate) const PROPOSAL: [(&str, &str); 12] = [
    ("approve", "ja"),
    ("clauses", "att bevilja Ett spår till arbete\natt styrgruppen rapporterar"),
    ("grounds", "Behovet är belagt."),
    ("amount_year", "2027"),
    ("amount", "800 000"),
    ("amount_year", "2028"),
    ("amount", ""),
    ("from", "2026-11-02"),
    ("until", "2027-12-31"),
    ("financing", "Inom budgeten."),
    ("conditions", "Rapport varje halvår."),
    ("reporting_day", "2027-09-01"),
];

pub(crate) fn without<'a>(fields: &[(&'a str, &'a str)], name: &str) -> Vec<(&'a str, &'a str)> {
    fields.iter().filter(|(n, _)| *n != name).copied().collect()
}

pub(crate) fn with<'a>(
    fields: &[(&'a str, &'a str)],
    name: &'a str,
    value: &'a str,
) -> Vec<(&'a str, &'a str)> {
    let mut changed = without(fields, name);
    changed.push((name, value));
    changed
}

/// Sends a form that must be carried out, and opens the page it leads to.
pub(crate) async fn done(browser: &mut Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = browser.post(path, fields).await;
    let to = answer.is(303).to().to_owned();
    browser.get(&to).await
}

/// With an application handed in by Arvid.
pub(crate) async fn handed_in(application: &[(&str, &str)]) -> Town {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, LIST, &IDEA).await;
    done(&mut arvid, &at("utkast"), application).await;
    done(&mut arvid, &at("inlamning"), &[]).await;
    town
}

pub(crate) async fn before_the_board() -> Town {
    let town = handed_in(&APPLICATION).await;
    let (mut petra, mut wilma) = (town.person("petra").await, town.person("wilma").await);
    done(&mut petra, &at("granskning"), &[("text", "Svarar mot målen.")]).await;
    done(&mut petra, &at("forslag"), &PROPOSAL).await;
    done(&mut wilma, &at("beredning"), &PROPOSAL).await;
    town
}

/// Carries out a step of a meeting that is recorded afterwards.
pub(crate) async fn recorded(town: &Town, command: serde_json::Value) {
    let ctx = Ctx {
        now: date(2026, 11, 2).at(9, 0, 0, 0),
        actor: domain::ids::PersonId(person("maja")),
        reasons: BTreeMap::new(),
        entered: Entered::Afterwards,
    };
    let read: Command = serde_json::from_value(command.clone()).unwrap();
    let outcome = town.engine.execute(SLUG, Uuid::new_v4(), town.now(), ctx, read).await;
    outcome.unwrap_or_else(|e| panic!("{command}: {e:?}"));
}

/// The board grants it under an item of its meeting.
pub(crate) async fn granted() -> Town {
    let town = before_the_board().await;
    let plan = json!({ "command": "plan_meeting", "body": 1, "on": "2026-11-02", "from": "08:00:00",
        "until": "09:00:00", "place": "Sjöstad" });
    recorded(&town, plan).await;
    recorded(&town, json!({ "command": "name_source", "meeting": 1, "source": "Protokoll på papper." }))
        .await;
    let content =
        json!({ "kind": "decision", "title": "Ett spår till arbete", "matter": { "initiative": 1 } });
    recorded(&town, json!({ "command": "add_item", "meeting": 1, "content": content })).await;
    recorded(&town, json!({ "command": "open_meeting", "meeting": 1 })).await;
    let item = town.engine.read(SLUG, |a| {
        let (_, meeting) = a.meetings.iter().next().unwrap();
        meeting.items.iter().find(|i| i.content.matter.is_some()).unwrap().id.0
    });
    recorded(&town, json!({ "command": "take_up_item", "meeting": 1, "item": item })).await;
    let grant = json!({ "amounts": { "2027": 80_000_000 }, "from": "2026-11-02", "until": "2027-12-31",
        "financing": "Inom budgeten." });
    recorded(
        &town,
        json!({ "command": "make_decision", "meeting": 1, "item": item, "clauses": ["att bevilja"],
            "appealable": false, "outcome": { "granted": grant } }),
    )
    .await;
    town
}

pub(crate) fn stage(town: &Town) -> Stage {
    town.engine.read(SLUG, |a| a.initiatives[&InitiativeId(1)].stage).unwrap()
}
