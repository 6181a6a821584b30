//! Who owns what (sv. *andelar i tillgångar och skulder*), and what leaving or the end would give each.

use allocation::apportion::TieRule;
use allocation::fraction::Fraction;
use allocation::shares::ShareStatement;
use domain::association::events::MemberKind;
use domain::funding::events::Position;
use kit::format::{day, money, money_to_the_ore};
use kit::list::{Kind, Value};
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};
use swedish::money::Ore;

use super::bar::{self, Part};
use super::ending::{ending, exact, leaving};
use super::scene::{Scene, Sheet};

/// The years that have a statement, the latest first: those with contributions that are not to come.
fn years(scene: &Scene<'_>) -> Vec<i16> {
    let mut years = scene.funding().contribution_years();
    years.retain(|year| *year <= scene.today.year());
    years.reverse();
    years
}

/// The year that is shown: the one asked for, else the latest.
fn shown(scene: &Scene<'_>, asked: Option<i16>) -> Option<i16> {
    let years = years(scene);
    asked.filter(|year| years.contains(year)).or_else(|| years.first().copied())
}

/// The page.
pub fn show(scene: &Scene<'_>, asked: Option<i16>) -> Markup {
    let lang = scene.lang;
    html! {
        h1 { (lang.t("funding-shares")) }
        (scene.views(true))
        p.lead { (lang.t("funding-shares-lead")) }
        @match shown(scene, asked) {
            None => {
                (parts::empty(lang.t("funding-shares-none"), Some(&html! { p { (lang.t("funding-shares-none-hint")) } })))
                (actions(scene, scene.today.year()))
            }
            Some(year) => {
                (choose(scene, year))
                (of_year(scene, year))
                (actions(scene, year))
            }
        }
    }
}

fn choose(scene: &Scene<'_>, shown: i16) -> Markup {
    let of = |year: i16| (scene.at(&format!("/andelar?ar={year}")), year.to_string(), year == shown);
    let years: Vec<_> = years(scene).into_iter().map(of).collect();
    html! { @if years.len() > 1 { (parts::section_nav(scene.lang.t("funding-shares-years"), &years)) } }
}

fn of_year(scene: &Scene<'_>, year: i16) -> Markup {
    let lang = scene.lang;
    let statement = match scene.association.shares(year) {
        Ok(statement) => statement,
        Err(why) => {
            return parts::note(
                Tone::Late,
                lang.t("funding-shares-none"),
                &html! { p lang="sv" { (why) "." } },
            );
        }
    };
    let position = scene.funding().position_of(year);
    html! {
        h2 { (lang.ta("funding-shares-at", &[("year", year.to_string().into())])) }
        (gaps(scene, year))
        (equity(scene, year, position))
        (table(scene, &statement, position))
        @for member in scene.association.without_share(&statement) {
            @let name = [("name", member.name.as_str().into())];
            p { @if member.kind == MemberKind::Af { (lang.ta("funding-shares-without-af", &name)) } @else { (lang.ta("funding-shares-without", &name)) } }
        }
        (sources(scene, year))
        (parts::outputs(lang, &[("CSV", scene.at(&format!("/andelar.csv?ar={year}")), lang.t("funding-shares-csv"))]))
        @if let Some(position) = position {
            (leaving(scene, &statement, position))
            (ending(scene, &statement, position))
        }
    }
}

/// The years since the association was formed without known contributions: the shares do not know them.
fn gaps(scene: &Scene<'_>, year: i16) -> Markup {
    let lang = scene.lang;
    let known = scene.funding().contribution_years();
    let founded = scene.profile().founded.as_ref().map_or(year, |founded| founded.on.year());
    let missing: Vec<i16> = (founded.max(2004)..=year).filter(|year| !known.contains(year)).collect();
    html! {
        @if !missing.is_empty() {
            (parts::note(Tone::Late, lang.t("funding-shares-gaps"), &html! {
                p { (lang.ta("funding-shares-gaps-say", &[("years", runs(&missing).into())])) }
            }))
        }
    }
}

