//! What each member contributes in a year, to the öre: as it was fixed, as a source says, or as it works out today.

use allocation::fraction::Fraction;
use domain::association::events::ShareKey;
use domain::funding::events::{Basis, Contribution, Fixed};
use domain::funding::key_figures::counted_on;
use domain::funding::working::{Gap, Worked};
use kit::format::{day, money};
use kit::list::{Kind, Value};
use kit::parts::{self, Tone};
use maud::{Markup, html};
use swedish::money::Ore;

use super::parties::table;
use super::scene::{Scene, Sheet};
use super::{ending, why, words};

/// An amount that the reader tries in the state's place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// What was typed.
    pub typed: String,
    /// The amount, when it is one.
    pub amount: Option<Ore>,
}

/// The page.
pub fn show(scene: &Scene<'_>, year: i16, trial: &Trial) -> Markup {
    let (lang, funding) = (scene.lang, scene.funding());
    html! {
        h1 { (lang.ta("funding-contributions-of", &[("year", year.to_string().into())])) }
        (scene.pages_of(year, "/bidrag"))
        @if let Some(amount) = trial.amount {
            (parts::note(Tone::Now, lang.t("funding-trial-title"), &html! {
                p { (lang.ta("funding-trial-says", &[("amount", amount.to_string().into())])) }
            }))
            (worked_out(scene, year, amount))
        } @else if let Some(fixed) = funding.fixed(year) {
            (decided(scene, fixed))
        } @else if let Some(noted) = funding.noted.get(&year) {
            (parts::facts(&[
                (lang.t("funding-status"), parts::status(Tone::Plain, lang.t("funding-noted"))),
                (lang.t("funding-step-source"), html! { span lang="sv" { (noted.source) } }),
            ]))
            (table(scene, year, &noted.amounts, None))
            (findings(scene, year, &noted.amounts))
        } @else {
            (not_fixed(scene, year))
        }
        (try_another(scene, year, trial))
        (actions(scene, year))
        @if funding.contributions(year).is_some() || funding.working_amount(year).is_some() {
            (parts::outputs(lang, &[("CSV", scene.at(&format!("/{year}/bidrag.csv")), lang.t("funding-contributions-csv"))]))
        }
    }
}

/// A year that is not decided: what it works out to, or what is missing.
fn not_fixed(scene: &Scene<'_>, year: i16) -> Markup {
    let (lang, funding) = (scene.lang, scene.funding());
    let Some(amount) = funding.working_amount(year) else {
        let hint = html! { p { (lang.t("funding-amount-missing-hint")) } };
        return parts::empty(
            &lang.ta("funding-amount-missing", &[("year", year.to_string().into())]),
            Some(&hint),
        );
    };
    let standing = funding.standing(year).map(|standing| standing.status);
    html! {
        (parts::facts(&[
            (lang.t("funding-status"), parts::status(Tone::Wait, lang.t("funding-worked-out"))),
            (lang.t("funding-basis-amount"), html! {
                (money(amount)) " "
                @if let Some(status) = standing { (words::status_tag(lang, status)) }
            }),
        ]))
        (worked_out(scene, year, amount))
    }
}

/// What it works out to today, with its reasons; or what is missing, and what the parties would bear.
fn worked_out(scene: &Scene<'_>, year: i16, amount: Ore) -> Markup {
    match scene.association.work_out(year, amount) {
        Ok(worked) => worked_table(scene, year, &worked, None),
        Err(gap) => missing(scene, year, amount, &gap),
    }
}

/// The contributions as they were decided, and whether the figures have moved since.
fn decided(scene: &Scene<'_>, fixed: &Fixed) -> Markup {
    let (lang, year) = (scene.lang, fixed.year);
    let worked = fixed.basis.as_ref().and_then(|basis| basis.work_out(year, scene.profile()).ok());
    let now = scene.funding().working_amount(year).and_then(|a| scene.association.work_out(year, a).ok());
    let moved = now.is_some_and(|now| Some(&now.basis) != fixed.basis.as_ref());
    let earlier = scene.funding().fixed.get(&year).map_or(0, |all| all.len().saturating_sub(1));
    html! {
        (parts::facts(&[
            (lang.t("funding-status"), parts::status(Tone::Done, lang.t("funding-fixed"))),
            (lang.t("funding-fixed-on"), day(lang, fixed.on)),
            (lang.t("funding-step-source"), html! { span lang="sv" { (fixed.source) } }),
        ]))
        @if earlier > 0 {
            p { (lang.ta("funding-fixed-again", &[("count", earlier.into())])) }
        }
        @if moved {
            (parts::note(Tone::Late, lang.t("funding-moved-title"), &html! { p { (lang.t("funding-moved")) } }))
        }
        @match worked {
            Some(worked) => (worked_table(scene, year, &worked, Some(&fixed.amounts))),
            None => {
                (table(scene, year, &fixed.amounts, None))
                p { (lang.t("funding-no-basis")) }
                (findings(scene, year, &fixed.amounts))
            }
        }
    }
}

