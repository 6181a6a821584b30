//! *Medel*: what waits for an answer, where this year and the next stand, and every year that something is known of.

use kit::format::{money, money_to_the_ore};
use kit::list::Drawn;
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};
use swedish::money::Ore;

use super::round;
use super::scene::Scene;
use super::words::status_tag;

/// The page.
pub fn show(scene: &Scene<'_>, years: &Drawn) -> Markup {
    let (lang, this) = (scene.lang, scene.today.year());
    let next = this.saturating_add(1);
    html! {
        h1 { (lang.t("funding")) }
        p.lead { (lang.t("funding-lead")) }
        (scene.views(false))
        (waiting(scene))
        (year(scene, this))
        (year(scene, next))
        h2 { (lang.t("funding-every-year")) }
        (years)
    }
}

/// The rounds that wait for an answer, as far as their year is not over.
fn waiting(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let years: Vec<i16> =
        scene.funding().rounds.keys().copied().filter(|y| *y >= scene.today.year()).collect();
    let waits: Vec<(i16, _)> =
        years.into_iter().filter_map(|year| Some((year, scene.funding().waits(year)?))).collect();
    html! {
        @for (year, step) in &waits {
            (parts::note(Tone::Late, &lang.ta("funding-waits-title", &[("year", year.to_string().into())]), &html! {
                p { (super::words::waits(lang, *step)) }
                p.actions {
                    a.main href=(scene.at(&format!("/{year}/bidrag"))) { (lang.t("funding-see-contributions")) }
                    (scene.action(scene.rights.note, &format!("/{year}/besked"), lang.t("funding-do-step")))
                }
            }))
        }
        @if waits.is_empty() { p.none { (lang.t("funding-waits-none")) } }
    }
}

/// One year: where its round stands, its steps, its contributions.
fn year(scene: &Scene<'_>, year: i16) -> Markup {
    let lang = scene.lang;
    let amount = scene.funding().state_amount(year);
    let heading = format!("ar-{year}");
    html! {
        section aria-labelledby=(heading) {
            h2 id=(heading) { a href=(scene.at(&format!("/{year}"))) { (year) } }
            @match scene.funding().round(year) {
                None => p.none { (lang.ta("funding-round-none", &[("year", year.to_string().into())])) },
                Some(steps) => {
                    (parts::facts(&[
                        (lang.t("funding-status"), status_tag(lang, steps.status())),
                        (lang.t("funding-state-amount"), html! {
                            @match amount {
                                Some(amount) => (money(amount)),
                                None => (lang.t("funding-state-amount-none")),
                            }
                        }),
                    ]))
                    (round::history(scene, year, steps))
                }
            }
            (contributed(scene, year))
            p.actions {
                (scene.action(scene.rights.note, &format!("/{year}/besked"), lang.t("funding-do-step")))
                a href=(scene.at(&format!("/{year}/bidrag"))) { (lang.ta("funding-contributions-of", &[("year", year.to_string().into())])) }
            }
        }
    }
}

/// What the members contribute in the year, when it is fixed or noted.
fn contributed(scene: &Scene<'_>, year: i16) -> Markup {
    let lang = scene.lang;
    let Some(amounts) = scene.funding().contributions(year) else {
        return html! { p.none { (lang.ta("funding-contributions-none", &[("year", year.to_string().into())])) } };
    };
    let columns = [Column::new(lang.t("funding-member")), Column::number(lang.t("funding-contribution"))];
    let rows = html! {
        @for line in amounts {
            tr {
                th scope="row" lang="sv" { (scene.name(line.member)) }
                td.num { (money_to_the_ore(line.amount)) }
            }
        }
        @if let Some(sum) = Ore::sum(amounts.iter().map(|line| line.amount)) {
            tr.sum { th scope="row" { (lang.t("funding-sum")) } td.num { (money_to_the_ore(sum)) } }
        }
    };
    let caption = lang.ta("funding-contributions-of", &[("year", year.to_string().into())]);
    parts::table(&format!("bidrag-{year}"), &caption, &columns, &rows)
}
