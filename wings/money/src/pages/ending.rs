//! What leaving would mean for each member, and what the end of the association would give or cost it.

use allocation::fraction::Fraction;
use allocation::liquidation::{Consequence, Outcome};
use allocation::shares::ShareStatement;
use domain::funding::events::Position;
use domain::funding::ownership::NoOutcome;
use kit::format::money_to_the_ore;
use kit::parts::{self, Column};
use maud::{Markup, html};
use swedish::money::Ore;

use super::scene::Scene;

/// An exact amount in öre as kronor with two decimals.
pub(super) fn exact(ore: Fraction) -> String {
    let kronor = ore.checked_div(Fraction::whole(100)).unwrap_or(ore);
    format!("{}\u{a0}kr", kronor.swedish(2))
}

/// What leaving would mean for each.
pub(super) fn leaving(scene: &Scene<'_>, statement: &ShareStatement, position: &Position) -> Markup {
    let lang = scene.lang;
    let Ok(exits) = scene.association.exits(position, statement) else { return html! {} };
    let columns = [
        Column::new(lang.t("funding-member")),
        Column::number(lang.t("funding-exit-value")),
        Column::new(lang.t("funding-exit-then")),
    ];
    let rows = html! {
        @for (name, exit) in &exits {
            tr {
                th scope="row" lang="sv" { (name) }
                td.num { (exact(exit.value)) }
                td {
                    @match exit.consequence {
                        Consequence::Dissolved => (lang.t("funding-exit-dissolved")),
                        Consequence::MayContinue => (lang.t("funding-exit-may-continue")),
                    }
                }
            }
        }
    };
    html! {
        section aria-labelledby="uttrade" {
            h2 id="uttrade" { (lang.t("funding-exit")) }
            p { (lang.t("funding-exit-says")) }
            (parts::table("uttrade-tabell", lang.t("funding-exit-caption"), &columns, &rows))
        }
    }
}

/// What the end would give or cost each.
pub(super) fn ending(scene: &Scene<'_>, statement: &ShareStatement, position: &Position) -> Markup {
    let lang = scene.lang;
    let body = match scene.association.liquidation(position, statement) {
        Ok(Outcome::Surplus { amount, split }) => {
            let names = statement.shares.iter().map(|share| share.member.clone());
            let rows: Vec<(String, Ore)> = names.zip(split.parts.iter().copied()).collect();
            html! {
                p { (lang.ta("funding-end-surplus", &[("amount", amount.to_string().into())])) }
                (outcome(scene, lang.t("funding-end-gets"), &rows, split.undecided))
            }
        }
        Ok(Outcome::Shortfall { amount, paid_in }) => {
            let basis = scene.association.basis(statement.through, Ore::new(0));
            let name =
                |place| basis.as_ref().ok().and_then(|basis| basis.member(place)).map(|id| scene.name(id));
            let rows: Vec<(String, Ore)> = paid_in
                .lines
                .iter()
                .map(|line| (name(line.member).unwrap_or("–").to_owned(), line.amount))
                .collect();
            html! {
                p { (lang.ta("funding-end-shortfall", &[("amount", amount.to_string().into())])) }
                (outcome(scene, lang.t("funding-end-pays"), &rows, paid_in.undecided().unwrap_or_default()))
            }
        }
        Err(NoOutcome::Gap(gap)) => html! {
            p { (lang.t("funding-end-unknown")) }
            p lang="sv" { (gap.says()) " " (gap.instead()) }
        },
        Err(NoOutcome::Figures(why)) => html! { p lang="sv" { (why) "." } },
    };
    html! {
        section aria-labelledby="upphor" {
            h2 id="upphor" { (lang.t("funding-end")) }
            (body)
        }
    }
}

fn outcome(scene: &Scene<'_>, caption: &str, rows: &[(String, Ore)], undecided: Ore) -> Markup {
    let lang = scene.lang;
    let columns = [Column::new(lang.t("funding-member")), Column::number(lang.t("funding-amount"))];
    let body = html! {
        @for (name, amount) in rows {
            tr { th scope="row" lang="sv" { (name) } td.num { (money_to_the_ore(*amount)) } }
        }
        @if undecided > Ore::new(0) {
            tr { th scope="row" { (lang.t("funding-undecided")) } td.num { (money_to_the_ore(undecided)) } }
        }
        @let all = rows.iter().map(|(_, amount)| *amount).chain([undecided]);
        tr.sum { th scope="row" { (lang.t("funding-sum")) } td.num { (money_to_the_ore(Ore::sum(all).unwrap_or_default())) } }
    };
    parts::table("upphor-tabell", caption, &columns, &body)
}
