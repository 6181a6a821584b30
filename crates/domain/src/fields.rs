//! Collects what was filled in wrongly, so that everything is said at once and the same words stand at the field.

use crate::decision::{FieldError, Refusal};

/// The longest title.
pub(crate) const TITLE: usize = 120;
/// The longest line, such as a name or a register entry.
pub(crate) const LINE: usize = 200;
/// The longest text.
pub(crate) const TEXT: usize = 20_000;

/// The fields found wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<FieldError>);

impl Fields {
    /// Nothing found wrong.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Says what to do, unless it holds.
    #[must_use]
    pub(crate) fn hold(mut self, holds: bool, field: &'static str, says: impl Into<String>) -> Self {
        if !holds {
            self.0.push(FieldError::new(field, says));
        }
        self
    }

    /// Says what to do about a field that needs words but has none, or too many.
    #[must_use]
    pub(crate) fn said(self, field: &'static str, value: &str, longest: usize, says: &str) -> Self {
        self.hold(!value.trim().is_empty(), field, says).within(field, value, longest)
    }

    /// Says what to do about words that are too many.
    #[must_use]
    pub(crate) fn within(self, field: &'static str, value: &str, longest: usize) -> Self {
        let length = value.chars().count();
        self.hold(
            length <= longest,
            field,
            format!("Korta texten till högst {longest} tecken; den har {length}."),
        )
    }

    /// Adds what was found wrong elsewhere.
    #[must_use]
    pub(crate) fn also(mut self, found: Vec<FieldError>) -> Self {
        self.0.extend(found);
        self
    }

    /// Goes on when nothing was wrong.
    ///
    /// # Errors
    /// [`Refusal::Fields`] with everything that was.
    pub(crate) fn checked(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::Fields(self.0)) }
    }

    /// What was found wrong.
    pub(crate) fn found(self) -> Vec<FieldError> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use crate::decision::Refusal;

    #[test]
    fn everything_wrong_is_said_at_once() {
        let fields =
            Fields::new().said("title", " ", 10, "Skriv en rubrik.").within("text", "för lång text", 5);
        let Err(Refusal::Fields(errors)) = fields.checked() else { panic!("nothing was found wrong") };
        let says: Vec<_> = errors.iter().map(|e| (e.field, e.says.as_str())).collect();
        assert_eq!(
            says,
            [("title", "Skriv en rubrik."), ("text", "Korta texten till högst 5 tecken; den har 13.")]
        );
    }
}
