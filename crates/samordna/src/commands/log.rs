//! `samordna log`: the security log, for whoever runs the installation.

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Args;
use directory::{Directory, Entry, PersonId, Settings, Who};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};
use serde_json::json;

use crate::config::Place;
use crate::say;

/// Läs säkerhetsloggen: vem som gjorde vad med vem, varifrån och när.
#[derive(Debug, Args)]
pub(crate) struct Log {
    #[command(flatten)]
    place: Place,
    /// Från och med den här dagen, som ÅÅÅÅ-MM-DD.
    #[arg(long, value_name = "DAG")]
    since: Option<Date>,
    /// Bara det som en person gjorde eller utsattes för: e-postadress eller id.
    #[arg(long, value_name = "PERSON")]
    person: Option<String>,
    /// Skriv JSON-rader, med id i stället för namn.
    #[arg(long)]
    json: bool,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run(args: &Log) -> ExitCode {
    match lines(args).await {
        Ok(lines) => {
            lines.iter().for_each(say::line);
            ExitCode::SUCCESS
        }
        Err(says) => say::failed(2, says),
    }
}

async fn lines(args: &Log) -> Result<Vec<String>, String> {
    let place = args.place.directory()?;
    let fault = |fault: directory::Fault| fault.to_string();
    let directory = Directory::open(&place, Settings::default()).await.map_err(fault)?;
    let zone = TimeZone::get("Europe/Stockholm").map_err(|why| why.to_string())?;
    let since = match args.since {
        Some(day) => day.to_zoned(zone.clone()).map_err(|why| why.to_string())?.timestamp(),
        None => Timestamp::MIN,
    };
    let person = match &args.person {
        Some(named) => Some(found(&directory, named).await?),
        None => None,
    };
    let entries = directory.security_log(since, person).await.map_err(fault)?;
    if args.json {
        return Ok(entries.iter().map(|entry| as_json(entry).to_string()).collect());
    }
    let names = names(&directory, &entries).await.map_err(fault)?;
    Ok(entries.iter().map(|entry| as_words(entry, &zone, &names)).collect())
}

async fn found(directory: &Directory, named: &str) -> Result<PersonId, String> {
    if let Ok(id) = named.parse() {
        return Ok(PersonId(id));
    }
    let person = directory.person_by_email(named).await.map_err(|fault| fault.to_string())?;
    person
        .map(|person| person.id)
        .ok_or_else(|| format!("Ingen har adressen {named}. Skriv en annan, eller ett id."))
}

async fn names(
    directory: &Directory,
    entries: &[Entry],
) -> Result<BTreeMap<PersonId, String>, directory::Fault> {
    let doers = entries.iter().filter_map(|entry| match entry.who {
        Who::Person(person) => Some(person),
        Who::Operator(_) | Who::Visitor => None,
    });
    let mut ids: Vec<PersonId> = doers.chain(entries.iter().filter_map(|entry| entry.whom)).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = directory.people(&ids).await?;
    let named = people.into_values().filter(|person| !person.name.is_empty());
    Ok(named.map(|person| (person.id, person.name)).collect())
}

fn as_words(entry: &Entry, zone: &TimeZone, names: &BTreeMap<PersonId, String>) -> String {
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_else(|| person.to_string());
    let who = match &entry.who {
        Who::Person(person) => name(person),
        Who::Operator(operator) => format!("förvaltaren ({operator})"),
        Who::Visitor => "någon".to_owned(),
    };
    let at = zone
        .to_datetime(entry.at)
        .round(Unit::Second)
        .map_or_else(|_| entry.at.to_string(), |at| at.to_string());
    let mut says = format!("{}  {who} {}", at.replace('T', " "), entry.act.says());
    if let Some(whom) = &entry.whom {
        says.push(' ');
        says.push_str(&name(whom));
    }
    for (before, more) in [(": ", &entry.detail), (", förbundet ", &entry.place), (", från ", &entry.address)]
    {
        if let Some(more) = more {
            says.push_str(before);
            says.push_str(more);
        }
    }
    match &entry.client {
        Some(client) => format!("{says} ({client})"),
        None => says,
    }
}

fn as_json(entry: &Entry) -> serde_json::Value {
    let (who, operator) = match &entry.who {
        Who::Person(person) => (Some(person), None),
        Who::Operator(name) => (None, Some(name)),
        Who::Visitor => (None, None),
    };
    json!({
        "at": entry.at, "act": entry.act.code(), "who": who, "operator": operator, "whom": entry.whom,
        "place": entry.place, "detail": entry.detail, "address": entry.address, "client": entry.client,
    })
}