fn worked_table(scene: &Scene<'_>, year: i16, worked: &Worked, decided: why::Decided<'_>) -> Markup {
    let amounts = decided.map_or_else(|| worked.amounts(), <[Contribution]>::to_vec);
    html! {
        (table(scene, year, &amounts, Some(worked)))
        (why::ties(scene, worked, decided))
        (basis(scene, year, &worked.basis))
        (why::show(scene, worked, decided))
        (findings(scene, year, &amounts))
    }
}

/// What is missing, and what the parties bear together all the same.
fn missing(scene: &Scene<'_>, year: i16, amount: Ore, gap: &Gap) -> Markup {
    let lang = scene.lang;
    let link = match gap {
        Gap::NoInhabitants(_) => {
            scene.action(scene.rights.note, &format!("/{year}/invanare"), lang.t("funding-do-figures"))
        }
        Gap::NoKey(_) | Gap::NoShare(_) | Gap::NoYear(_) => {
            scene.action(scene.rights.key, "/nyckel", lang.t("funding-do-key"))
        }
        Gap::NoState | Gap::Members(_) => html! {},
    };
    // Only the ordinary division is said in advance: the one with a region, and nobody outside.
    let ordinary = |basis: Basis| {
        let outside = basis.terms.as_ref().is_some_and(|terms| !terms.outside_regions.is_empty());
        !basis.regions.is_empty() && !basis.municipalities.is_empty() && !outside
    };
    let quarters = scene.association.basis(year, amount).is_ok_and(ordinary);
    html! {
        (parts::note(Tone::Late, lang.t("funding-gap"), &html! {
            p lang="sv" { (gap.says()) }
            p lang="sv" { (gap.instead()) }
            p.actions { (link) }
        }))
        @if quarters {
            p {
                (lang.ta("funding-gap-parties", &[
                    ("state", amount.to_the_ore().into()),
                    ("quarter", ending::exact(Fraction::new(amount.ore().into(), 2).unwrap_or(Fraction::ZERO)).into()),
                ]))
            }
        }
    }
}

/// What it was worked out from: the key, the figures with day and source, and whether the day is the key's own.
fn basis(scene: &Scene<'_>, year: i16, basis: &Basis) -> Markup {
    let lang = scene.lang;
    let mut facts = vec![(lang.t("funding-basis-amount"), money(basis.state))];
    match &basis.terms {
        Some(terms) => {
            facts.push((lang.t("funding-key"), html! { (key_name(scene, &terms.municipal_key)) }));
            facts.push((lang.t("funding-key-source"), html! { span lang="sv" { (terms.source) } }));
        }
        None => facts.push((lang.t("funding-key"), html! { (lang.t("funding-key-none")) })),
    }
    let counted = basis.counted();
    if let Some(figures) = counted {
        facts.push((lang.t("funding-counted-on"), day(lang, figures.on)));
        facts.push((lang.t("funding-counted-source"), html! { span lang="sv" { (figures.source) } }));
    }
    let own_day = counted_on(year).filter(|own| counted.is_some_and(|figures| figures.on != *own));
    html! {
        section aria-labelledby="underlag" {
            h2 id="underlag" { (lang.t("funding-basis")) }
            (parts::facts(&facts))
            @if let Some(own) = own_day {
                p { (lang.ta("funding-counted-otherwise", &[("day", kit::format::day_text(lang, own).into())])) }
            }
        }
    }
}

