//! The search against counting by hand, against a slow search, and against what must not matter.

use super::*;
use proptest::prelude::{Strategy as Generator, *};
use std::sync::atomic::{AtomicU64, Ordering};

fn tkr(amount: i64) -> Ore {
    Ore::from_tkr(amount).unwrap()
}

fn candidate(need: u64, inhabitants: u64) -> Candidate {
    Candidate { need: Need::from_whole(need), inhabitants: Some(inhabitants), cap: None }
}

fn question(municipalities: Vec<Candidate>) -> Question {
    let most = municipalities.len();
    Question {
        municipalities,
        outside: Outside {
            associations: 67,
            need: Need::from_whole(700_000).unwrap(),
            inhabitants: 6_000_000,
        },
        total: tkr(339_000),
        base: tkr(400),
        keys: Keys::default(),
        pool: Pool::Follows,
        administration: tkr(700),
        least_activity: None,
        associations: (1, most),
        objective: Objective::Activity,
    }
}

fn small() -> Question {
    question([3, 1, 4, 1, 5, 9].iter().map(|n| candidate(n * 1000, n * 9000)).collect())
}

fn ask(question: &Question) -> Answer {
    let workers = NonZeroUsize::new(2).unwrap();
    search(question, workers, &|_| ControlFlow::Continue(())).unwrap()
}

fn shape(grouping: &Grouping) -> Vec<Vec<usize>> {
    grouping.blocks.iter().map(|block| block.municipalities.clone()).collect()
}

#[test]
fn there_are_as_many_ways_as_bell_says() {
    let bell = [1, 1, 2, 5, 15, 52, 203, 877, 4140, 21_147, 115_975, 678_570, 4_213_597, 27_644_437];
    assert_eq!((0..14).map(|count| ways(count).unwrap()).collect::<Vec<_>>(), bell);
    assert_eq!(ways(16), None);
    for count in 1..=8 {
        let answer = ask(&question(vec![candidate(1, 1); count]));
        assert_eq!(answer.evaluated, ways(count).unwrap());
        assert_eq!(answer.admissible, answer.evaluated);
        assert_eq!(answer.by_count.len(), count);
    }
}

#[test]
fn administration_against_two_bases_decides_between_all_and_one() {
    // An association more brings two bases of 400 tkr, less what its base takes out of the common pool.
    let cheap = ask(&small());
    assert_eq!(cheap.best.as_ref().map(|best| best.blocks.len()), Some(6));
    let dear = ask(&Question { administration: tkr(801), ..small() });
    assert_eq!(shape(&dear.best.unwrap()), [vec![0, 1, 2, 3, 4, 5]]);
    let even = ask(&Question { administration: tkr(800), pool: Pool::HeldAt { associations: 3 }, ..small() });
    assert_eq!(even.equally_good, 203, "then every way is exactly as good");
}

#[test]
fn one_grouping_is_worth_what_the_search_says_of_it() {
    for objective in Objective::ALL {
        let question = Question { objective, ..small() };
        let answer = ask(&question);
        for best in &answer.by_count {
            let evaluated = evaluate(&question, &shape(best)).unwrap().unwrap();
            assert_eq!((&evaluated.blocks, evaluated.score), (&best.blocks, best.score), "{objective:?}");
        }
    }
}

#[test]
fn what_is_no_grouping_or_does_not_meet_the_demands_has_no_worth() {
    let question = Question { associations: (2, 3), ..small() };
    for blocks in [
        vec![vec![0, 1, 2]],
        vec![vec![0, 1, 2, 3, 4, 5], vec![5]],
        vec![vec![0, 1, 2, 3, 4, 5], vec![]],
        vec![vec![9]],
    ] {
        assert_eq!(evaluate(&question, &blocks), Err(PartitionError::NotAGrouping), "{blocks:?}");
    }
    assert_eq!(evaluate(&question, &[vec![0, 1, 2, 3, 4, 5]]), Ok(None), "one association is too few");
    let demanding = Question { least_activity: Some(tkr(100_000)), ..question };
    assert_eq!(evaluate(&demanding, &[vec![0, 1, 2], vec![3, 4, 5]]), Ok(None));
}

