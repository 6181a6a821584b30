//! Why a member contributes what it does: the part of its party, the key, the exact amount, the rounding.

use allocation::contributions::{Key, Line, Member as Place, Scheme};
use allocation::fraction::Fraction;
use domain::association::events::ShareKey;
use domain::funding::events::Contribution;
use domain::funding::working::Worked;
use domain::ids::MemberId;
use kit::Lang;
use kit::format::day_text;
use maud::{Markup, html};
use swedish::money::Ore;

use super::scene::Scene;
use swedish::number::grouped;

/// A party with what it shares and how.
struct Party<'a> {
    members: Vec<MemberId>,
    key: &'a Key,
    /// The same key as the bylaws state it.
    stated: Option<&'a ShareKey>,
    regional: bool,
}

/// What each member pays, where a decision has settled it, also what was tied.
pub(super) type Decided<'a> = Option<&'a [Contribution]>;

/// What a member pays: as decided, else as worked out.
fn amount(line: &Line, member: MemberId, decided: Decided<'_>) -> Ore {
    let of = decided.and_then(|all| all.iter().find(|own| own.member == member));
    of.map_or_else(|| line.amount, |own| own.amount)
}

/// The reasons of every member, each under its name.
pub(super) fn show(scene: &Scene<'_>, worked: &Worked, decided: Decided<'_>) -> Markup {
    let lang = scene.lang;
    html! {
        section aria-labelledby="varfor" {
            h2 id="varfor" { (lang.t("funding-why")) }
            p { (lang.t("funding-why-lead")) }
            @for line in &worked.contributions.lines {
                @if let Some(member) = worked.basis.member(line.member) {
                    details {
                        summary { span lang="sv" { (scene.name(member)) } ": " (amount(line, member, decided).to_the_ore()) }
                        ol { @for sentence in sentences(scene, worked, line, decided) { li { (sentence) } } }
                    }
                }
            }
        }
    }
}

fn sentences(scene: &Scene<'_>, worked: &Worked, line: &Line, decided: Decided<'_>) -> Vec<String> {
    let lang = scene.lang;
    let Some(member) = worked.basis.member(line.member) else { return Vec::new() };
    let total = worked.contributions.total.to_the_ore();
    if line.member == Place::State {
        let amount = line.amount.to_the_ore();
        return vec![lang.ta("funding-why-state", &[("amount", amount.into()), ("total", total.into())])];
    }
    let part = part(lang, worked.scheme());
    let parties = parties(worked, member);
    let mut told = Vec::new();
    for party in &parties {
        if party.members.len() < 2 {
            let name = scene.name(member);
            told.push(lang.ta(
                "funding-why-alone",
                &[("name", name.into()), ("part", part.into()), ("total", total.as_str().into())],
            ));
        } else {
            let key = if party.regional { "funding-why-regions" } else { "funding-why-municipalities" };
            told.push(lang.ta(key, &[("part", part.into()), ("total", total.as_str().into())]));
            told.extend(by_key(scene, worked, party, member));
        }
    }
    if let Some(as_region) = line.as_region {
        told.push(lang.ta(
            "funding-why-both",
            &[("as_region", exact(as_region).into()), ("exact", exact(line.exact).into())],
        ));
    } else if parties.iter().any(|party| party.members.len() > 1) {
        told.push(lang.ta("funding-why-exact", &[("exact", exact(line.exact).into())]));
    }
    told.push(rounding(scene, worked, line, decided.is_some().then(|| amount(line, member, decided))));
    told
}

/// The party a member shares its part with; both, for a municipality outside every region beside a region.
fn parties(worked: &Worked, member: MemberId) -> Vec<Party<'_>> {
    let (with_regions, own) = worked.basis.parties();
    let (terms, funding) = (worked.basis.terms.as_ref(), &worked.funding);
    let regional = terms.map(|terms| &terms.region_key);
    let municipal = terms.map(|terms| &terms.municipal_key);
    let both = [
        Party { members: own, key: &funding.municipal_key, stated: municipal, regional: false },
        Party { members: with_regions, key: &funding.region_key, stated: regional, regional: true },
    ];
    both.into_iter().filter(|party| party.members.contains(&member)).collect()
}

