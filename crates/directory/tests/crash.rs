//! `kill -9` between any two slips: none that was acknowledged is missing, and nobody has two.
//!
//! The victim is this test program itself, started again to run [`victim`] alone. It says on its standard output, one line
//! per slip, whose slip is in the urn and what it says.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

use directory::{PersonId, Place, VoteId, Workroom};
use uuid::Uuid;

/// A few rounds by default; `SAMORDNA_URN_ROUNDS` for many.
const ROUNDS: usize = 6;
const PEOPLE: u128 = 25;
const MARK: &str = "SAMORDNA_URN_VICTIM";

fn vote() -> VoteId {
    VoteId("association/umea/1/3/1".to_owned())
}

#[expect(clippy::disallowed_methods, reason = "the only way to tell a test program apart from its own child")]
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn rounds() -> usize {
    told("SAMORDNA_URN_ROUNDS").and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS)
}

/// Not a test when run by itself: it is what the tests below start and kill.
#[test]
fn victim() {
    let Some(place) = told(MARK) else { return };
    let place =
        if place.starts_with("postgres://") { Place::Url(place) } else { Place::Folder(place.into()) };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let workroom = Workroom::open(&place, 4).await.unwrap();
        let people: Vec<_> = (0..PEOPLE)
            .map(|number| {
                let workroom = workroom.clone();
                tokio::spawn(async move {
                    // Everybody changes their mind again and again, until the end comes.
                    loop {
                        let choice = u32::from(Uuid::new_v4().as_bytes()[0] % 4);
                        let said = (choice > 0).then_some(choice);
                        say(&format!("try {number} {choice}\n"));
                        if workroom.put_slip(&vote(), PersonId(Uuid::from_u128(number)), said).await.is_err()
                        {
                            return;
                        }
                        say(&format!("ack {number} {choice}\n"));
                    }
                })
            })
            .collect();
        for one in people {
            one.await.unwrap();
        }
    });
}

/// One write for the whole line: it is there or it is not.
fn say(line: &str) {
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}

/// What a person's slip may say: what was acknowledged last, or what was on its way when the victim died.
#[derive(Clone, Debug, Default)]
struct May {
    acknowledged: Option<u32>,
    tried: Option<u32>,
}

struct Victim {
    child: Child,
    lines: BufReader<ChildStdout>,
}

fn start(place: &Place) -> Victim {
    let mark = match place {
        Place::Folder(folder) => folder.display().to_string(),
        Place::Url(url) => url.clone(),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "victim", "--nocapture"])
        .env(MARK, mark)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    Victim { child, lines }
}

impl Victim {
    /// Lets it work until it has said so many lines, or has nothing more to say.
    fn work(&mut self, lines: usize, may: &mut BTreeMap<u128, May>) {
        let mut line = String::new();
        let mut heard = 0;
        while heard < lines && self.lines.read_line(&mut line).unwrap() > 0 {
            // A line that was cut off by the kill is nobody's acknowledgement.
            let words: Vec<&str> = line.strip_suffix('\n').unwrap_or("").split(' ').collect();
            if let [what @ ("try" | "ack"), number, choice] = words.as_slice() {
                let slip = may.entry(number.parse().unwrap()).or_default();
                let choice = choice.parse().unwrap();
                match *what {
                    "try" => slip.tried = Some(choice),
                    _ => *slip = May { acknowledged: Some(choice), tried: None },
                }
                heard += 1;
            }
            line.clear();
        }
    }

    /// Kills it; what it managed to say still counts.
    fn kill(mut self, may: &mut BTreeMap<u128, May>) {
        self.child.kill().unwrap();
        self.work(usize::MAX, may);
        self.child.wait().unwrap();
    }
}

/// Different in each round and each run: after how many lines the victim dies.
fn somewhere() -> usize {
    1 + usize::from(Uuid::new_v4().as_bytes()[0])
}

/// Counts without emptying: the rest of the rounds go on with the same urn.
async fn check(place: &Place, may: &BTreeMap<u128, May>) {
    let workroom = Workroom::open(place, 2).await.unwrap();
    let command = Uuid::new_v4();
    workroom.freeze(&vote(), command).await.unwrap();
    let all = workroom.voted(&vote()).await.unwrap();
    for (number, may) in may {
        let person = PersonId(Uuid::from_u128(*number));
        let others: BTreeSet<_> = all.iter().copied().filter(|other| *other != person).collect();
        let alone = workroom.tally(&vote(), command, &others).await.unwrap();
        let slips = alone.counts.values().sum::<u32>() + alone.abstained;
        assert!(slips <= 1, "{person} has {slips} slips");
        let says = (slips == 1).then(|| alone.counts.keys().next().copied().unwrap_or(0));
        let right = says == may.acknowledged || says.is_some() && says == may.tried;
        assert!(right, "{person}: the slip says {says:?}, and may say {may:?}");
    }
    workroom.release(&vote(), command).await.unwrap();
}

async fn killed_in_mid_vote(place: &Place) {
    let mut may: BTreeMap<u128, May> = BTreeMap::new();
    for _ in 0..rounds() {
        let mut victim = start(place);
        victim.work(somewhere(), &mut may);
        victim.kill(&mut may);
        check(place, &may).await;
        // What was on its way has landed or has not; from now on it is either.
        let workroom = Workroom::open(place, 2).await.unwrap();
        settle(&workroom, &mut may).await;
    }
    assert!(may.values().any(|slip| slip.acknowledged.is_some()), "nobody voted at all");
}

/// Takes over what each slip says now.
async fn settle(workroom: &Workroom, may: &mut BTreeMap<u128, May>) {
    let command = Uuid::new_v4();
    workroom.freeze(&vote(), command).await.unwrap();
    let all = workroom.voted(&vote()).await.unwrap();
    for person in &all {
        let others: BTreeSet<_> = all.iter().copied().filter(|other| other != person).collect();
        let alone = workroom.tally(&vote(), command, &others).await.unwrap();
        let says = alone.counts.keys().next().copied().unwrap_or(0);
        may.insert(person.0.as_u128(), May { acknowledged: Some(says), tried: None });
    }
    for slip in may.values_mut() {
        slip.tried = None;
    }
    workroom.release(&vote(), command).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_slip_is_lost_or_doubled_by_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    killed_in_mid_vote(&Place::Folder(folder.path().to_owned())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_slip_is_lost_or_doubled_by_postgres() {
    let cluster = testkit::postgres::Cluster::start();
    killed_in_mid_vote(&Place::Url(cluster.database())).await;
}
