//! Which mark is taken for the delimiter, and which line each row keeps.

use super::*;

#[test]
fn the_delimiter_is_the_one_that_makes_a_table() {
    for (text, delimiter) in [
        ("kod;2019\n0114;1,5\n0115;2,5\n", Delimiter::Semicolon),
        ("kod,2019\n0114,1.5\n", Delimiter::Comma),
        ("kod\t2019\n0114\t1,5\n0115\t2,5\n", Delimiter::Tab),
        ("\"Folkmängd efter region, ålder, kön\"\n\n\"region\";\"2019\"\n\"A, B\";1\n", Delimiter::Semicolon),
        ("bara text", Delimiter::Comma),
    ] {
        assert_eq!(judged(text), delimiter, "{text}");
    }
}

#[test]
fn rows_keep_their_lines_past_empty_lines_and_remarks() {
    let grid = grid("# anm\n\nkod;tal\n\n0114;1\n\"a\nb\";2\n0115;3\n", Delimiter::Semicolon).unwrap();
    assert_eq!(grid.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 5, 6, 8]);
    assert_eq!(grid.notes, ["anm"]);
}