fn part(lang: Lang, scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::HalfHalf => lang.t("funding-half"),
        Scheme::HalfQuarterQuarter | Scheme::CountedAsRegion => lang.t("funding-quarter"),
    }
}

/// What the key counts, and where that stands.
fn by_key(scene: &Scene<'_>, worked: &Worked, party: &Party<'_>, member: MemberId) -> Option<String> {
    let lang = scene.lang;
    let place = party.members.iter().position(|id| *id == member)?;
    let source = worked.basis.terms.as_ref().map_or("", |terms| terms.source.as_str());
    let name = scene.name(member);
    match party.key {
        Key::Inhabitants => {
            let figures = worked.basis.figures.as_ref()?;
            let own = figures.of(member)?;
            let all: Option<Vec<u64>> = party.members.iter().map(|id| figures.of(*id)).collect();
            let all: u64 = all?.into_iter().fold(0, u64::saturating_add);
            Some(lang.ta(
                "funding-why-inhabitants",
                &[
                    ("name", name.into()),
                    ("own", grouped(own).into()),
                    ("all", grouped(all).into()),
                    ("day", day_text(lang, figures.on).into()),
                    ("source", figures.source.as_str().into()),
                    ("key", source.into()),
                ],
            ))
        }
        Key::Agreed(shares) => {
            let own = shares.get(place).copied()?;
            let all = shares.iter().copied().fold(0, u64::saturating_add);
            let values = [
                ("name", name.into()),
                ("own", grouped(own).into()),
                ("all", grouped(all).into()),
                ("key", source.into()),
            ];
            let by_year = matches!(party.stated, Some(ShareKey::Table(_)));
            Some(if by_year {
                lang.ta("funding-why-table", &values)
            } else {
                lang.ta("funding-why-shares", &values)
            })
        }
        Key::Table(_) => None,
    }
}

/// An exact amount in öre as kronor with four decimals.
pub(super) fn exact(ore: Fraction) -> String {
    let kronor = ore.checked_div(Fraction::whole(100)).unwrap_or(ore);
    format!("{}\u{a0}kr", kronor.swedish(4))
}

/// How the exact amount became whole öre; where the decision settled a tie, what it settled.
fn rounding(scene: &Scene<'_>, worked: &Worked, line: &Line, decided: Option<Ore>) -> String {
    let lang = scene.lang;
    let amount = line.amount.to_the_ore();
    let tie = worked.contributions.ties.iter().find(|tie| tie.among.contains(&line.member));
    if let Some(tie) = tie {
        let names = names(scene, worked, &tie.among);
        if let Some(decided) = decided {
            let amount = decided.to_the_ore();
            return lang.ta("funding-why-settled", &[("amount", amount.into()), ("names", names.into())]);
        }
        return lang.ta("funding-why-tied", &[("amount", amount.into()), ("names", names.into())]);
    }
    let rounded = Fraction::whole(line.amount.ore().into());
    let key = match rounded.cmp(&line.exact) {
        std::cmp::Ordering::Equal => return lang.ta("funding-why-even", &[("amount", amount.into())]),
        std::cmp::Ordering::Greater => "funding-why-raised",
        std::cmp::Ordering::Less => "funding-why-lowered",
    };
    lang.ta(key, &[("amount", amount.into())])
}

/// Names as a sentence joins them.
pub(super) fn names(scene: &Scene<'_>, worked: &Worked, places: &[Place]) -> String {
    let names: Vec<&str> =
        places.iter().filter_map(|place| worked.basis.member(*place)).map(|id| scene.name(id)).collect();
    scene.lang.listed(&names)
}

/// What nobody has a better claim to than somebody else: said, with who decides.
pub(super) fn ties(scene: &Scene<'_>, worked: &Worked, decided: Decided<'_>) -> Markup {
    let lang = scene.lang;
    let key = if decided.is_some() { "funding-tie-settled" } else { "funding-tie" };
    html! {
        @for tie in &worked.contributions.ties {
            p.tie {
                (lang.ta(key, &[
                    ("names", names(scene, worked, &tie.among).into()),
                    ("amount", tie.amount.to_the_ore().into()),
                ]))
            }
        }
    }
}
