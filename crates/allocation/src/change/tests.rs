//! The county's merger with its published figures, every kind of change, and what changes must preserve.

use super::*;
use crate::apportion::TieRule;
use crate::contributions::Key;
use crate::effect::{Comparison, Kind, Party, Side, compare};
use crate::explain::explain;
use crate::model::{BasisPoints, Parameters};
use crate::scenario::{Association, Basis, Belongs, Municipality};
use crate::strategy::Strategy;
use proptest::prelude::{Strategy as Generator, *};
use std::collections::BTreeSet;
use swedish::money::Unit;

/// The county's municipalities: code, name, inhabitants 16–64 and 18–64 at the end of 2019, association.
const COUNTY: [(&str, &str, u64, u64, usize); 13] = [
    ("0604", "Aneby", 3975, 3820, 2),
    ("0617", "Gnosjö", 5759, 5504, 1),
    ("0642", "Mullsjö", 4085, 3900, 0),
    ("0643", "Habo", 7065, 6729, 0),
    ("0662", "Gislaved", 17_955, 17_161, 1),
    ("0665", "Vaggeryd", 8440, 8087, 0),
    ("0680", "Jönköping", 87_505, 84_443, 0),
    ("0682", "Nässjö", 18_489, 17_726, 2),
    ("0683", "Värnamo", 20_685, 19_821, 1),
    ("0684", "Sävsjö", 6542, 6223, 2),
    ("0685", "Vetlanda", 15_634, 15_012, 2),
    ("0686", "Eksjö", 10_148, 9710, 2),
    ("0687", "Tranås", 10_830, 10_374, 2),
];

fn tkr(amount: i64) -> Ore {
    Ore::from_tkr(amount).unwrap()
}

fn county() -> Country {
    let municipalities = COUNTY
        .iter()
        .map(|(code, name, inhabitants, key_inhabitants, _)| Municipality {
            code: (*code).into(),
            name: (*name).into(),
            belongs: Some(Belongs::Region("Region Jönköpings län".into())),
            // Illustrative: no need measure for each municipality is published here.
            need: Need::from_whole(inhabitants / 8),
            inhabitants: Some(*inhabitants),
            key_inhabitants: Some(*key_inhabitants),
        })
        .collect();
    let association = |place: usize, name: &str, state: i64| Association {
        name: name.into(),
        municipalities: (0..13).filter(|m| COUNTY[*m].4 == place).collect(),
        previous: None,
        cap: None,
        floor_applies: None,
        need_part: Some(tkr(state - 400)),
        municipal_key: Key::Inhabitants,
        region_key: Key::Inhabitants,
    };
    Country {
        parameters: Parameters {
            total: tkr(339_000),
            base: tkr(400),
            keys: Keys::default(),
            brake: BasisPoints::new(1000).map(|at_most| Brake { at_most, equity_exception: true }),
            strategy: Strategy::Scale,
            unit: Unit::Tkr,
            ties: TieRule::Leave,
        },
        basis: Basis::HeldNeedParts,
        year: 2025,
        statistics_year: Some(2019),
        municipalities,
        associations: vec![
            association(0, "Södra Vätterbygden", 5600),
            association(1, "Finnveden", 2500),
            association(2, "Höglandet", 4000),
        ],
    }
}

fn merge_all() -> Change {
    let names = ["Södra Vätterbygden", "Finnveden", "Höglandet"];
    Change::Merge {
        associations: names.map(str::to_owned).to_vec(),
        name: "Länsförbundet".to_owned(),
        previous: Previous::Sum,
    }
}

fn compared(country: &Country, changes: &[Change]) -> (Comparison, Vec<String>) {
    let (after, _) = apply(country, changes).unwrap();
    let (before_outcome, after_outcome) = (country.reckon().unwrap(), after.reckon().unwrap());
    let before_side = Side { country, outcome: &before_outcome };
    let after_side = Side { country: &after, outcome: &after_outcome };
    let comparison = compare(before_side, after_side);
    let sentences = explain(before_side, after_side, &comparison);
    (comparison, sentences.into_iter().map(|sentence| sentence.replace('\u{a0}', " ")).collect())
}

