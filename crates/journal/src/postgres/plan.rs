//! What to do with a group of batches, before anything is sent to the server.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::event::{Appended, Batch};
use crate::hash::Head;
use crate::judge::{Links, Verdict, judge};
use crate::seen::Ends;

/// Where commands are known to be, by stream.
pub(super) type Known<'a> = BTreeMap<(&'a str, Uuid), (u64, u64)>;

/// A group, judged: the answers, and the rows and heads that must be written before they are true.
pub(super) struct Plan<'a> {
    pub(super) answers: Vec<Appended>,
    pub(super) rows: Vec<(&'a Batch, Links)>,
    pub(super) heads: BTreeMap<&'a str, Head>,
    pub(super) refuses: bool,
    /// What no command will have pointed out when this is written.
    pub(super) ends: Ends,
}

/// Judges each batch after those before it, as if they were written.
pub(super) fn plan<'a>(
    batches: &[&'a Batch],
    heads: &BTreeMap<String, Head>,
    mut known: Known<'a>,
    ends: Ends,
) -> Plan<'a> {
    let mut plan =
        Plan { answers: Vec::new(), rows: Vec::new(), heads: BTreeMap::new(), refuses: false, ends };
    for batch in batches {
        let stream = batch.stream.as_str();
        let head = plan.heads.get(stream).or_else(|| heads.get(stream)).copied();
        let at = (stream, batch.command_id);
        let answer = match judge(batch, head.unwrap_or(Head::EMPTY), known.get(&at).copied(), &plan.ends) {
            Verdict::Already(first, last) => Appended::AlreadyWritten { first, last },
            Verdict::Conflict(head) => {
                plan.refuses = true;
                Appended::Conflict { head }
            }
            Verdict::Write(links, end) => {
                if links.is_empty() {
                    // Nothing to write means nothing that would find a forgotten head or command.
                    plan.refuses = true;
                } else {
                    known.insert(at, (batch.expected.saturating_add(1), end.seq));
                    plan.heads.insert(stream, end);
                    plan.ends.tie(stream, end);
                    plan.rows.push((batch, links));
                }
                Appended::Written(end)
            }
        };
        plan.answers.push(answer);
    }
    // All nodes take their rows in the same order, so that none waits for another in a ring.
    plan.rows
        .sort_by(|(one, _), (other, _)| (&one.stream, one.expected).cmp(&(&other.stream, other.expected)));
    plan
}
