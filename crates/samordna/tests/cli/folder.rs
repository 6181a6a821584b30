//! Two processes and one data folder: one writes, the others read or are told so.

use crate::program::{ran, server};

#[test]
fn a_second_process_that_would_write_is_turned_away_and_those_that_read_are_not() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    let first = server(&folder, "serve");
    for writes in
        [&["serve", "--listen", "127.0.0.1:0"][..], &["demo", "--listen", "127.0.0.1:0"], &["import"]]
    {
        let (code, said) = ran(&folder, writes);
        assert_eq!(code, Some(1), "{writes:?}: {said}");
        assert!(said.contains("används redan av ett annat Samordna"), "{writes:?}: {said}");
    }
    for reads in [&["verify"][..], &["export"]] {
        let (code, said) = ran(&folder, reads);
        assert_eq!(code, Some(0), "{reads:?}: {said}");
    }
    // An invitation is a row of its own: the server finds it when the link is opened.
    let invite = ["person", "invite", "--name", "Eva Ek", "--email", "eva@example.org"];
    let (code, said) = ran(&folder, &invite);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("/inbjudan/"), "{said}");
    // Killed, it leaves nothing behind that would stop the next.
    drop(first);
    server(&folder, "serve");
}