#[test]
fn a_merged_county_keeps_its_published_figures_when_need_parts_are_held() {
    let held = Question { pool: Pool::HeldAt { associations: 3 }, objective: Objective::State, ..small() };
    let answer = ask(&held);
    let state = |count: usize| answer.by_count[count - 1].score;
    assert_eq!(state(3).checked_sub(state(1)).unwrap(), Fraction::whole(tkr(800).ore().into()));
}

#[test]
fn a_demand_on_the_smallest_leaves_fewer_ways() {
    let answer = ask(&Question { least_activity: Some(tkr(1500)), ..small() });
    assert!(answer.admissible < answer.evaluated && answer.evaluated == 203);
    let best = answer.best.unwrap();
    assert!(best.blocks.iter().all(|block| block.activity >= Fraction::whole(tkr(1500).ore().into())));
    let impossible = ask(&Question { least_activity: Some(tkr(900_000)), ..small() });
    assert_eq!((impossible.best, impossible.admissible), (None, 0));
}

#[test]
fn the_number_of_associations_can_be_asked_for() {
    let answer = ask(&Question { associations: (3, 3), objective: Objective::Even, ..small() });
    assert_eq!((answer.admissible, answer.by_count.len()), (90, 1));
    assert_eq!(shape(&answer.best.unwrap()), [vec![0, 2], vec![1, 3, 4], vec![5]]);
}

