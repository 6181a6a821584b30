//! The heads of a journal as a text that is kept somewhere else, and what has happened to them since.

use std::fmt;
use std::str::FromStr;

use crate::chain::Report;
use crate::hash::Head;

/// Heads that were saved: where each stream ended at that time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved(Report);

/// The text is not saved heads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSaved {
    /// A line is neither a head nor what stands round them.
    #[error("Rad {0} är inte ett huvud. Spara det som samordna verify skriver ut, oförändrat.")]
    Line(usize),
    /// Heads are missing, or there are too many.
    #[error(
        "Antalet stämmer inte: filen är avkapad eller ändrad. Spara det som samordna verify skriver ut, oförändrat."
    )]
    Count,
}

/// What differs from the heads that were saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each sentence says what its parts are")]
pub enum Difference {
    /// Nothing of the stream is left.
    #[error("Strömmen {stream} saknas. Den slutade vid händelse {saved}.")]
    Gone { stream: String, saved: u64 },
    /// The end of the stream is cut off.
    #[error(
        "Strömmen {stream} slutar vid händelse {ends}. Den slutade vid händelse {saved} när huvudena sparades."
    )]
    Shorter { stream: String, ends: u64, saved: u64 },
    /// The stream was written anew, up to this event or before it.
    #[error("Strömmen {stream} är en annan: händelse {seq} är inte den som stod där när huvudena sparades.")]
    Other { stream: String, seq: u64 },
}

impl Saved {
    pub(crate) fn streams(&self) -> &[(String, Head)] {
        &self.0.streams
    }
}

/// The text that is saved: a line that counts, and a line for each stream with its name, last number and last hash.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} händelser i {} strömmar", self.events, self.streams.len())?;
        self.streams
            .iter()
            .try_for_each(|(stream, head)| writeln!(f, "{stream}\t{}\t{}", head.seq, head.hash))
    }
}

/// Reads back what [`Report`] displays; a last sentence after it is passed over, anything else is not.
impl Saved {
    /// One head alone, as it is printed in minutes.
    #[must_use]
    pub fn one(stream: String, head: Head) -> Self {
        Self(Report { events: head.seq, streams: vec![(stream, head)] })
    }
}

impl FromStr for Saved {
    type Err = NotSaved;

    fn from_str(text: &str) -> Result<Self, NotSaved> {
        let mut lines = (1..).zip(text.lines().map(|line| line.trim_end_matches('\r')));
        let (_, first) = lines.next().ok_or(NotSaved::Count)?;
        let (events, streams) = count(first).ok_or(NotSaved::Line(1))?;
        let mut found = Vec::new();
        for (no, line) in lines.filter(|(_, line)| !line.is_empty() && *line != WHOLE) {
            found.push(head(line).ok_or(NotSaved::Line(no))?);
        }
        let sum = found.iter().try_fold(0_u64, |sum, (_, head)| sum.checked_add(head.seq));
        if found.len() != streams || sum != Some(events) {
            return Err(NotSaved::Count);
        }
        Ok(Self(Report { streams: found, events }))
    }
}

/// What stands last when the chain was found whole.
pub const WHOLE: &str = "Kedjan är hel.";

fn count(line: &str) -> Option<(u64, usize)> {
    let (events, streams) = line.strip_suffix(" strömmar")?.split_once(" händelser i ")?;
    Some((events.parse().ok()?, streams.parse().ok()?))
}

fn head(line: &str) -> Option<(String, Head)> {
    let mut fields = line.split('\t');
    let (stream, seq, hash) = (fields.next()?, fields.next()?, fields.next()?);
    let head = Head { seq: seq.parse().ok()?, hash: hash.parse().ok()? };
    fields.next().is_none().then(|| (stream.to_owned(), head))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::Hash;

    fn report() -> Report {
        let head = |seq| Head { seq, hash: Hash([9; 32]) };
        Report { streams: vec![("a b".to_owned(), head(2)), ("ö".to_owned(), head(5))], events: 7 }
    }

    #[test]
    fn what_is_printed_can_be_saved_and_read_back() {
        let text = format!("{}{WHOLE}\n", report());
        assert_eq!(text.parse(), Ok(Saved(report())));
        assert_eq!(text.replace('\n', "\r\n").parse(), Ok(Saved(report())));
    }

    #[test]
    fn heads_that_are_cut_or_changed_prove_nothing() {
        let text = report().to_string();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!("".parse::<Saved>(), Err(NotSaved::Count));
        assert_eq!(lines[..2].join("\n").parse::<Saved>(), Err(NotSaved::Count));
        assert_eq!(lines[1..].join("\n").parse::<Saved>(), Err(NotSaved::Line(1)));
        assert_eq!(text.replace("ö\t5", "ö\t4").parse::<Saved>(), Err(NotSaved::Count));
        assert_eq!(text.replace("\t5\t", "\t5\t0").parse::<Saved>(), Err(NotSaved::Line(3)));
    }
}