/// Years in runs: `2012–2019, 2021`.
fn runs(years: &[i16]) -> String {
    let mut runs: Vec<(i16, i16)> = Vec::new();
    for year in years {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*year) => *last = *year,
            Some(_) | None => runs.push((*year, *year)),
        }
    }
    let written = |(first, last): &(i16, i16)| {
        if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") }
    };
    runs.iter().map(written).collect::<Vec<_>>().join(", ")
}

fn equity(scene: &Scene<'_>, year: i16, position: Option<&Position>) -> Markup {
    let lang = scene.lang;
    match position {
        None => parts::note(
            Tone::Wait,
            &lang.ta("funding-equity-missing", &[("year", year.to_string().into())]),
            &html! { p { (lang.t("funding-equity-missing-hint")) } },
        ),
        Some(position) => parts::facts(&[
            (lang.t("funding-position-on"), day(lang, position.on)),
            (lang.t("funding-assets"), money(position.assets)),
            (lang.t("funding-liabilities"), money(position.liabilities)),
            (
                lang.t("funding-equity"),
                html! { @if let Some(equity) = position.equity() { (money(equity)) } },
            ),
            (lang.t("funding-step-source"), html! { span lang="sv" { (position.source) } }),
        ]),
    }
}

/// Each member's part of the equity, in the order of the statement; exact, rounded to the öre for reading.
fn parts_of(
    scene: &Scene<'_>,
    statement: &ShareStatement,
    position: Option<&Position>,
) -> Option<Vec<String>> {
    let position = position?;
    let equity = position.equity()?;
    if equity >= Ore::new(0) {
        let split = statement.divide(equity, TieRule::Leave).ok()?;
        return Some(split.parts.iter().map(|part| (*part).to_the_ore()).collect());
    }
    let exits = scene.association.exits(position, statement).ok()?;
    Some(exits.iter().map(|(_, exit)| exact(exit.value)).collect())
}

fn table(scene: &Scene<'_>, statement: &ShareStatement, position: Option<&Position>) -> Markup {
    let lang = scene.lang;
    let owned = parts_of(scene, statement, position);
    let mut columns = vec![
        Column::new(lang.t("funding-member")),
        Column::number(lang.t("funding-contributed-so-far")),
        Column::number(lang.t("funding-share-exact")),
        Column::number(lang.t("funding-share-percent")),
    ];
    if owned.is_some() {
        columns.push(Column::number(lang.t("funding-share-of-equity")));
    }
    let of = |at: usize| owned.as_ref().and_then(|all| all.get(at)).map_or("–", String::as_str);
    let rows = html! {
        @for (at, share) in statement.shares.iter().enumerate() {
            tr {
                th scope="row" lang="sv" { (share.member) }
                td.num { (money_to_the_ore(share.contributed)) }
                td.num { (share.share) }
                td.num { (share.share.percent(4)) }
                @if owned.is_some() { td.num { (of(at)) } }
            }
        }
        tr.sum {
            th scope="row" { (lang.t("funding-sum")) }
            td.num { (money_to_the_ore(statement.contributed)) }
            td.num { "1" }
            td.num { (Fraction::whole(1).percent(4)) }
            @if owned.is_some() {
                td.num { @if let Some(equity) = position.and_then(Position::equity) { (money_to_the_ore(equity)) } }
            }
        }
    };
    let caption = lang.ta("funding-shares-at", &[("year", statement.through.to_string().into())]);
    let drawn: Vec<Part<'_>> = statement.shares.iter().map(|share| part(scene, share)).collect();
    html! {
        (bar::show(&sentence(scene, statement), &drawn))
        (parts::table("andelar", &caption, &columns, &rows))
    }
}

fn part<'a>(scene: &Scene<'_>, share: &'a allocation::shares::Share) -> Part<'a> {
    let kind = scene.profile().members.values().find(|m| m.name == share.member).map(|m| m.kind);
    let kind = match kind {
        Some(MemberKind::Region) => "region",
        Some(MemberKind::Municipality) => "municipality",
        Some(MemberKind::Fk | MemberKind::Af) | None => "state",
    };
    Part { name: &share.member, amount: share.contributed, kind }
}

