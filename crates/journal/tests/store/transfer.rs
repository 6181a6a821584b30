//! Out as JSON lines and in again.

use std::io::{BufReader, Read};

use journal::{ImportError, Journal};

use crate::home::{Home, batch, written};

on_both!(
    an_export_imported_elsewhere_has_the_same_heads,
    a_stream_that_has_events_is_not_imported_into,
    a_changed_line_is_named_and_nothing_is_kept,
    an_imported_journal_goes_on_where_it_was,
    an_export_that_is_cut_off_anywhere_is_refused,
    an_import_that_is_interrupted_leaves_nothing,
);

async fn filled(home: &Home) -> Journal {
    let journal = home.open().await;
    for n in 0..3 {
        written(&journal, batch("association/1", n * 700, 700)).await;
        written(&journal, batch("association/å", n * 2, 2)).await;
    }
    journal
}

async fn exported(journal: &Journal) -> String {
    let mut out = Vec::new();
    let report = journal.export(&mut out).await.unwrap();
    assert_eq!(report, journal.verify().await.unwrap());
    String::from_utf8(out).unwrap()
}

async fn an_export_imported_elsewhere_has_the_same_heads(home: Home) {
    let journal = filled(&home).await;
    let text = exported(&journal).await;
    assert_eq!(text.lines().count(), 2107);
    assert!(
        text.lines().last().unwrap().starts_with(r#"{"end":{"events":2106,"heads":[["association/1",2100,"#)
    );
    for other in [Home::sqlite(), Home::postgres()] {
        let other = other.open().await;
        let report = other.import(text.as_bytes()).await.unwrap();
        assert_eq!(report, journal.verify().await.unwrap());
        assert_eq!(other.streams().await.unwrap(), journal.streams().await.unwrap());
        assert_eq!(other.verify().await.unwrap(), report);
        assert_eq!(exported(&other).await, text);
    }
}

async fn a_stream_that_has_events_is_not_imported_into(home: Home) {
    let text = exported(&filled(&home).await).await;
    let other = home.another();
    let other = other.open().await;
    let head = written(&other, batch("association/å", 0, 1)).await;
    let refused = other.import(text.as_bytes()).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Rad 2101: strömmen association/å har redan händelser. Inget har importerats."
    );
    assert_eq!(other.streams().await.unwrap(), [("association/å".to_owned(), head)]);
}

/// Something done to the lines of an export.
type Change = fn(&mut Vec<String>);

async fn a_changed_line_is_named_and_nothing_is_kept(home: Home) {
    let text = exported(&filled(&home).await).await;
    let other = home.another();
    let other = other.open().await;
    let lines: Vec<&str> = text.lines().collect();
    let changes: [(u64, Change); 10] = [
        (1500, |lines| lines[1499] = lines[1499].replace("ja", "nej")),
        (1500, |lines| drop(lines.remove(1499))),
        (1500, |lines| lines.swap(1499, 1500)),
        (1500, |lines| lines[1499].truncate(100)),
        (1500, |lines| lines[1499] = lines[1499].replace("\"seq\"", "\"more\":1,\"seq\"")),
        (2106, |lines| lines[2105] = lines[2105].replace("person/1", "person/2")),
        (2101, |lines| lines.swap(2099, 2100)),
        (2107, |lines| lines[2106] = lines[2106].replace("2106", "2107")),
        (2107, |lines| lines[2106] = lines[2106].replace(",2100,", ",2099,")),
        (2108, |lines| lines.push(lines[0].clone())),
    ];
    for (place, change) in changes {
        let mut lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
        change(&mut lines);
        let refused = other.import(lines.join("\n").as_bytes()).await.unwrap_err();
        match refused {
            ImportError::Line { line, .. } => assert_eq!(line, place),
            ImportError::Fault(fault) => panic!("{fault}"),
        }
        assert_eq!(other.streams().await.unwrap(), []);
        assert_eq!(other.read("association/1", 0, 1).await.unwrap(), []);
    }
    assert_eq!(other.import(text.as_bytes()).await.unwrap().events, 2106);
}

async fn an_imported_journal_goes_on_where_it_was(home: Home) {
    let text = exported(&filled(&home).await).await;
    let other = home.another();
    let other = other.open().await;
    let mut moves = other.follow();
    other.import(text.as_bytes()).await.unwrap();
    assert_eq!(moves.recv().await.unwrap().seq, 2100);
    written(&other, batch("association/å", 6, 1)).await;
    assert_eq!(other.verify().await.unwrap().events, 2107);
}

async fn an_export_that_is_cut_off_anywhere_is_refused(home: Home) {
    let text = exported(&filled(&home).await).await;
    let other = home.another();
    let other = other.open().await;
    let lines: Vec<&str> = text.lines().collect();
    for left in [0, 1, 1499, 2100, 2105, 2106] {
        let refused = other.import(lines[..left].join("\n").as_bytes()).await.unwrap_err().to_string();
        let place = left + 1;
        assert_eq!(
            refused,
            format!("Rad {place}: slutraden saknas, så exporten är avkapad. Inget har importerats.")
        );
        assert_eq!(other.streams().await.unwrap(), []);
    }
    assert!(other.import(&text.as_bytes()[..text.len() - 10]).await.is_err());
    assert_eq!(other.streams().await.unwrap(), []);
}

/// A disk that fails after so many bytes.
struct Failing<'a>(&'a [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(into)? {
            0 => Err(std::io::Error::other("the disk is gone")),
            some => Ok(some),
        }
    }
}

async fn an_import_that_is_interrupted_leaves_nothing(home: Home) {
    let text = exported(&filled(&home).await).await;
    let other = home.another();
    let other = other.open().await;
    let failing = Failing(&text.as_bytes()[..text.len() * 3 / 4]);
    let refused = other.import(BufReader::new(failing)).await.unwrap_err();
    assert!(refused.to_string().contains("den går inte att läsa"), "{refused}");
    // Given up by whoever asked, after the first thousand events were handed over.
    let asked = other.import(text.as_bytes());
    let _ = tokio::time::timeout(std::time::Duration::from_micros(1), asked).await;
    let streams = other.streams().await.unwrap();
    assert!(streams.is_empty() || other.verify().await.unwrap().events == 2106, "{streams:?}");
    if streams.is_empty() {
        assert_eq!(other.import(text.as_bytes()).await.unwrap().events, 2106);
    }
}
