//! The statutory division to the öre, real keys, and what every division must hold.

use super::*;
use proptest::prelude::*;

fn payer(name: &str, inhabitants: u64) -> Payer {
    Payer { name: name.into(), inhabitants: Some(inhabitants), outside_regions: false }
}

fn funding(municipalities: &[(&str, u64)]) -> Funding {
    Funding {
        regions: vec![payer("Regionen", 1)],
        municipalities: municipalities.iter().map(|(name, inhabitants)| payer(name, *inhabitants)).collect(),
        ..Funding::default()
    }
}

fn amounts(contributions: &Contributions) -> Vec<i64> {
    contributions.lines.iter().map(|line| line.amount.ore()).collect()
}

fn tkr(amount: i64) -> Ore {
    Ore::from_tkr(amount).unwrap()
}

#[test]
fn the_countys_three_budgets_split_into_half_and_quarters_to_the_ore() {
    for (total, state, quarter) in [(11_200, 5600, 2800), (5000, 2500, 1250), (8000, 4000, 2000)] {
        let split = funding(&[("Kommunen", 1)]).of_total(tkr(total), 2025, TieRule::Leave).unwrap();
        let expected = [state, quarter, quarter].map(|part| tkr(part).ore());
        assert_eq!(amounts(&split), expected);
        assert_eq!(split.ties, []);
        let matched = funding(&[("Kommunen", 1)]).matching_state(tkr(state), 2025, TieRule::Leave).unwrap();
        assert_eq!(matched, split);
    }
}

/// Inhabitants 18–64 at the end of 2019 by official statistics, for the key in Umeåregionen's bylaws 11 §.
const UMEA: [(&str, u64); 5] =
    [("Umeå", 81_167), ("Vännäs", 4922), ("Vindeln", 2822), ("Nordmaling", 3803), ("Robertsfors", 3620)];

#[test]
fn umearegionens_key_by_inhabitants_of_working_age() {
    let split = funding(&UMEA).of_total(tkr(8000), 2020, TieRule::Leave).unwrap();
    assert_eq!(UMEA.iter().map(|(_, inhabitants)| inhabitants).sum::<u64>(), 96_334);
    // 2 000 000 kr by 96 334 inhabitants: the öre that is left goes to the largest remainders.
    let expected = [168_511_637, 10_218_614, 5_858_783, 7_895_447, 7_515_519];
    assert_eq!(amounts(&split)[2..], expected);
    assert_eq!(expected.iter().sum::<i64>(), tkr(2000).ore());
    assert_eq!(split.lines[2].exact, Fraction::new(200_000_000 * 81_167, 96_334).unwrap());
}

#[test]
fn agreed_shares_and_an_own_table_by_year() {
    let mut funding = funding(&[("A", 9), ("B", 1)]);
    funding.municipal_key = Key::Agreed(vec![1, 3]);
    let split = funding.of_total(Ore::new(1600), 2025, TieRule::Leave).unwrap();
    assert_eq!(amounts(&split), [800, 400, 100, 300]);
    funding.municipal_key = Key::Table(BTreeMap::from([(2025, vec![1, 1])]));
    assert_eq!(amounts(&funding.of_total(Ore::new(1600), 2025, TieRule::Leave).unwrap())[2..], [200, 200]);
    assert_eq!(
        funding.of_total(Ore::new(1600), 2026, TieRule::Leave),
        Err(ContributionError::NoSharesForYear(2026))
    );
    funding.municipal_key = Key::Agreed(vec![1]);
    assert_eq!(
        funding.of_total(Ore::new(1600), 2025, TieRule::Leave),
        Err(ContributionError::WrongNumberOfShares { shares: 1, payers: 2 })
    );
}

#[test]
fn several_regions_are_one_party() {
    let mut funding = funding(&[("A", 1), ("B", 1)]);
    funding.regions = vec![payer("Norr", 3), payer("Söder", 1)];
    let split = funding.of_total(Ore::new(1600), 2025, TieRule::Leave).unwrap();
    assert_eq!(amounts(&split), [800, 300, 100, 200, 200]);
}

