//! A bar of parts: who carries how much of a whole. The table beside it says the same in figures.

use maud::{Markup, html};
use swedish::money::Ore;

/// How wide the whole bar is, in units of its own.
const WIDTH: i128 = 1000;

/// One part of the bar.
pub(super) struct Part<'a> {
    pub(super) name: &'a str,
    pub(super) amount: Ore,
    /// What kind of part it is, for its shade: `state`, `region` or `municipality`.
    pub(super) kind: &'static str,
}

/// The bar with the sentence that says what it shows; nothing when there is nothing to divide.
pub(super) fn show(says: &str, parts: &[Part<'_>]) -> Markup {
    let whole: i128 = parts.iter().map(|part| i128::from(part.amount.ore().max(0))).sum();
    let mut from = 0_i128;
    let mut drawn = Vec::with_capacity(parts.len());
    for part in parts.iter().filter(|part| part.amount.ore() > 0) {
        let until = from + i128::from(part.amount.ore());
        let (x, end) = (from * WIDTH / whole, until * WIDTH / whole);
        drawn.push((part, x, end - x));
        from = until;
    }
    html! {
        @if !drawn.is_empty() {
            figure.parts-bar {
                svg viewBox={ "0 0 " (WIDTH) " 48" } width="1000" height="48" preserveAspectRatio="none"
                    role="img" aria-label=(says) {
                    @for (part, x, width) in &drawn {
                        rect data-part=(part.kind) x=(x) y="0" width=(width) height="48" {
                            title { (part.name) }
                        }
                    }
                }
                figcaption { (says) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fill_the_bar_and_none_is_drawn_for_nothing() {
        let part = |name, ore| Part { name, amount: Ore::new(ore), kind: "state" };
        let drawn = show("Tre delar", &[part("A", 2), part("B", 0), part("C", 1)]).into_string();
        assert_eq!(drawn.matches("<rect").count(), 2);
        assert!(drawn.contains(r#"x="0" y="0" width="666""#), "{drawn}");
        assert!(drawn.contains(r#"x="666" y="0" width="334""#), "{drawn}");
        assert_eq!(show("Inget", &[part("A", 0)]).into_string(), "");
    }
}
