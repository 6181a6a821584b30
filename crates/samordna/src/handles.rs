//! How many files and connections the system lets the program have open at once.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// What is kept for the databases, the log and what is read from disk.
const OURS: usize = 128;

/// As many connections as are wished for, or as there is room for beside our own files.
pub(crate) fn room_for(wished: usize) -> usize {
    let given = asked_for_all().unwrap_or(usize::MAX);
    let room = room(wished, given);
    if room < wished {
        tracing::warn!(connections = room, handles = given, "connections.fewer_than_wished");
    }
    room
}

/// Takes as many handles as the system gives, and says how many; none when there is no limit.
fn asked_for_all() -> Option<usize> {
    let limit = getrlimit(Resource::Nofile);
    let all = Rlimit { current: limit.maximum, maximum: limit.maximum };
    let given = match setrlimit(Resource::Nofile, all) {
        Ok(()) => limit.maximum,
        Err(_) => limit.current,
    };
    given.and_then(|given| usize::try_from(given).ok())
}

fn room(wished: usize, given: usize) -> usize {
    // Where there are few handles half of them are ours.
    wished.min(given.saturating_sub(OURS).max(given / 2))
}

#[cfg(test)]
mod tests {
    use super::room;

    #[test]
    fn connections_never_take_the_handles_of_the_databases() {
        assert_eq!(room(4096, 1_048_576), 4096);
        assert_eq!(room(4096, 512), 384);
        assert_eq!(room(4096, 128), 64);
        assert_eq!(room(10, 512), 10);
    }
}