#[test]
fn a_municipality_outside_every_region_pays_half_or_in_both_quarters() {
    let island = Payer { outside_regions: true, ..payer("Ön", 3) };
    let mut funding = Funding { municipalities: vec![island.clone()], ..Funding::default() };
    let alone = funding.of_total(Ore::new(1600), 2025, TieRule::Leave).unwrap();
    assert_eq!((alone.scheme, amounts(&alone)), (Scheme::HalfHalf, vec![800, 800]));
    assert_eq!(alone.lines[1].exact, Fraction::whole(800));
    assert_eq!(funding.matching_state(Ore::new(800), 2025, TieRule::Leave), Ok(alone));
    funding.regions = vec![payer("Regionen", 1)];
    let without_others = funding.of_total(Ore::new(1600), 2025, TieRule::Leave).unwrap();
    assert_eq!(without_others.scheme, Scheme::CountedAsRegion);
    assert_eq!(amounts(&without_others), [800, 100, 700], "all of one quarter, three in four of the other");
    funding.municipalities.insert(0, payer("Kusten", 7));
    let with_region = funding.of_total(Ore::new(1600), 2025, TieRule::Leave).unwrap();
    assert_eq!(with_region.scheme, Scheme::CountedAsRegion);
    assert_eq!(
        amounts(&with_region),
        [800, 100, 280, 420],
        "coast 7 and island 3 share a quarter, region 1 and island 3 the other"
    );
    let island = with_region.lines[3];
    assert_eq!((island.exact, island.as_region), (Fraction::whole(420), Some(Fraction::whole(300))));
    assert_eq!(with_region.lines.iter().filter(|line| line.as_region.is_some()).count(), 1);
}

#[test]
fn what_is_missing_is_named_and_never_zero() {
    let mut missing = funding(&[("A", 1), ("B", 1)]);
    missing.municipalities[1].inhabitants = None;
    let error = missing.of_total(Ore::new(1600), 2025, TieRule::Leave).unwrap_err();
    assert_eq!(error, ContributionError::InhabitantsUnknown("B".to_owned()));
    missing.regions.clear();
    assert_eq!(missing.scheme(), Err(ContributionError::NoRegion));
    let negative = funding(&[("A", 1)]).of_total(Ore::new(-1), 2025, TieRule::Leave);
    assert_eq!(negative, Err(ContributionError::Amount));
}

#[test]
fn equal_remainders_are_answers() {
    let split = funding(&[("A", 5), ("B", 5)]).of_total(Ore::new(1204), 2025, TieRule::Leave).unwrap();
    assert_eq!(amounts(&split), [602, 301, 150, 150]);
    let among = vec![Member::Municipality(0), Member::Municipality(1)];
    assert_eq!(split.ties, [MemberTie { among, amount: Ore::new(1) }]);
    let listed = funding(&[("A", 5), ("B", 5)]).of_total(Ore::new(1204), 2025, TieRule::Listed).unwrap();
    assert_eq!(amounts(&listed), [602, 301, 151, 150]);
    let odd = funding(&[("A", 5)]).matching_state(Ore::new(3), 2025, TieRule::Leave).unwrap();
    assert_eq!((amounts(&odd), odd.undecided()), (vec![3, 1, 1], Some(Ore::new(1))));
    let listed = funding(&[("A", 5)]).matching_state(Ore::new(3), 2025, TieRule::Listed).unwrap();
    assert_eq!((amounts(&listed), listed.undecided()), (vec![3, 2, 1], Some(Ore::ZERO)));
    let island = Payer { outside_regions: true, ..payer("Ön", 3) };
    let alone = Funding { municipalities: vec![island], ..Funding::default() };
    let odd = alone.of_total(Ore::new(3), 2025, TieRule::Leave).unwrap();
    assert_eq!(amounts(&odd), [1, 1]);
    assert_eq!(odd.ties[0].among, [Member::State, Member::Municipality(0)]);
}

proptest! {
    #[test]
    fn parts_and_ties_are_the_whole_and_larger_municipalities_never_pay_less(
        state in 0..10_000_000_000_i64, sizes in prop::collection::vec(1..1_000_000_u64, 1..30),
    ) {
        let named: Vec<(&str, u64)> = sizes.iter().map(|size| ("K", *size)).collect();
        let split = funding(&named).matching_state(Ore::new(state), 2025, TieRule::Leave).unwrap();
        let sum: i64 = amounts(&split).iter().sum::<i64>() + split.undecided().unwrap().ore();
        prop_assert_eq!(sum, state * 2);
        let parts = &split.lines[2..];
        for (a, more) in sizes.iter().zip(parts) {
            for (b, less) in sizes.iter().zip(parts) {
                prop_assert!(a < b || more.amount >= less.amount);
            }
        }
    }

    #[test]
    fn the_order_of_municipalities_does_not_matter(
        state in 0..10_000_000_i64, sizes in prop::collection::vec(1..100_u64, 1..20), turn in 0..20_usize,
    ) {
        let named: Vec<(&str, u64)> = sizes.iter().map(|size| ("K", *size)).collect();
        let mut turned = named.clone();
        turned.rotate_left(turn % named.len());
        let pay = |named: &[(&str, u64)]| {
            amounts(&funding(named).matching_state(Ore::new(state), 2025, TieRule::Leave).unwrap())[2..].to_vec()
        };
        let mut expected = pay(&named);
        expected.rotate_left(turn % named.len());
        prop_assert_eq!(pay(&turned), expected);
    }
}
