//! Out as JSON lines and in again.

use journal::{ImportError, Journal};

use crate::home::{Home, batch, written};

on_both!(
    an_export_imported_elsewhere_has_the_same_heads,
    a_stream_that_has_events_is_not_imported_into,
    a_changed_line_is_named_and_nothing_is_kept,
    an_imported_journal_goes_on_where_it_was,
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
    assert_eq!(text.lines().count(), 2106);
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
    let changes: [(u64, Change); 6] = [
        (1500, |lines| lines[1499] = lines[1499].replace("ja", "nej")),
        (1500, |lines| drop(lines.remove(1499))),
        (1500, |lines| lines.swap(1499, 1500)),
        (1500, |lines| lines[1499].truncate(100)),
        (1500, |lines| lines[1499] = lines[1499].replace("\"seq\"", "\"more\":1,\"seq\"")),
        (2106, |lines| lines[2105] = lines[2105].replace("person/1", "person/2")),
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
