//! A table as text, for terminals: columns aligned, numbers to the right.

use swedish::number::NO_BREAK_SPACE;

/// Lays out rows under a header; columns from `numbers_from` on are aligned to the right.
#[must_use]
pub fn aligned(header: &[&str], rows: &[Vec<String>], numbers_from: usize) -> String {
    let header: Vec<String> = header.iter().map(|title| (*title).to_owned()).collect();
    let mut widths: Vec<usize> = header.iter().map(|title| title.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let rule: Vec<String> = widths.iter().map(|width| "\u{2500}".repeat(*width)).collect();
    let mut text = String::new();
    for row in [&header, &rule].into_iter().chain(rows) {
        let mut line = String::new();
        for (place, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if place > 0 {
                line.push_str("  ");
            }
            let padding = " ".repeat(width.saturating_sub(cell.chars().count()));
            if place < numbers_from {
                line.push_str(cell);
                line.push_str(&padding);
            } else {
                line.push_str(&padding);
                line.push_str(cell);
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The text with ordinary spaces, so that what a terminal shows can be searched for and copied.
#[must_use]
pub fn ordinary_spaces(text: &str) -> String {
    text.replace(NO_BREAK_SPACE, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_each_other() {
        let rows =
            [vec!["Höglandet".to_owned(), "4\u{a0}000".to_owned()], vec!["X".to_owned(), "5".to_owned()]];
        let text = ordinary_spaces(&aligned(&["förbund", "tkr"], &rows, 1));
        assert_eq!(text, "förbund      tkr\n─────────  ─────\nHöglandet  4 000\nX              5\n");
    }
}
