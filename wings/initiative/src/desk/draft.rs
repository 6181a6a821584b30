//! `/f/{forbund}/insatser/{insats}/utkast`: the application, saved whenever one likes.

use std::collections::BTreeMap;

use desk::autosave;
use desk::draft::Draft;
use desk::sent::{Reader, Sent};
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Refusal;
use domain::ids::MemberId;
use domain::initiative::events::Application;
use domain::initiative::form::{self, Kind};
use swedish::money::Ore;
use swedish::reading::{self, Unread};

use super::step;
use crate::pages::{Act, changes, forms};

/// The rows that grow.
const ROWS: &[(&str, &[&str])] = &[("budget", &["budget_year", "budget_amount"])];

/// `GET …/utkast`.
pub(super) async fn edit(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Write, forms::filled_draft, |form, scene| forms::draft(form, scene, &[]))
}

/// `POST …/utkast`: saves; or adds a row and saves nothing.
pub(super) async fn save(visitor: Visitor, sent: Sent) -> Answer {
    let longer =
        step::longer(&visitor, &sent, Act::Write, ROWS, |form, scene| forms::draft(form, scene, &[]));
    if let Some(longer) = longer {
        return longer;
    }
    let seen = seen(&visitor, &sent);
    let home = step::home(&visitor);
    match saved(&visitor, &sent, seen).await? {
        Ok(_) if sent.typed.has(forms::ON) => {
            visitor.go_with(&format!("{home}/inlamning"), "initiative-said-saved")
        }
        Ok(_) => visitor.go_with(&format!("{home}/utkast"), "initiative-said-saved"),
        Err(refusal) => refused(&visitor, &sent, refusal, seen).await,
    }
}

/// `POST …/utkast/sparning`: saves while one writes, and says so in a line.
pub(super) async fn autosave(visitor: Visitor, sent: Sent) -> Answer {
    let seen = seen(&visitor, &sent);
    match saved(&visitor, &sent, seen).await? {
        Ok(draft) => Ok(autosave::saved(&visitor, draft.version, draft.at.unwrap_or(visitor.now()))),
        Err(refusal) => autosave::unsaved(&visitor, refusal),
    }
}

/// The version that whoever sends the form has seen; a form without one stands on what there is.
fn seen(visitor: &Visitor, sent: &Sent) -> u64 {
    sent.read().maybe_number("version").unwrap_or(visitor.draft().version)
}

async fn saved(visitor: &Visitor, sent: &Sent, seen: u64) -> Result<Result<Draft, Refusal>, Stop> {
    let mut read = sent.read();
    let application = application(&mut read);
    match read.into(application) {
        Ok(application) => visitor.save_draft(step::named(visitor)?, seen, application).await,
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The form again, with why not; when somebody else was first, with what they changed.
async fn refused(visitor: &Visitor, sent: &Sent, refusal: Refusal, seen: u64) -> Answer {
    let changed = matches!(refusal, Refusal::Changed(_));
    let mut refused = visitor.refused(sent, refusal)?;
    if !changed {
        return step::again(visitor, refused, Act::Write, |form, scene| forms::draft(form, scene, &[]));
    }
    let (drawer, slug, id) = (visitor.app().drawer(), visitor.slug()?, step::named(visitor)?);
    let began_from = drawer.earlier(slug, id, seen).await?;
    // What has been saved since this request was let in is what the form is shown beside.
    let visitor = visitor.with_draft(drawer.read(slug, id).await?);
    step::now_read(&visitor, &mut refused);
    let typed = refused.form.typed.clone();
    let changes = step::scene(&visitor, |scene| changes::since(scene, began_from.as_ref(), &typed))?;
    step::again(&visitor, refused, Act::Write, |form, scene| forms::draft(form, scene, &changes))
}

/// The application as it stands in the fields; what cannot be read is told.
fn application(read: &mut Reader<'_>) -> Application {
    let mut written = Application::default();
    for field in form::fields() {
        let name = field.name;
        match &field.kind {
            Kind::Line(it) | Kind::Text(it) => *(it.set)(&mut written) = read.text(name),
            Kind::Tick(it) => *(it.set)(&mut written) = read.ticked(name),
            Kind::Day(it) => *(it.set)(&mut written) = read.maybe_date(name),
            Kind::Member(it) => *(it.set)(&mut written) = read.maybe_number(name).map(MemberId),
            Kind::Members(it) => {
                *(it.set)(&mut written) = read.numbers(name).into_iter().map(MemberId).collect();
            }
            Kind::Orientation(it) => {
                let chosen = if read.text(name).is_empty() { None } else { read.choice(name) };
                *(it.set)(&mut written) = chosen.unwrap_or_default();
            }
            Kind::Asf(it) => {
                let ticked = read.all(name);
                let asf = (it.set)(&mut written);
                for part in form::ASF {
                    *(part.of.set)(asf) = ticked.iter().any(|one| one == part.name);
                }
            }
            Kind::Amounts(it) => *(it.set)(&mut written) = budget(read),
        }
    }
    written
}

/// Year and amount, row by row; a year without an amount is kept for later.
fn budget(read: &mut Reader<'_>) -> BTreeMap<i16, Ore> {
    let rows: Vec<(String, String)> =
        read.all("budget_year").into_iter().zip(read.all("budget_amount")).collect();
    let mut budget = BTreeMap::new();
    for (year, sum) in rows.iter().filter(|(year, sum)| !year.is_empty() || !sum.is_empty()) {
        let sum = if sum.is_empty() { Ok(Ore::ZERO) } else { Ore::read(sum) };
        match (reading::year(year), sum) {
            (Ok(year), Ok(sum)) => {
                if budget.insert(year, sum).is_some() {
                    read.wrong("budget", format!("Skriv {year} på en rad, inte på två."));
                }
            }
            (Err(why), _) => read.wrong("budget", why.to_string()),
            (Ok(_), Err(_)) => read.wrong("budget", Unread::Amounts.to_string()),
        }
    }
    budget
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::form::Typed;

    fn read(rows: &[(&str, &str)]) -> (BTreeMap<i16, Ore>, bool) {
        let mut typed = Typed::default();
        for (year, sum) in rows {
            typed.add("budget_year", year);
            typed.add("budget_amount", sum);
        }
        let sent = Sent { typed };
        let mut reader = sent.read();
        let budget = budget(&mut reader);
        let wrong = matches!(reader.into(()), Err(Refusal::Fields(_)));
        (budget, wrong)
    }

    #[test]
    fn rows_are_read_as_people_write_them_and_empty_ones_do_not_count() {
        let (budget, wrong) = read(&[("2027", "500 000"), ("", ""), ("2028", ""), ("2029", "1,50 kr")]);
        assert!(!wrong);
        assert_eq!(budget, [(2027, Ore::new(50_000_000)), (2028, Ore::new(0)), (2029, Ore::new(150))].into());
    }

    #[test]
    fn a_row_that_cannot_be_meant_is_told() {
        for rows in [[("", "5")], [("tjugosju", "5")], [("2027", "många")]] {
            assert!(read(&rows).1, "{rows:?}");
        }
        assert!(read(&[("2027", "5"), ("2027", "6")]).1);
    }
}
