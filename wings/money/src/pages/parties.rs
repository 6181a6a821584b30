//! The table of contributions: each member, and the party it belongs to, with the picture of the same.

use allocation::fraction::Fraction;
use domain::association::events::MemberKind;
use domain::funding::events::{Basis, Contribution};
use domain::funding::working::Worked;
use domain::ids::MemberId;
use kit::format::money_to_the_ore;
use kit::parts::{self, Column};
use maud::{Markup, html};
use swedish::money::Ore;

use super::bar::{self, Part};
use super::scene::Scene;

/// The step by which the last column says what more of the state's money would cost each: 100 000 kr.
const MORE: Ore = Ore::new(10_000_000);

/// The members with their parts, the state first; sums where several share a part.
pub(super) fn table(
    scene: &Scene<'_>,
    year: i16,
    amounts: &[Contribution],
    worked: Option<&Worked>,
) -> Markup {
    let lang = scene.lang;
    let whole = Ore::sum(amounts.iter().map(|line| line.amount)).unwrap_or_default();
    let more = worked.and_then(|worked| {
        Basis { state: MORE, ..worked.basis.clone() }.work_out(year, scene.profile()).ok()
    });
    let more_of = |member: MemberId| {
        let amounts = more.as_ref()?.amounts();
        amounts.iter().find(|line| line.member == member).map(|line| line.amount)
    };
    let mut columns = vec![
        Column::new(lang.t("funding-member")),
        Column::number(lang.t("funding-contribution")),
        Column::number(lang.t("funding-part")),
    ];
    if more.is_some() {
        columns.push(Column::number(lang.ta("funding-more", &[("amount", MORE.to_string().into())])));
    }
    let rows = html! {
        @for kind in [MemberKind::Fk, MemberKind::Af, MemberKind::Region, MemberKind::Municipality] {
            @let own: Vec<&Contribution> = amounts.iter().filter(|line| kind_of(scene, line.member) == Some(kind)).collect();
            @for line in &own {
                tr {
                    th scope="row" lang="sv" { (scene.name(line.member)) }
                    td.num { (money_to_the_ore(line.amount)) }
                    td.num { (share(line.amount, whole)) }
                    @if more.is_some() { td.num { @match more_of(line.member) { Some(more) => (money_to_the_ore(more)), None => "–" } } }
                }
            }
            @if own.len() > 1 {
                @let sum = Ore::sum(own.iter().map(|line| line.amount)).unwrap_or_default();
                tr.part-sum {
                    th scope="row" { @if kind == MemberKind::Region { (lang.t("funding-regions-together")) } @else { (lang.t("funding-municipalities-together")) } }
                    td.num { (money_to_the_ore(sum)) }
                    td.num { (share(sum, whole)) }
                    @if more.is_some() { td {} }
                }
            }
        }
        tr.sum {
            th scope="row" { (lang.t("funding-sum")) }
            td.num { (money_to_the_ore(whole)) }
            td.num { (share(whole, whole)) }
            @if more.is_some() { td {} }
        }
    };
    let caption = lang.ta("funding-contributions-of", &[("year", year.to_string().into())]);
    html! {
        (bar::show(&sentence(scene, amounts, whole), &parts_of(scene, amounts)))
        (parts::table("bidrag", &caption, &columns, &rows))
    }
}

fn kind_of(scene: &Scene<'_>, member: MemberId) -> Option<MemberKind> {
    scene.profile().members.get(&member).map(|member| member.kind)
}

fn parts_of<'a>(scene: &Scene<'a>, amounts: &[Contribution]) -> Vec<Part<'a>> {
    let part = |line: &Contribution| Part {
        name: scene.name(line.member),
        amount: line.amount,
        kind: match kind_of(scene, line.member) {
            Some(MemberKind::Region) => "region",
            Some(MemberKind::Municipality) => "municipality",
            Some(MemberKind::Fk | MemberKind::Af) | None => "state",
        },
    };
    amounts.iter().map(part).collect()
}

/// What the picture shows, in a sentence.
fn sentence(scene: &Scene<'_>, amounts: &[Contribution], whole: Ore) -> String {
    let of = |kinds: &[MemberKind]| {
        let own =
            amounts.iter().filter(|line| kind_of(scene, line.member).is_some_and(|k| kinds.contains(&k)));
        share(Ore::sum(own.map(|line| line.amount)).unwrap_or_default(), whole)
    };
    scene.lang.ta(
        "funding-bar",
        &[
            ("state", of(&[MemberKind::Fk, MemberKind::Af]).into()),
            ("regions", of(&[MemberKind::Region]).into()),
            ("municipalities", of(&[MemberKind::Municipality]).into()),
        ],
    )
}

/// A part of the whole: `25,00 %`.
pub(super) fn share(part: Ore, whole: Ore) -> String {
    Fraction::new(part.ore().into(), whole.ore().into())
        .map_or_else(|| "–".to_owned(), |share| share.percent(2))
}
