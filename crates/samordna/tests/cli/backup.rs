//! A copy that is taken beside a running server and used as a data folder, and heads that are saved.

use crate::program::{ran, server};

#[test]
fn a_copy_taken_beside_a_running_server_is_a_data_folder() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = (home.path().join("data"), home.path().join("kopia"));
    let first = server(&folder, "demo");
    let to = copy.to_str().unwrap();
    let (code, heads) = ran(&folder, &["backup", "--to", to]);
    assert_eq!(code, Some(0), "{heads}");
    assert!(heads.ends_with("Kedjan är hel.\n"), "{heads}");
    // What it prints are heads that can be saved, and the server's journal goes on from there.
    let saved = home.path().join("huvuden");
    std::fs::write(&saved, &heads).unwrap();
    let against = ["verify", "--against", saved.to_str().unwrap()];
    assert_eq!(ran(&folder, &against), (Some(0), heads.clone()));
    let line: Vec<&str> = heads.lines().nth(1).unwrap().split('\t').collect();
    let spaced = format!("{} {}", &line[2][..32], &line[2][32..]);
    let printed = ["verify", "--printed", line[0], line[1], &spaced];
    assert_eq!(ran(&folder, &printed), (Some(0), heads.clone()), "as it is printed on paper");
    assert_eq!(ran(&copy, &against), (Some(0), heads));
    let (code, said) = ran(&folder, &["backup", "--to", to]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("är inte tom"), "{said}");
    drop(first);
    server(&copy, "serve");
    let invite = ["person", "invite", "--name", "Eva Ek", "--email", "eva@example.org"];
    assert_eq!(ran(&copy, &invite).0, Some(0));
}

#[test]
fn heads_that_the_journal_no_longer_has_are_named() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    drop(server(&folder, "demo"));
    let (_, heads) = ran(&folder, &["verify"]);
    let saved = home.path().join("huvuden");
    std::fs::write(&saved, &heads).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    drop(server(&folder, "serve"));
    let (code, said) = ran(&folder, &["verify", "--against", saved.to_str().unwrap()]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("Strömmen association/finnveden saknas.") && !said.contains("är hel"), "{said}");
    // What stands in printed minutes is a head as well, of an event long ago.
    let line = heads.lines().find(|line| line.starts_with("association/finnveden")).unwrap();
    let printed: Vec<&str> = line.split('\t').collect();
    let (code, said) = ran(&folder, &[&["verify", "--printed"], printed.as_slice()].concat());
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("Strömmen association/finnveden saknas."), "{said}");
    let (code, said) = ran(&folder, &["verify", "--printed", printed[0], "femtio", printed[2]]);
    assert_eq!(code, Some(2), "{said}");
    std::fs::write(&saved, &heads[..heads.len() / 2]).unwrap();
    let (code, said) = ran(&folder, &["verify", "--against", saved.to_str().unwrap()]);
    assert_eq!(code, Some(2), "{said}");
}
