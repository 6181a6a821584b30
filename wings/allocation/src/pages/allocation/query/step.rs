//! One change as a line of text that can stand in an address and be read by people.
//!
//! ```text
//! slå ihop Södra Vätterbygden + Finnveden + Höglandet = Jönköpings läns samordningsförbund
//! dela Höglandet = Norra Höglandet (Aneby, Tranås) + Södra Höglandet (Eksjö, Nässjö, Sävsjö, Vetlanda)
//! slå ihop Finnveden + Höglandet = Sydost > utan föregående år
//! flytta Vaggeryd > Finnveden
//! lämna Habo
//! bilda Östra förbundet = Habo + Mullsjö
//! tak Finnveden = 2 400 000 kr
//! tak Finnveden = inget
//! ```
//!
//! A sign that means something here is written with `\` before it when it stands in a name.

use allocation::change::{Change, Part, Previous};
use swedish::number::NO_BREAK_SPACE;

use super::amount;

/// What to write when a line cannot be read.
pub(super) const FORMAT: &str =
    "Skriv ändringen som ”slå ihop Norra + Södra = Nya förbundet” eller ”flytta Vaggeryd > Finnveden”.";

/// What stands after a merger whose new association has no amount of last year.
const NO_PREVIOUS: &str = "utan föregående år";

/// The word that stands for no cap.
const NO_CAP: &str = "inget";

/// The change as text; `None` for a change of a parameter, which has a field of its own.
pub fn written(change: &Change) -> Option<String> {
    Some(match change {
        Change::Merge { associations, name, previous } => {
            let merged = format!("slå ihop {} = {}", joined(associations, " + "), quoted(name));
            match previous {
                Previous::Sum => merged,
                Previous::None => format!("{merged} > {NO_PREVIOUS}"),
            }
        }
        Change::Split { association, parts } => {
            let part =
                |part: &Part| format!("{} ({})", quoted(&part.name), joined(&part.municipalities, ", "));
            let parts: Vec<String> = parts.iter().map(part).collect();
            format!("dela {} = {}", quoted(association), parts.join(" + "))
        }
        Change::Move { municipality, to } => format!("flytta {} > {}", quoted(municipality), quoted(to)),
        Change::Leave { municipality } => format!("lämna {}", quoted(municipality)),
        Change::New { name, municipalities } => {
            format!("bilda {} = {}", quoted(name), joined(municipalities, " + "))
        }
        Change::Cap { association, cap } => {
            let cap =
                cap.map_or_else(|| NO_CAP.to_owned(), |cap| cap.to_string().replace(NO_BREAK_SPACE, " "));
            format!("tak {} = {}", quoted(association), quoted(&cap))
        }
        Change::Total { .. }
        | Change::Base { .. }
        | Change::Keys { .. }
        | Change::Brake { .. }
        | Change::Strategy { .. }
        | Change::Statistics { .. } => return None,
    })
}

/// The change that a text says; `None` when it says none.
pub fn read(text: &str) -> Option<Change> {
    let text = text.trim();
    let after = |verb: &str| text.strip_prefix(verb)?.strip_prefix(' ').map(Reader::of);
    if let Some(mut reader) = after("slå ihop") {
        let associations = reader.names('+')?;
        reader.sign('=')?;
        let name = reader.name()?;
        if reader.ends() {
            return Some(Change::Merge { associations, name, previous: Previous::Sum });
        }
        reader.sign('>')?;
        let merged = Change::Merge { associations, name, previous: Previous::None };
        return (reader.last()? == NO_PREVIOUS).then_some(merged);
    }
    if let Some(mut reader) = after("dela") {
        return split(&mut reader);
    }
    if let Some(mut reader) = after("flytta") {
        let municipality = reader.name()?;
        reader.sign('>')?;
        return Some(Change::Move { municipality, to: reader.last()? });
    }
    if let Some(mut reader) = after("lämna") {
        return Some(Change::Leave { municipality: reader.last()? });
    }
    if let Some(mut reader) = after("bilda") {
        let name = reader.name()?;
        reader.sign('=')?;
        let municipalities = reader.names('+')?;
        return reader.ends().then_some(Change::New { name, municipalities });
    }
    let mut reader = after("tak")?;
    let association = reader.name()?;
    reader.sign('=')?;
    let cap = reader.last()?;
    let cap = if cap == NO_CAP { None } else { Some(amount::amount(&cap)?) };
    Some(Change::Cap { association, cap })
}

fn split(reader: &mut Reader) -> Option<Change> {
    let association = reader.name()?;
    reader.sign('=')?;
    let mut parts = Vec::new();
    loop {
        let name = reader.name()?;
        reader.sign('(')?;
        let municipalities = reader.names(',')?;
        reader.sign(')')?;
        parts.push(Part { name, municipalities });
        if reader.ends() {
            return Some(Change::Split { association, parts });
        }
        reader.sign('+')?;
    }
}

/// A sign that means something between names.
const fn is_sign(c: char) -> bool {
    matches!(c, '\\' | '+' | '=' | '>' | '(' | ')' | ',')
}