fn key_name(scene: &Scene<'_>, key: &ShareKey) -> &'static str {
    let lang = scene.lang;
    match key {
        ShareKey::Inhabitants => lang.t("funding-key-inhabitants"),
        ShareKey::Agreed(_) => lang.t("funding-key-agreed"),
        ShareKey::Table(_) => lang.t("funding-key-table"),
    }
}

/// What the law says of the amounts, with its sections.
fn findings(scene: &Scene<'_>, year: i16, amounts: &[Contribution]) -> Markup {
    let lang = scene.lang;
    let on = scene.funding().fixed(year).map_or(scene.today, |fixed| fixed.on);
    let found = scene.association.judge_contributions(year, amounts, on);
    html! {
        section aria-labelledby="lagen" {
            h2 id="lagen" { (lang.t("funding-law")) }
            (parts::findings(lang, &found))
        }
    }
}

/// A form that asks for the same page with another amount of the state's.
fn try_another(scene: &Scene<'_>, year: i16, trial: &Trial) -> Markup {
    let lang = scene.lang;
    let path = scene.at(&format!("/{year}/bidrag"));
    let wrong = !trial.typed.is_empty() && trial.amount.is_none();
    html! {
        form.filter method="get" action=(path) {
            div.field {
                label for="belopp" { (lang.t("funding-trial")) }
                @if wrong { p.wrong id="belopp-wrong" { (lang.t("funding-trial-wrong")) } }
                input id="belopp" name="belopp" inputmode="decimal" value=(trial.typed)
                    aria-describedby=[wrong.then_some("belopp-wrong")] aria-invalid=[wrong.then_some("true")];
            }
            p.actions {
                button type="submit" { (lang.t("funding-trial-do")) }
                @if !trial.typed.is_empty() { a href=(path) { (lang.t("funding-trial-back")) } }
            }
        }
    }
}

fn actions(scene: &Scene<'_>, year: i16) -> Markup {
    let (lang, rights) = (scene.lang, scene.rights);
    let fixed = scene.funding().fixed(year).is_some();
    let can_fix = rights.fix && scene.funding().working_amount(year).is_some();
    let past = year <= scene.today.year() && !fixed;
    html! {
        p.actions {
            (scene.action(can_fix, &format!("/{year}/faststallelse"), if fixed { lang.t("funding-do-fix-again") } else { lang.t("funding-do-fix") }))
            (scene.action(rights.note, &format!("/{year}/invanare"), lang.t("funding-do-figures")))
            (scene.action(rights.key, "/nyckel", lang.t("funding-do-key")))
            (scene.action(rights.note && past, &format!("/{year}/tidigare-bidrag"), lang.t("funding-do-earlier")))
        }
    }
}

/// The same as a table to take out: as fixed or noted, else as it works out.
pub fn sheet(scene: &Scene<'_>, year: i16) -> Sheet {
    let (lang, funding) = (scene.lang, scene.funding());
    let fixed = funding.fixed(year);
    let worked = match fixed {
        Some(fixed) => fixed.basis.as_ref().and_then(|basis| basis.work_out(year, scene.profile()).ok()),
        None => funding.working_amount(year).and_then(|a| scene.association.work_out(year, a).ok()),
    };
    let state = if fixed.is_some() {
        lang.t("funding-fixed")
    } else if funding.noted.contains_key(&year) {
        lang.t("funding-noted")
    } else {
        lang.t("funding-worked-out")
    };
    let amounts = match funding.contributions(year) {
        Some(amounts) => amounts.to_vec(),
        None => worked.as_ref().map(Worked::amounts).unwrap_or_default(),
    };
    let line = |line: &Contribution| {
        let of = worked.as_ref().and_then(|worked| {
            worked.contributions.lines.iter().find(|l| worked.basis.member(l.member) == Some(line.member))
        });
        let inhabitants = worked.as_ref().and_then(|w| w.basis.counted()?.of(line.member));
        vec![
            Value::Count(year.into()),
            scene.name(line.member).to_owned().into(),
            inhabitants.and_then(|n| i64::try_from(n).ok()).map_or(Value::Missing, Value::Count),
            of.map(|l| exact_plain(l.exact)).into(),
            line.amount.into(),
            state.to_owned().into(),
        ]
    };
    Sheet {
        head: [
            ("funding-year", Kind::Count),
            ("funding-member", Kind::Text),
            ("funding-inhabitants", Kind::Count),
            ("funding-exact", Kind::Text),
            ("funding-contribution-kronor", Kind::Amount),
            ("funding-status", Kind::Text),
        ]
        .map(|(key, kind)| (lang.find(key).unwrap_or(key).to_owned(), kind))
        .to_vec(),
        lines: amounts.iter().map(line).collect(),
    }
}

/// An exact amount in öre as kronor for a spreadsheet, with four decimals.
fn exact_plain(ore: Fraction) -> String {
    let kronor = ore.checked_div(Fraction::whole(100)).unwrap_or(ore);
    kronor.plain(4).replace('.', ",")
}
