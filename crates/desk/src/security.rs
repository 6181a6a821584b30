//! What bears on security goes to the directory's log: the one way there for the layers round the handlers.

use directory::{By, Note, PersonId, SecurityAct};

use crate::visitor::Visitor;

/// Notes an act of whoever asks; the same again within a minute is noted once.
///
/// The answer does not wait on the log being well: a fault is ours, and told to the operator.
pub(crate) async fn note(visitor: &Visitor, act: SecurityAct, detail: &str) {
    let by = match visitor.person() {
        Some(person) => By::Person(PersonId(person.0), visitor.client()),
        None => By::Visitor(visitor.client()),
    };
    let note = Note::of(act, by).at(association(visitor.path())).about(detail);
    if let Err(fault) = visitor.app().directory().note_sometimes(&note, visitor.now()).await {
        tracing::error!(fault = %fault, act = act.code(), "the security log failed");
    }
}

/// The association an address is about; the rest of the address is nobody's business, and may hold a secret.
fn association(path: &str) -> &str {
    let path = path.strip_prefix("/api/v1").unwrap_or(path);
    path.strip_prefix("/f/").and_then(|rest| rest.split('/').next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::association;

    #[test]
    fn only_the_association_is_taken_from_an_address() {
        assert_eq!(association("/f/finnveden/insatser/4"), "finnveden");
        assert_eq!(association("/api/v1/f/finnveden/commands"), "finnveden");
        assert_eq!(association("/inbjudan/hemlig"), "");
    }
}