fn joined(names: &[String], between: &str) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(between)
}

/// A name with its signs marked as its own; names have no spaces at their ends.
fn quoted(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for c in name.trim().chars() {
        if is_sign(c) {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

/// What a line is made of.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    Name(String),
    Sign(char),
}

/// Reads a line from left to right.
#[derive(Debug)]
struct Reader(std::iter::Peekable<std::vec::IntoIter<Token>>);

impl Reader {
    fn of(text: &str) -> Self {
        let mut tokens = Vec::new();
        let mut name = String::new();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            if c == '\\' {
                name.extend(chars.next());
            } else if is_sign(c) {
                tokens.extend(end(&mut name));
                tokens.push(Token::Sign(c));
            } else {
                name.push(c);
            }
        }
        tokens.extend(end(&mut name));
        Self(tokens.into_iter().peekable())
    }

    fn name(&mut self) -> Option<String> {
        match self.0.next()? {
            Token::Name(name) => Some(name),
            Token::Sign(_) => None,
        }
    }

    /// The name that the line ends with.
    fn last(&mut self) -> Option<String> {
        let name = self.name()?;
        self.ends().then_some(name)
    }

    fn sign(&mut self, sign: char) -> Option<()> {
        (self.0.next()? == Token::Sign(sign)).then_some(())
    }

    /// One or more names with a sign between them.
    fn names(&mut self, between: char) -> Option<Vec<String>> {
        let mut names = vec![self.name()?];
        while self.0.next_if(|token| *token == Token::Sign(between)).is_some() {
            names.push(self.name()?);
        }
        Some(names)
    }

    fn ends(&mut self) -> bool {
        self.0.peek().is_none()
    }
}

/// The name that has been read, without the spaces round it.
fn end(name: &mut String) -> Option<Token> {
    let read = std::mem::take(name);
    let inner = read.trim();
    (!inner.is_empty()).then(|| Token::Name(inner.to_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use swedish::money::Ore;

    use super::*;

    fn name() -> impl Strategy<Value = String> {
        "[^\\x00-\\x1f]{1,12}".prop_filter_map("a name", |name| {
            let name = name.trim();
            (!name.is_empty()).then(|| name.to_owned())
        })
    }

    fn names() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec(name(), 1..4)
    }

    fn changes() -> impl Strategy<Value = Change> {
        let part = (name(), names()).prop_map(|(name, municipalities)| Part { name, municipalities });
        prop_oneof![
            (names(), name(), proptest::bool::ANY).prop_map(|(associations, name, new)| {
                let previous = if new { Previous::None } else { Previous::Sum };
                Change::Merge { associations, name, previous }
            }),
            (name(), proptest::collection::vec(part, 1..4))
                .prop_map(|(association, parts)| Change::Split { association, parts }),
            (name(), name()).prop_map(|(municipality, to)| Change::Move { municipality, to }),
            name().prop_map(|municipality| Change::Leave { municipality }),
            (name(), names()).prop_map(|(name, municipalities)| Change::New { name, municipalities }),
            (name(), proptest::option::of(0..10_000_000_000_i64))
                .prop_map(|(association, cap)| Change::Cap { association, cap: cap.map(Ore::new) }),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_the_same(change in changes()) {
            let text = written(&change).unwrap();
            prop_assert_eq!(read(&text), Some(change), "{}", text);
        }

        #[test]
        fn no_text_is_too_odd_to_be_read(text in ".{0,200}") {
            if let Some(change) = read(&text) {
                prop_assert_eq!(read(&written(&change).unwrap()), Some(change));
            }
        }
    }

    #[test]
    fn a_change_reads_as_people_say_it() {
        let change = Change::Merge {
            associations: vec!["Norra".into(), "Södra".into()],
            name: "Ett".into(),
            previous: Previous::Sum,
        };
        assert_eq!(written(&change).unwrap(), "slå ihop Norra + Södra = Ett");
        assert_eq!(read("  slå ihop Norra+Södra=Ett "), Some(change));
        let anew = read("slå ihop Norra + Södra = Ett > utan föregående år");
        assert!(matches!(anew, Some(Change::Merge { previous: Previous::None, .. })), "{anew:?}");
        assert_eq!(read("slå ihop Norra + Södra = Ett > annat"), None);
        let cap = Change::Cap { association: "A + B".into(), cap: Ore::from_tkr(2400) };
        assert_eq!(written(&cap).unwrap(), "tak A \\+ B = 2 400 000 kr");
        assert_eq!(read("tak A \\+ B = 2,4 mnkr"), None, "the comma is a sign unless it is marked");
        assert_eq!(read("tak A \\+ B = 2400 tkr"), Some(cap));
    }

    #[test]
    fn half_a_change_is_none() {
        for text in [
            "",
            "slå ihop",
            "slå ihop A + B",
            "slå ihop A + = B",
            "dela A = B",
            "dela A = B (",
            "flytta A",
            "lämna",
            "bilda A =",
            "tak A = mycket",
            "sälj A",
            "flytta A > B > C",
            "lämnaA",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
