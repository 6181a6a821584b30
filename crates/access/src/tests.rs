//! What the policies are held to.

use crate::{Access, Action, Facts, Role, Roles};

fn access() -> Access {
    Access::new().expect("the bundled policies are valid")
}

#[test]
fn a_visitor_reaches_only_what_is_public() {
    let access = access();
    let open: Vec<_> = Action::ALL
        .iter()
        .filter(|a| access.allows(Roles::of([Role::Visitor]), **a, Facts::default()))
        .map(|a| a.name())
        .collect();
    assert_eq!(open, ["ReadPublic", "LogIn"]);
}

#[test]
fn only_the_preparatory_group_proposes_and_the_policy_says_where_that_stands() {
    let access = access();
    let handed_in = Facts { submitted: true, ..Facts::default() };
    for role in Role::ALL {
        let decision = access.decide(Roles::of([*role]), Action::ProposeDecision, handed_in);
        assert_eq!(decision.allowed, *role == Role::PreparatoryGroup, "{role:?}");
    }
    let by = access.decide(Roles::of([Role::PreparatoryGroup]), Action::ProposeDecision, handed_in).by;
    assert_eq!(*by, ["initiative-preparatory-group".to_owned()]);
}

#[test]
fn a_draft_is_closed_to_everybody_but_its_author_and_the_office() {
    let access = access();
    let own = Facts { own: true, ..Facts::default() };
    for role in Role::ALL {
        let others = access.allows(Roles::of([*role]), Action::ReadDraft, Facts::default());
        assert_eq!(others, *role == Role::Office, "{role:?}");
    }
    assert!(access.allows(Roles::of([Role::Applicant]), Action::ReadDraft, own));
}

#[test]
fn a_start_is_noted_by_the_initiatives_own_steering_group_or_the_office() {
    let access = access();
    let may = |role, facts: Facts| {
        access.allows(Roles::of([role]), Action::StartInitiative, Facts { submitted: true, ..facts })
    };
    let its_own = Facts { in_body: true, ..Facts::default() };
    for role in Role::ALL {
        assert_eq!(may(*role, Facts::default()), *role == Role::Office, "{role:?}");
        assert_eq!(may(*role, its_own), matches!(role, Role::Office | Role::SteeringGroup), "{role:?}");
    }
}

#[test]
fn nobody_attests_but_those_named() {
    let access = access();
    let everything = Roles::of(Role::ALL.iter().copied());
    assert!(!access.allows(
        everything,
        Action::AttestMinutes,
        Facts { in_body: true, serves: true, ..Facts::default() }
    ));
    let named = Facts { attester: true, ..Facts::default() };
    assert!(access.allows(Roles::of([Role::BoardMember]), Action::AttestMinutes, named));
}

#[test]
fn money_is_read_by_the_bodies_and_noted_by_the_office_alone() {
    let access = access();
    let may = |role, action| access.allows(Roles::of([role]), action, Facts::default());
    for role in Role::ALL {
        let sits = !matches!(role, Role::Visitor | Role::Person | Role::Applicant | Role::Chair);
        assert_eq!(may(*role, Action::ReadFunding), sits, "{role:?}");
        for action in [Action::NoteFunding, Action::FixContributions] {
            assert_eq!(may(*role, action), *role == Role::Office, "{role:?}");
        }
    }
}

#[test]
fn every_policy_names_its_source_and_reason() {
    for (id, source, why) in access().policies() {
        assert!(!id.is_empty() && !source.is_empty() && !why.is_empty(), "{id}: {source}: {why}");
    }
}
