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
    std::fs::write(&saved, &heads[..heads.len() / 2]).unwrap();
    let (code, said) = ran(&folder, &["verify", "--against", saved.to_str().unwrap()]);
    assert_eq!(code, Some(2), "{said}");
}