#[test]
fn merging_the_countys_three_takes_800_tkr_from_the_state_and_1_6_mnkr_in_all() {
    let (comparison, sentences) = compared(&county(), &[merge_all()]);
    assert_eq!(comparison.state.before, Some(tkr(12_100)));
    assert_eq!(comparison.state.difference(), Some(tkr(-800)));
    assert_eq!(comparison.all.before, Some(tkr(24_200)));
    assert_eq!(comparison.all.difference(), Some(tkr(-1600)));
    let [group] = comparison.groups.as_slice() else { panic!("one group") };
    assert_eq!((group.kind, group.need_part.difference()), (Kind::Merged, Some(Ore::ZERO)));
    assert_eq!(
        sentences[1],
        "Sammanslagningen minskar statens grundtilldelning med 800 000 kr, från 3 × 400 000 kr till 1 × 400 000 kr."
    );
    assert_eq!(sentences[2], "Behovsdelen, 10 900 000 kr, ändras inte, eftersom området är detsamma.");
    assert_eq!(
        sentences[3],
        "Regionernas och kommunernas bidrag följer statens. Tillsammans minskar medlen med 1 600 000 kr, \
         från 24 200 000 kr till 22 600 000 kr (−6,6 %)."
    );
    assert!(
        sentences.contains(&"Region Jönköpings län betalar 400 000 kr mindre.".to_owned()),
        "{sentences:?}"
    );
}

#[test]
fn a_mergers_last_year_is_the_old_ones_together_said_aloud_or_nothing() {
    let mut country = county();
    for (association, amount) in country.associations.iter_mut().zip([5600, 2500, 4000]) {
        association.previous = Some(tkr(amount));
    }
    let (after, notices) = apply(&country, &[merge_all()]).unwrap();
    assert_eq!(after.associations[0].previous, Some(tkr(12_100)));
    let [summed] = notices.as_slice() else { panic!("{notices:?}") };
    assert!(
        summed.sentence().replace('\u{a0}', " ").contains("sammanlagda, 12 100 000 kr"),
        "{}",
        summed.sentence()
    );
    let Change::Merge { associations, name, .. } = merge_all() else { panic!("a merger") };
    let anew = Change::Merge { associations, name, previous: Previous::None };
    let (after, notices) = apply(&country, &[anew]).unwrap();
    assert_eq!((after.associations[0].previous, notices), (None, vec![]));
}

#[test]
fn every_member_sees_what_the_merger_means_for_it() {
    let (comparison, _) = compared(&county(), &[merge_all()]);
    let difference = |party: Party| comparison.parties[&party].difference();
    assert_eq!(difference(Party::State), Some(tkr(-800)));
    assert_eq!(difference(Party::Region), Some(tkr(-400)));
    assert_eq!(difference(Party::Municipality), Some(tkr(-400)));
    let municipal: Vec<_> = comparison.members.iter().filter(|m| m.party == Party::Municipality).collect();
    assert_eq!(municipal.len(), 13);
    let after = Ore::sum(municipal.iter().map(|member| member.pays.after.unwrap())).unwrap();
    assert_eq!(after, tkr(5650));
    // One quarter of 22.6 mnkr by inhabitants 18–64: Jönköping has 84 443 of 208 510.
    let jonkoping = municipal.iter().find(|member| &*member.name == "Jönköping").unwrap();
    let inhabitants: u64 = COUNTY.iter().map(|municipality| municipality.3).sum();
    let expected = 565_000_000_i128 * 84_443 / i128::from(inhabitants);
    assert!((i128::from(jonkoping.pays.after.unwrap().ore()) - expected).abs() <= 1);
}

#[test]
fn in_the_whole_country_the_freed_bases_come_back_to_everybody() {
    let country = Country { basis: Basis::WholeCountry, ..county() };
    let (comparison, sentences) = compared(&country, &[merge_all()]);
    assert_eq!(comparison.state.difference(), Some(Ore::ZERO), "the total is fixed");
    assert!(sentences[1].starts_with("Sammanslagningen minskar statens grundtilldelning med 800 000 kr"));
    assert!(sentences[2].starts_with("Behovsdelen ökar med 800 000 kr"), "{}", sentences[2]);
    assert!(sentences.last().unwrap().contains("är ett antagande"));
}