/// What the picture shows: who has the largest share.
fn sentence(scene: &Scene<'_>, statement: &ShareStatement) -> String {
    let largest = statement.shares.iter().max_by_key(|share| share.contributed);
    let (name, share) =
        largest.map_or((String::new(), String::new()), |s| (s.member.clone(), s.share.percent(2)));
    scene.lang.ta("funding-shares-bar", &[("name", name.into()), ("share", share.into())])
}

/// The contributions that the shares are made of, each year with its source.
fn sources(scene: &Scene<'_>, through: i16) -> Markup {
    let (lang, funding) = (scene.lang, scene.funding());
    let source = |year: i16| {
        let fixed = funding.fixed(year).map(|fixed| fixed.source.as_str());
        fixed.or_else(|| funding.noted.get(&year).map(|noted| noted.source.as_str())).unwrap_or("–")
    };
    let columns = [
        Column::new(lang.t("funding-year")),
        Column::number(lang.t("funding-contributed")),
        Column::new(lang.t("funding-step-source")),
    ];
    let rows = html! {
        @for year in funding.contribution_years().into_iter().filter(|year| *year <= through) {
            @let sum = funding.contributions(year).and_then(|all| Ore::sum(all.iter().map(|line| line.amount)));
            tr {
                th scope="row" { a href=(scene.at(&format!("/{year}/bidrag"))) { (year) } }
                td.num { @if let Some(sum) = sum { (money(sum)) } }
                td lang="sv" { (source(year)) }
            }
        }
    };
    parts::table("kallor", lang.t("funding-shares-sources"), &columns, &rows)
}

fn actions(scene: &Scene<'_>, year: i16) -> Markup {
    let (lang, may) = (scene.lang, scene.rights.note);
    let before = year.saturating_sub(1);
    html! {
        p.actions {
            (scene.action(may, "/stallning", lang.t("funding-do-position")))
            (scene.action(may, &format!("/{before}/tidigare-bidrag"), lang.t("funding-do-earlier")))
        }
    }
}

/// The statement as a table to take out.
pub fn sheet(scene: &Scene<'_>, asked: Option<i16>) -> Sheet {
    let lang = scene.lang;
    let head = [
        ("funding-year", Kind::Count),
        ("funding-member", Kind::Text),
        ("funding-contributed-kronor", Kind::Amount),
        ("funding-share-numerator", Kind::Text),
        ("funding-share-denominator", Kind::Text),
        ("funding-share-percent", Kind::Text),
        ("funding-position-on", Kind::Day),
        ("funding-equity-kronor", Kind::Amount),
    ]
    .map(|(key, kind)| (lang.find(key).unwrap_or(key).to_owned(), kind))
    .to_vec();
    let statement = shown(scene, asked).and_then(|year| scene.association.shares(year).ok());
    let Some(statement) = statement else { return Sheet { head, lines: Vec::new() } };
    let position = scene.funding().position_of(statement.through);
    let split =
        position.and_then(Position::equity).and_then(|equity| statement.divide(equity, TieRule::Leave).ok());
    let part = |at: usize| split.as_ref().and_then(|split| split.parts.get(at).copied());
    let line = |(at, share): (usize, &allocation::shares::Share)| {
        vec![
            Value::Count(statement.through.into()),
            share.member.clone().into(),
            share.contributed.into(),
            share.share.reduced().numerator().to_string().into(),
            share.share.reduced().denominator().to_string().into(),
            share.share.percent(4).replace(['\u{a0}', '%'], "").into(),
            position.map(|position| position.on).into(),
            part(at).into(),
        ]
    };
    let lines = statement.shares.iter().enumerate().map(line).collect();
    Sheet { head, lines }
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn years_are_written_in_runs() {
        assert_eq!(runs(&[2012, 2013, 2014, 2016]), "2012\u{2013}2014, 2016");
        assert_eq!(runs(&[]), "");
    }
}
