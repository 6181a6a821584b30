//! Deciding by Cedar, and keeping what was decided.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::{Arc, RwLock};

use cedar_policy::{
    Authorizer, Context, Decision as Cedar, Entities, EntityUid, PolicySet, Request, Schema, ValidationMode,
    Validator,
};
use serde_json::json;

use crate::action::{Action, Class};
use crate::fault::Fault;
use crate::role::Roles;

const ENTITIES: &str = include_str!("../policies/samordna.cedarschema");
const POLICIES: &[(Class, &str)] = &[
    (Class::Public, include_str!("../policies/public.cedar")),
    (Class::Account, include_str!("../policies/account.cedar")),
    (Class::Association, include_str!("../policies/association.cedar")),
    (Class::Initiative, include_str!("../policies/initiative.cedar")),
    (Class::Meeting, include_str!("../policies/meeting.cedar")),
    (Class::County, include_str!("../policies/county.cedar")),
    (Class::National, include_str!("../policies/national.cedar")),
];

/// What the policies may ask about the resource.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facts {
    /// The person wrote it.
    pub own: bool,
    /// The person sits in the body that meets, or that steers the initiative.
    pub in_body: bool,
    /// The person serves at the meeting.
    pub serves: bool,
    /// The person keeps the minutes of the meeting.
    pub secretary: bool,
    /// The person is to attest the minutes.
    pub attester: bool,
    /// It has been handed in.
    pub submitted: bool,
    /// The person led, served at, kept or is to attest a meeting whose minutes are not sealed.
    pub took_part: bool,
    /// The body is the board.
    pub of_board: bool,
    /// The person acts for somebody else.
    pub for_another: bool,
    /// The person acts for a member organisation that is not theirs.
    pub for_other_member: bool,
    /// The step was taken long ago and is being recorded.
    pub afterwards: bool,
}

impl Facts {
    /// The facts under which somebody who may ever do a thing may do it: their own part in it, done for themselves.
    pub const AT_BEST: Self = Self {
        own: true,
        in_body: true,
        serves: true,
        secretary: true,
        attester: true,
        submitted: true,
        took_part: true,
        of_board: true,
        for_another: false,
        for_other_member: false,
        afterwards: false,
    };
}

/// What was decided, and by which policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The policies that decided, by their ids.
    pub by: Arc<[String]>,
}

/// The policies, read and validated, with what they have decided so far.
pub struct Access {
    schema: Schema,
    policies: BTreeMap<&'static str, PolicySet>,
    kept: RwLock<BTreeMap<(Roles, Action, Facts), Decision>>,
}

/// The schema: what a person and a thing are told of stands in its file, the actions follow from [`Action`].
fn schema() -> String {
    let of = |class: &Class| {
        let names: Vec<&str> = Action::ALL.iter().filter(|a| a.class() == *class).map(|a| a.name()).collect();
        format!(
            "action {} appliesTo {{ principal: Person, resource: {} }};\n",
            names.join(", "),
            class.name()
        )
    };
    Class::ALL.iter().map(of).fold(ENTITIES.to_owned(), |schema, actions| schema + &actions)
}

impl std::fmt::Debug for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Access").field("policies", &self.policies.len()).finish_non_exhaustive()
    }
}

impl Access {
    /// Reads the bundled policies and holds them against the schema.
    ///
    /// # Errors
    /// When a policy or the schema cannot be read, or a policy does not fit the schema.
    pub fn new() -> Result<Self, Fault> {
        let (schema, _) = Schema::from_cedarschema_str(&schema()).map_err(|e| Fault(e.to_string()))?;
        let mut policies = BTreeMap::new();
        for (class, text) in POLICIES {
            let set = PolicySet::from_str(text).map_err(|e| Fault(format!("{}: {e}", class.name())))?;
            let checked = Validator::new(schema.clone()).validate(&set, ValidationMode::Strict);
            if !checked.validation_passed() {
                return Err(Fault(format!("{}: {checked}", class.name())));
            }
            policies.insert(class.name(), set);
        }
        Ok(Self { schema, policies, kept: RwLock::new(BTreeMap::new()) })
    }

    /// Decides; the same question is answered from what was decided before. A fault in deciding denies.
    pub fn decide(&self, roles: Roles, action: Action, facts: Facts) -> Decision {
        let question = (roles, action, facts);
        if let Some(decision) = self.kept.read().ok().and_then(|kept| kept.get(&question).cloned()) {
            return decision;
        }
        let decision =
            self.ask(roles, action, facts).unwrap_or_else(|| Decision { allowed: false, by: Arc::new([]) });
        if let Ok(mut kept) = self.kept.write() {
            kept.insert(question, decision.clone());
        }
        decision
    }

    /// Whether it is allowed.
    pub fn allows(&self, roles: Roles, action: Action, facts: Facts) -> bool {
        self.decide(roles, action, facts).allowed
    }

    /// Asks Cedar; `None` when the question itself cannot be put.
    fn ask(&self, roles: Roles, action: Action, facts: Facts) -> Option<Decision> {
        let class = action.class().name();
        let set = self.policies.get(class)?;
        let names: Vec<&str> = roles.iter().map(crate::Role::name).collect();
        let entities = json!([
            { "uid": { "type": "Person", "id": "asks" }, "attrs": { "roles": names }, "parents": [] },
            { "uid": { "type": class, "id": "this" }, "attrs": {
                "own": facts.own, "in_body": facts.in_body, "serves": facts.serves,
                "secretary": facts.secretary, "attester": facts.attester,
                "submitted": facts.submitted, "took_part": facts.took_part, "of_board": facts.of_board,
                "for_another": facts.for_another, "for_other_member": facts.for_other_member,
                "afterwards": facts.afterwards,
            }, "parents": [] },
        ]);
        let entities = Entities::from_json_value(entities, Some(&self.schema)).ok()?;
        let uid = |text: String| EntityUid::from_str(&text).ok();
        let request = Request::new(
            uid(r#"Person::"asks""#.to_owned())?,
            uid(format!(r#"Action::"{}""#, action.name()))?,
            uid(format!(r#"{class}::"this""#))?,
            Context::empty(),
            Some(&self.schema),
        )
        .ok()?;
        let answer = Authorizer::new().is_authorized(&request, set, &entities);
        let name = |id: &cedar_policy::PolicyId| {
            set.policy(id).and_then(|p| p.annotation("id")).map_or_else(|| id.to_string(), str::to_owned)
        };
        let by: Vec<String> = answer.diagnostics().reason().map(name).collect();
        Some(Decision { allowed: answer.decision() == Cedar::Allow, by: by.into() })
    }

    /// Every policy: id, source and the sentence that says why.
    pub fn policies(&self) -> Vec<(String, String, String)> {
        let note = |p: &cedar_policy::Policy, key: &str| p.annotation(key).unwrap_or_default().to_owned();
        let all = self.policies.values().flat_map(PolicySet::policies);
        let mut found: Vec<_> = all.map(|p| (note(p, "id"), note(p, "source"), note(p, "why"))).collect();
        found.sort();
        found
    }
}