#[test]
fn splitting_what_was_merged_gives_the_bases_back() {
    let split = Change::Split {
        association: "Länsförbundet".to_owned(),
        parts: ["Ett", "Två"]
            .iter()
            .enumerate()
            .map(|(half, name)| Part {
                name: (*name).to_owned(),
                municipalities: COUNTY.iter().skip(half).step_by(2).map(|m| m.0.to_owned()).collect(),
            })
            .collect(),
    };
    let (after, notices) = apply(&county(), &[merge_all(), split]).unwrap();
    assert_eq!(after.reckon().unwrap().state(), Some(tkr(11_700)));
    let parts: Vec<Ore> = after.associations.iter().map(|a| a.need_part.unwrap()).collect();
    assert_eq!(Ore::sum(parts), Some(tkr(10_900)));
    assert_eq!(notices, []);
}

#[test]
fn moving_a_municipality_takes_its_need_part_along() {
    let moving = Change::Move { municipality: "Vaggeryd".to_owned(), to: "Finnveden".to_owned() };
    let (comparison, sentences) = compared(&county(), std::slice::from_ref(&moving));
    assert_eq!(comparison.state.difference(), Some(Ore::ZERO));
    assert_eq!(comparison.groups[0].kind, Kind::Regrouped);
    assert!(sentences[1].contains("Flytten ändrar inte statens grundtilldelning"));
    let mut with_history = county();
    with_history.associations[1].previous = Some(tkr(2500));
    let (after, notices) = apply(&with_history, &[moving]).unwrap();
    assert_eq!(notices, [Caveat::PreviousNotCarried { association: "Finnveden".into() }]);
    assert_eq!(after.associations[1].municipalities.len(), 4);
}

#[test]
fn the_last_municipality_takes_the_association_with_it() {
    let moves = ["Gnosjö", "Gislaved", "Värnamo"]
        .map(|name| Change::Move { municipality: name.to_owned(), to: "Höglandet".to_owned() });
    let (after, notices) = apply(&county(), &moves).unwrap();
    assert_eq!(after.associations.len(), 2);
    assert!(notices.contains(&Caveat::Ended { association: "Finnveden".into() }));
    assert_eq!(after.reckon().unwrap().state(), Some(tkr(11_700)));
}

#[test]
fn several_changes_at_once_and_a_new_association_in_the_country() {
    let country = Country { basis: Basis::WholeCountry, ..county() };
    let changes = [
        Change::Leave { municipality: "0687".to_owned() },
        Change::Leave { municipality: "Aneby".to_owned() },
        Change::New {
            name: "Norra".to_owned(),
            municipalities: vec!["Tranås".to_owned(), "0604".to_owned()],
        },
        Change::Base { base: tkr(500) },
        Change::Total { total: tkr(300_000) },
        Change::Keys { keys: Keys { need: 50, inhabitants: 50 } },
        Change::Brake { brake: None },
        Change::Strategy { strategy: Strategy::Equal },
        Change::Cap { association: "Finnveden".to_owned(), cap: Some(tkr(1000)) },
    ];
    let (comparison, sentences) = compared(&country, &changes);
    assert_eq!(comparison.state.after, Some(tkr(300_000)));
    for expected in ["Statens total ändras", "Grundtilldelningen till varje", "50/50", "Spärren stängs av"]
    {
        assert!(sentences.iter().any(|sentence| sentence.contains(expected)), "{expected}: {sentences:?}");
    }
    let figures = COUNTY.iter().take(12).map(|m| {
        let figures = Figures { need: Need::from_whole(5), inhabitants: Some(9), key_inhabitants: None };
        (m.0.to_owned(), figures)
    });
    let newer = Change::Statistics { year: 2024, figures: figures.collect() };
    let (after, _) = apply(&country, &[newer]).unwrap();
    assert_eq!((after.statistics_year, after.municipalities[12].need), (Some(2024), None));
    assert!(after.reckon().is_err(), "one municipality is missing, and missing is not zero");
}

