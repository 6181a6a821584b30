//! `…/nyckel`: how several municipalities, and several regions, share their parts, among the bylaws' parameters.

use desk::sent::{Reader, Sent};
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::association::establish::SetBylaws;
use domain::association::events::{Bylaws, ContributionTerms, MemberShare, ShareKey, YearShares};
use domain::ids::MemberId;
use domain::{Command, Refusal};

use super::stage::{numbers, scene, take};
use crate::pages::forms;

/// `GET …/nyckel`.
pub(super) async fn edit(visitor: Visitor) -> Answer {
    let form = visitor.form(visitor.path());
    let main = scene(&visitor, |scene| forms::key(&forms::filled_key(form, scene), scene))?;
    visitor.page(visitor.lang().t("funding-key-title"), &main)
}

/// `POST …/nyckel`: the bylaws of the day with another key, from the day on.
pub(super) async fn save(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let (from, today) = (read.date("from"), visitor.today());
    let bylaws: Option<Bylaws> = visitor.read(|association| {
        let profile = &association.profile;
        profile.bylaws_on(from).or_else(|| profile.bylaws_on(today)).cloned()
    })?;
    let known = bylaws.as_ref().and_then(|bylaws| bylaws.contributions.clone());
    let terms = terms(&mut read, known.as_ref());
    let command = match bylaws {
        Some(bylaws) => {
            let bylaws = Bylaws { contributions: Some(terms), ..bylaws };
            read.into(Command::from(SetBylaws { from, bylaws, source: None }))
        }
        None => {
            Err(Refusal::Order { says: visitor.lang().t("funding-key-no-bylaws").to_owned(), instead: None })
        }
    };
    let to = visitor.under("/medel");
    let title = visitor.lang().t("funding-key-title");
    take(&visitor, &sent, command, title, forms::key, (&to, "funding-said-key")).await
}

fn terms(read: &mut Reader<'_>, known: Option<&ContributionTerms>) -> ContributionTerms {
    let says = "Skriv andelarna som hela tal, ett för varje medlem.";
    let shares = numbers(read, ("member", "share", "contributions"), says);
    let region_shares = numbers(read, ("region", "region_share", "regions"), says);
    let shares: Vec<MemberShare> = shares.into_iter().map(share).collect();
    let region_shares: Vec<MemberShare> = region_shares.into_iter().map(share).collect();
    let municipal_key = match read.text("municipal").as_str() {
        "agreed" => ShareKey::Agreed(stated(read, shares, "contributions")),
        "table" => {
            let year = read.number("year");
            let shares = stated(read, shares, "contributions");
            ShareKey::Table(with_year(known.map(|terms| &terms.municipal_key), year, shares))
        }
        "inhabitants" => ShareKey::Inhabitants,
        _ => {
            read.wrong("municipal", "Välj hur kommunerna delar sin del.");
            ShareKey::Inhabitants
        }
    };
    let region_key = match read.text("regional").as_str() {
        "agreed" => ShareKey::Agreed(stated(read, region_shares, "regions")),
        _ => ShareKey::Inhabitants,
    };
    let outside: Vec<u32> = read.numbers("outside");
    let source = read.text("source");
    if source.is_empty() {
        read.wrong("source", "Skriv var fördelningsnyckeln står, som 11 § i förbundsordningen.");
    }
    let outside_regions = outside.into_iter().map(MemberId).collect();
    ContributionTerms { municipal_key, region_key, outside_regions, source }
}

fn share((member, share): (MemberId, u64)) -> MemberShare {
    MemberShare { member, share }
}

/// The shares, of which there must be some.
fn stated(read: &mut Reader<'_>, shares: Vec<MemberShare>, rows: &'static str) -> Vec<MemberShare> {
    if shares.iter().all(|share| share.share == 0) {
        read.wrong(rows, "Skriv en andel för varje medlem, minst en över noll.");
    }
    shares
}

/// The known table with one year's shares put in or replaced.
fn with_year(known: Option<&ShareKey>, year: i16, shares: Vec<MemberShare>) -> Vec<YearShares> {
    let mut years = match known {
        Some(ShareKey::Table(years)) => years.clone(),
        Some(ShareKey::Inhabitants | ShareKey::Agreed(_)) | None => Vec::new(),
    };
    years.retain(|known| known.year != year);
    years.push(YearShares { year, shares });
    years.sort_by_key(|known| known.year);
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_years_shares_are_replaced_and_the_others_kept() {
        let of = |year, share| YearShares { year, shares: vec![MemberShare { member: MemberId(1), share }] };
        let known = ShareKey::Table(vec![of(2025, 1), of(2027, 2)]);
        let years = with_year(Some(&known), 2026, of(2026, 3).shares);
        assert_eq!(years, [of(2025, 1), of(2026, 3), of(2027, 2)]);
        assert_eq!(with_year(Some(&known), 2027, of(2027, 4).shares), [of(2025, 1), of(2027, 4)]);
        assert_eq!(with_year(Some(&ShareKey::Inhabitants), 2027, vec![]).len(), 1);
    }
}
