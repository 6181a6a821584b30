//! The measurements run, and count what they say they count.

#[tokio::test(flavor = "multi_thread")]
async fn durable_writes_are_measured() {
    let folder = tempfile::tempdir().unwrap();
    let figures = journal::bench::durable(folder.path(), 1).await.unwrap();
    assert!(figures.bare > 0 && figures.one_writer > 0 && figures.many_writers > 0, "{figures:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replay_is_measured_over_every_event() {
    let folder = tempfile::tempdir().unwrap();
    let figures = journal::bench::replay(folder.path(), 2500).await.unwrap();
    assert_eq!(figures.events, 2500);
    let again = journal::bench::replay(folder.path(), 2500).await.unwrap_err().to_string();
    assert_eq!(again, "Mappen för mätningen är inte tom. Ange en ny mapp.");
}
