//! The facts of an initiative that the rules look at: asked by the decisions, and again by the initiative's page.

use std::collections::BTreeSet;

use jiff::civil::Date;
use statute::rules::initiatives::{
    AffectedMembersHeard, AsfLimits, BoardDecidesWhatNotHow, ImplementationPlan, NoIndividualAuthority,
    OfficeInforms, PreparedBeforeDecision, ThroughAParty, WithinPurpose,
};
use statute::{Finding, Judge};

use crate::case_register::register::without_delay;
use crate::ids::MemberId;
use crate::initiative::events::{Application, Grant};
use crate::initiative::state::Initiative;
use crate::state::Association;

/// What an application must be: within the purpose, no authority over individuals, through a party, within the limits.
pub(crate) fn of_application(state: &Association, application: &Application, on: Date) -> [Finding; 4] {
    [
        within_purpose(state, application).judge(on),
        NoIndividualAuthority {
            decides_on_individuals: false,
            service_by_association: application.service_by_association,
            personal_data: false,
        }
        .judge(on),
        through_a_party(state, application, on).judge(on),
        asf_limits(application).judge(on),
    ]
}

fn within_purpose(state: &Association, application: &Application) -> WithinPurpose {
    let member = |id: &MemberId| state.profile.members.get(id);
    WithinPurpose {
        target_group_needs_coordination: application.needs_coordination,
        aims_at_work_ability: application.aims_at_work_ability,
        parties: application.parties.iter().filter_map(member).map(|m| m.party()).collect(),
    }
}

fn through_a_party(state: &Association, application: &Application, on: Date) -> ThroughAParty {
    ThroughAParty {
        carrier: application.carrier.map(|id| state.profile.member_name(id).to_owned()),
        carrier_is_member: application.carrier.is_some_and(|id| state.profile.is_member(id, on)),
        procured_from_business: false,
        paid_to_business: application.asf.cash_to_business,
    }
}

fn asf_limits(application: &Application) -> AsfLimits {
    let asf = application.asf;
    AsfLimits {
        involves_asf: asf.involved
            || asf.cash_to_business
            || asf.starts_or_develops
            || asf.membership
            || asf.trains_staff,
        cash_to_business: asf.cash_to_business,
        starts_or_develops_asf: asf.starts_or_develops,
        membership: asf.membership,
        trains_asf_staff: asf.trains_staff,
    }
}

/// Whether the preparatory group has examined the application and proposed a decision.
pub(crate) fn prepared(initiative: &Initiative) -> PreparedBeforeDecision {
    PreparedBeforeDecision {
        examined: initiative.examined.is_some(),
        proposed: initiative.proposed.is_some(),
    }
}

/// What the papers say of the time after; where no member is named to take over, the text is about the financing.
pub(crate) fn implementation_plan(state: &Association, application: &Application) -> ImplementationPlan {
    let text = Some(application.implementation.clone());
    let receiver = application.receiver.map(|id| state.profile.member_name(id).to_owned());
    if receiver.is_some() {
        ImplementationPlan { plan: text, receiver, later_financing: None }
    } else {
        ImplementationPlan { plan: None, receiver: None, later_financing: text }
    }
}

/// The members concerned, and those spoken with: named in the application, or heard through the preparatory group.
pub(crate) fn members_heard(
    state: &Association,
    initiative: &Initiative,
    application: &Application,
) -> AffectedMembersHeard {
    let concerned: BTreeSet<MemberId> =
        application.parties.iter().copied().chain(application.carrier).chain(application.receiver).collect();
    let heard: BTreeSet<MemberId> = application
        .members_heard
        .iter()
        .copied()
        .chain(initiative.views.iter().map(|view| view.member))
        .collect();
    let names = |ids: BTreeSet<MemberId>| {
        ids.into_iter().map(|id| state.profile.member_name(id).to_owned()).collect()
    };
    AffectedMembersHeard { concerned: names(concerned), heard: names(heard) }
}

/// Whether those concerned have been told of the latest decision; nothing before there is one.
pub(crate) fn told(initiative: &Initiative, today: Date) -> Option<Finding> {
    let decided = initiative.decisions.last()?.on;
    let informed = initiative.informed.as_ref().map(|(on, _)| *on);
    Some(OfficeInforms { decided, informed, today, days: None }.judge(decided))
}

/// Whether the application was registered without delay; nothing before it is handed in.
pub(crate) fn registered(state: &Association, initiative: &Initiative, today: Date) -> Option<Finding> {
    let entry = state.register.cases.get(&initiative.case?)?.entries.first()?;
    Some(without_delay(entry, today))
}

/// Whether a grant leaves the how to the initiative; nothing is asked where it has no conditions.
pub(crate) fn what_not_how(grant: &Grant) -> Option<BoardDecidesWhatNotHow> {
    let fixes_method = grant.fixes_method;
    (fixes_method || !grant.conditions.is_empty()).then_some(BoardDecidesWhatNotHow { fixes_method })
}