#[test]
fn a_search_can_be_followed_and_stopped() {
    let seen = AtomicU64::new(0);
    let workers = NonZeroUsize::MIN;
    let follow = |progress: Progress| {
        seen.store(progress.evaluated, Ordering::Relaxed);
        if progress.evaluated * 2 > progress.of { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let ten = question((1..=10).map(|n| candidate(n, n)).collect());
    assert_eq!(search(&ten, workers, &follow), Err(PartitionError::Stopped));
    assert!(seen.load(Ordering::Relaxed) < ways(10).unwrap());
}

#[test]
fn what_cannot_be_searched_says_why() {
    let refuse = |question: &Question| {
        search(question, NonZeroUsize::MIN, &|_| ControlFlow::Continue(())).unwrap_err()
    };
    assert_eq!(refuse(&question(Vec::new())), PartitionError::NoMunicipalities);
    assert_eq!(refuse(&question(vec![candidate(1, 1); 16])), PartitionError::TooMany { count: 16 });
    let mut missing = small();
    missing.municipalities[2].need = None;
    let measure = crate::model::Statistic::Need;
    assert_eq!(refuse(&missing), PartitionError::Missing { place: 2, measure });
    assert_eq!(
        refuse(&Question { base: tkr(5000), ..small() }),
        PartitionError::BasesExceedTotal { associations: 1 }
    );
    assert_eq!(refuse(&Question { administration: Ore::new(-1), ..small() }), PartitionError::Negative);
    let huge = vec![candidate(u64::MAX / 2000, u64::MAX / 2); 3];
    assert_eq!(refuse(&question(huge)), PartitionError::Overflow);
}

/// Every grouping written out, evaluated with fractions, one at a time.
fn slowly(question: &Question) -> (Option<Fraction>, u64, u64) {
    let mut all: Vec<Vec<Vec<usize>>> = vec![Vec::new()];
    for place in 0..question.municipalities.len() {
        all = all
            .into_iter()
            .flat_map(|blocks| {
                (0..=blocks.len()).map(move |into| {
                    let mut next = blocks.clone();
                    if into == next.len() {
                        next.push(vec![place])
                    } else {
                        next[into].push(place)
                    }
                    next
                })
            })
            .collect();
    }
    let scores: Vec<Fraction> = all.iter().filter_map(|blocks| score_slowly(question, blocks)).collect();
    let best = scores.iter().max().copied();
    let equal = scores.iter().filter(|score| Some(**score) == best).count() as u64;
    (best, equal, scores.len() as u64)
}

fn score_slowly(question: &Question, blocks: &[Vec<usize>]) -> Option<Fraction> {
    let whole = |amount: Ore| Fraction::whole(amount.ore().into());
    let (fewest, most) = question.associations;
    if blocks.len() < fewest || blocks.len() > most {
        return None;
    }
    let need = |places: &[usize]| -> i128 {
        places.iter().map(|p| i128::from(question.municipalities[*p].need.unwrap().thousandths())).sum()
    };
    let people = |places: &[usize]| -> i128 {
        places.iter().map(|p| i128::from(question.municipalities[*p].inhabitants.unwrap())).sum()
    };
    let everyone: Vec<usize> = (0..question.municipalities.len()).collect();
    let need_of_all = need(&everyone) + i128::from(question.outside.need.thousandths());
    let people_of_all = people(&everyone) + i128::from(question.outside.inhabitants);
    let inside = match question.pool {
        Pool::Follows => blocks.len() as i128,
        Pool::HeldAt { associations } => associations.into(),
    };
    let bases = (i128::from(question.outside.associations) + inside) * i128::from(question.base.ore());
    let pool = Fraction::whole(i128::from(question.total.ore()) - bases);
    let key = |part: u32| Fraction::new(part.into(), 100).unwrap();
    let (mut activities, mut states) = (Vec::new(), Vec::new());
    for block in blocks {
        let by_need = key(question.keys.need).checked_mul(Fraction::new(need(block), need_of_all)?)?;
        let by_people =
            key(question.keys.inhabitants).checked_mul(Fraction::new(people(block), people_of_all)?)?;
        let mut state =
            whole(question.base).checked_add(pool.checked_mul(by_need.checked_add(by_people)?)?)?;
        let caps: Option<Vec<Ore>> = block.iter().map(|p| question.municipalities[*p].cap).collect();
        if let Some(caps) = caps {
            state = state.min(whole(Ore::sum(caps)?));
        }
        let activity = state.checked_mul(Fraction::whole(2))?.checked_sub(whole(question.administration))?;
        if question.least_activity.is_some_and(|least| activity < whole(least)) {
            return None;
        }
        states.push(state);
        activities.push(match question.objective {
            Objective::Weakest => activity.checked_div(Fraction::whole(people(block)))?,
            Objective::Activity | Objective::State | Objective::Even => activity,
        });
    }
    let sum = |all: &[Fraction]| all.iter().try_fold(Fraction::ZERO, |sum, one| sum.checked_add(*one));
    match question.objective {
        Objective::Activity => sum(&activities),
        Objective::State => sum(&states),
        Objective::Even => activities.iter().min()?.checked_sub(*activities.iter().max()?),
        Objective::Weakest => activities.iter().min().copied(),
    }
}

fn any_question() -> impl Generator<Value = Question> {
    let one = (1..40_u64, 1..300_u64, prop::option::weighted(0.3, 0..900_i64));
    (
        prop::collection::vec(one, 1..7),
        prop::sample::select(Objective::ALL.to_vec()),
        prop::option::of(0..2000_i64),
        0..1500_i64,
        prop::option::of(1..4_u32),
        (1..3_usize, 2..7_usize),
    )
        .prop_map(|(ones, objective, least, administration, held, associations)| {
            let municipalities = ones
                .into_iter()
                .map(|(need, people, cap)| Candidate { cap: cap.map(tkr), ..candidate(need, people) })
                .collect();
            Question {
                outside: Outside { associations: 2, need: Need::from_whole(50).unwrap(), inhabitants: 700 },
                total: tkr(9000),
                pool: held.map_or(Pool::Follows, |associations| Pool::HeldAt { associations }),
                administration: tkr(administration),
                least_activity: least.map(tkr),
                associations,
                objective,
                ..question(municipalities)
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_search_finds_what_a_slow_search_finds(question in any_question()) {
        let answer = ask(&question);
        let (best, equal, admissible) = slowly(&question);
        let found = answer.best.as_ref().map(|best| match question.objective {
            Objective::Even => Fraction::ZERO.checked_sub(best.score).unwrap(),
            Objective::Activity | Objective::State | Objective::Weakest => best.score,
        });
        prop_assert_eq!(found, best);
        prop_assert_eq!(answer.equally_good, if best.is_some() { equal } else { 0 });
        prop_assert_eq!(answer.admissible, admissible);
    }

    #[test]
    fn the_number_of_threads_does_not_matter(question in any_question(), workers in 1..5_usize) {
        let alone = search(&question, NonZeroUsize::MIN, &|_| ControlFlow::Continue(()));
        let together = search(&question, NonZeroUsize::new(workers).unwrap(), &|_| ControlFlow::Continue(()));
        prop_assert_eq!(alone, together);
    }
}
