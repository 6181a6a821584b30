//! The money of the demo: what the published documents say, divided by the law.
//!
//! What is not published is missing, or said to be an illustration at the place where it stands: the day of the state's
//! decision for 2025, the municipalities' key in Jönköpings län, and inhabitants of the right year.

use allocation::asking_round::What;
use domain::Command;
use domain::association::events::MemberKind;
use domain::funding::events::{Count, KeyFigures};
use domain::funding::fix::FixContributions;
use domain::funding::key_figures::NoteKeyFigures;
use domain::funding::step::NoteFundingStep;
use domain::ids::MemberId;
use jiff::civil::{Date, date};
use serde::Deserialize;
use swedish::money::Ore;

use super::county::{Profile, member};
use super::teller::{Teller, Trouble};

/// Inhabitants of every municipality at the end of 2019, by official statistics.
const POPULATION: &str = include_str!("../../../../data/population_2019.csv");
/// The first day of the year: the documents do not say when the state decided.
const FROM: Date = date(2025, 1, 1);

/// A row of the statistics.
#[derive(Debug, Deserialize)]
struct Row {
    municipality: String,
    inhabitants_18_64: u64,
}

/// The inhabitants aged 18–64 of a municipality, by its name as a member.
fn inhabitants(member: &str) -> Result<Option<u64>, csv::Error> {
    let stem = member.strip_suffix(" kommun").unwrap_or(member);
    let mut found = None;
    for row in csv::Reader::from_reader(POPULATION.as_bytes()).deserialize() {
        let row: Row = row?;
        let name = row.municipality.as_str();
        // Vaggeryd is Vaggeryds kommun, and Tranås is Tranås kommun.
        if stem == name || stem.strip_suffix('s') == Some(name) {
            found = Some(row.inhabitants_18_64);
        }
    }
    Ok(found)
}

/// One association of the county: the state's amount for 2025, and the contributions that follow from it.
pub(crate) async fn county(t: &mut Teller, profile: &Profile) -> Result<(), Trouble> {
    t.no_earlier_than(FROM).afterwards();
    if profile.slug == "sodra-vatterbygden" {
        declined(t).await?;
    }
    let state = Ore::from_kronor(profile.income_2025 / 2).unwrap_or_default();
    let source = "Samordningsförbunden – Sammanfattning 2025: hälften av intäkterna enligt budget. \
        Dagen för statens beslut framgår inte; årets första dag är satt i stället."
        .to_owned();
    let decided = What::Decided { amount: state };
    note(t, 2025, FROM, decided, source).await?;
    let mut counts = Vec::new();
    for (place, seat) in profile.seats.iter().enumerate().filter(|(_, s)| s.kind == MemberKind::Municipality)
    {
        let known = inhabitants(seat.member).map_err(|why| t.trouble(&why.to_string()))?;
        let missing = || t.trouble(&format!("invånare saknas för {}", seat.member));
        counts.push(count(member(place), known.ok_or_else(missing)?));
    }
    let figures = KeyFigures {
        year: 2025,
        on: date(2019, 12, 31),
        source: "SCB, folkmängd den 31 december 2019; används som illustration, siffror för rätt dag finns inte här"
            .to_owned(),
        counts,
    };
    t.tell(Command::from(NoteKeyFigures { figures })).await?;
    let amounts = t.look(|a| a.work_out(2025, state).ok().map(|worked| worked.amounts()))?;
    let source = "illustration: budgeten för 2025 delad efter lagen och invånarna; ett beslut om beloppen är inte publicerat"
        .to_owned();
    t.tell(Command::from(FixContributions { year: 2025, on: FROM, source, amounts })).await
}

fn count(member: MemberId, inhabitants: u64) -> Count {
    Count { member, inhabitants }
}

/// The offer of autumn 2016, which came too late.
async fn declined(t: &mut Teller) -> Result<(), Trouble> {
    let source =
        || "förbundets nyhet 2016-10-28, Styrelsebeslut om medel 2017; beloppet anges inte".to_owned();
    note(t, 2017, date(2016, 10, 12), What::OfferUnstated, source()).await?;
    let reason = "För sent för medlemmarna att förankra; samrådet om budgeten var redan hållet.".to_owned();
    note(t, 2017, date(2016, 10, 25), What::Declined { reason }, source()).await
}

/// The question of spring 2016 to Umeåregionen; what was answered is not known.
pub(crate) async fn umea(t: &mut Teller) -> Result<(), Trouble> {
    let source =
        "styrelsens protokoll 2016-04-29 § 39; frågan var känd senast då, dagen då den kom framgår inte";
    note(t, 2017, date(2016, 4, 29), What::Asked, source.to_owned()).await
}

async fn note(t: &mut Teller, year: i16, on: Date, what: What, source: String) -> Result<(), Trouble> {
    t.tell(Command::from(NoteFundingStep { year, on, what, source: Some(source) })).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::county::COUNTY;

    #[test]
    fn every_municipality_of_the_county_is_in_the_statistics() {
        let names = COUNTY.iter().flat_map(|profile| profile.seats);
        let municipalities: Vec<&str> =
            names.filter(|seat| seat.kind == MemberKind::Municipality).map(|seat| seat.member).collect();
        assert_eq!(municipalities.len(), 13);
        for name in municipalities {
            assert!(inhabitants(name).unwrap().is_some_and(|n| n > 3_000), "{name}");
        }
        assert_eq!(inhabitants("Tranås kommun").unwrap(), inhabitants("Tranås").unwrap());
        assert_eq!(inhabitants("Ingenstans kommun").unwrap(), None);
    }
}