#[test]
fn what_cannot_be_changed_says_why() {
    let refuse = |change: Change| apply(&county(), &[change]).unwrap_err().error;
    let missing = Change::Move { municipality: "Ingenstans".to_owned(), to: "Finnveden".to_owned() };
    assert_eq!(refuse(missing), ChangeError::NoMunicipality("Ingenstans".to_owned()));
    let one = Change::Merge {
        associations: vec!["Finnveden".to_owned(); 2],
        name: "X".to_owned(),
        previous: Previous::Sum,
    };
    assert_eq!(refuse(one), ChangeError::TooFew);
    let taken = Change::Merge {
        associations: vec!["Södra Vätterbygden".to_owned(), "Finnveden".to_owned()],
        name: "Höglandet".to_owned(),
        previous: Previous::Sum,
    };
    assert_eq!(refuse(taken), ChangeError::NameTaken("Höglandet".to_owned()));
    let half = Part { name: "Ett".to_owned(), municipalities: vec!["Gnosjö".to_owned()] };
    let partial = Change::Split { association: "Finnveden".to_owned(), parts: vec![half] };
    assert_eq!(refuse(partial), ChangeError::NotAPartition("Gislaved".to_owned()));
    assert_eq!(refuse(Change::Total { total: tkr(1) }), ChangeError::NotWithHeldNeedParts("statens total"));
    let second = apply(&county(), &[merge_all(), merge_all()]).unwrap_err();
    assert_eq!(second.number, 2);
}

fn any_change() -> impl Generator<Value = Change> {
    let name = || prop::sample::select(vec!["Södra Vätterbygden", "Finnveden", "Höglandet", "Nytt", "Annat"]);
    let municipality = || prop::sample::select(COUNTY.map(|m| m.1).to_vec());
    prop_oneof![
        (name(), name(), name()).prop_map(|(a, b, new)| Change::Merge {
            associations: vec![a.to_owned(), b.to_owned()],
            name: new.to_owned(),
            previous: Previous::Sum,
        }),
        (municipality(), name())
            .prop_map(|(m, to)| Change::Move { municipality: m.to_owned(), to: to.to_owned() }),
        municipality().prop_map(|m| Change::Leave { municipality: m.to_owned() }),
        (name(), municipality(), municipality()).prop_map(|(name, a, b)| Change::New {
            name: name.to_owned(),
            municipalities: vec![a.to_owned(), b.to_owned()]
        }),
        (name(), municipality(), municipality()).prop_map(|(association, a, b)| Change::Split {
            association: association.to_owned(),
            parts: vec![
                Part { name: "Annat".to_owned(), municipalities: vec![a.to_owned()] },
                Part { name: "Nytt".to_owned(), municipalities: vec![b.to_owned()] }
            ]
        }),
        (0..900_i64).prop_map(|base| Change::Base { base: tkr(base) }),
        (name(), prop::option::of(0..9000_i64)).prop_map(|(association, cap)| Change::Cap {
            association: association.to_owned(),
            cap: cap.map(tkr)
        }),
    ]
}

proptest! {
    #[test]
    fn no_municipality_is_ever_in_two_associations_and_all_money_is_accounted_for(
        changes in prop::collection::vec(any_change(), 0..12), whole_country in any::<bool>(),
    ) {
        let basis = if whole_country { Basis::WholeCountry } else { Basis::HeldNeedParts };
        let mut country = Country { basis, ..county() };
        for change in &changes {
            if let Ok((after, _)) = apply(&country, std::slice::from_ref(change)) { country = after }
        }
        let members: Vec<usize> = country.associations.iter().flat_map(|a| a.municipalities.clone()).collect();
        let distinct: BTreeSet<usize> = members.iter().copied().collect();
        prop_assert_eq!(members.len(), distinct.len());
        let names: BTreeSet<&str> = country.associations.iter().map(|a| &*a.name).collect();
        prop_assert_eq!(names.len(), country.associations.len());
        let Ok(outcome) = country.reckon() else { return Ok(()) };
        for association in &outcome.associations {
            let contributions = association.contributions.as_ref().unwrap();
            let paid = Ore::sum(contributions.lines.iter().map(|line| line.amount)).unwrap();
            let all = paid.checked_add(contributions.undecided().unwrap());
            prop_assert_eq!(all, association.all());
        }
        let start = county().reckon().unwrap();
        let origin = county();
        let sides = (Side { country: &origin, outcome: &start }, Side { country: &country, outcome: &outcome });
        let comparison = compare(sides.0, sides.1);
        prop_assert_eq!(comparison.state.after, outcome.state());
        prop_assert!(!explain(sides.0, sides.1, &comparison).is_empty());
    }
}
