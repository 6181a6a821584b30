//! What people are, in words.

use domain::mandate::events::Role;

use crate::Lang;

/// A role in words.
pub fn role(lang: Lang, role: Role) -> String {
    match role {
        Role::Member => lang.t("role-member").to_owned(),
        Role::Substitute { order } => lang.ta("role-substitute", &[("order", order.into())]),
        Role::Director => lang.t("role-director").to_owned(),
        Role::Officer => lang.t("role-officer").to_owned(),
    }
}
