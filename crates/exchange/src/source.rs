//! What a file holds, before anybody has said what it means: columns of texts, one row for each figure or more.
//!
//! | format | read by |
//! | --- | --- |
//! | CSV with comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252 | `delimited` |
//! | XLSX, as people and the statistics database write it | `spreadsheet` |
//! | JSON-stat 2.0, and 1.x in its `dataset` | `json_stat` |
//! | the statistics database's own JSON | `px_json` |
//!
//! Rows and columns become the same [`Source`] whatever the format, so that everything after it is one way.

use crate::fault::Fault;

mod delimited;
mod encoding;
mod format;
mod json;
mod json_stat;
mod layout;
mod px_json;
mod spreadsheet;
mod table;
mod unreadable;

pub use format::{Delimiter, Encoding, Format};
pub(crate) use table::{Column, Hint, Text};
pub use table::{MAX_CELLS, MAX_COLUMNS, Source};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The most that the parts of a spreadsheet may unpack to, in bytes.
pub const MAX_UNPACKED: u64 = 128 * 1024 * 1024;

impl Source {
    /// Reads a file, whatever its format.
    ///
    /// # Errors
    /// When it is too large, is not a table, or is damaged.
    pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Self, Fault> {
        if bytes.len() > MAX_BYTES {
            return Err(Fault::new(
                format!("filen är större än {} MB", MAX_BYTES / 1024 / 1024),
                "Hämta färre år eller färre kolumner åt gången",
            ));
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return spreadsheet::read(bytes, sheet);
        }
        if let Some(sheet) = sheet {
            return Err(Fault::new(
                format!("bladet {sheet} kan inte väljas, eftersom filen inte är ett kalkylblad"),
                "Utelämna bladets namn",
            ));
        }
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) && is_locked(bytes) {
            return Err(Fault::new(
                "filen är skyddad med lösenord",
                "Öppna den i ett kalkylprogram, ta bort lösenordet och spara den på nytt",
            ));
        }
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(Fault::new(
                "filen är en äldre Excelfil (.xls)",
                "Öppna den i ett kalkylprogram och spara den som XLSX eller CSV",
            ));
        }
        if bytes.starts_with(b"%PDF") {
            return Err(Fault::new(
                "filen är en PDF",
                "Hämta tabellen som XLSX, CSV eller JSON-stat i stället",
            ));
        }
        let (text, encoding) = encoding::decode(bytes);
        let start = text.trim_start();
        if start.starts_with(['{', '[']) {
            return json::read(&text);
        }
        if start.starts_with("CHARSET=") || start.starts_with("AXIS-VERSION=") {
            return Err(Fault::new(
                "filen är en PX-fil",
                "Hämta tabellen som XLSX, CSV eller JSON-stat i stället",
            ));
        }
        if start.starts_with('<') {
            return Err(Fault::new(
                "filen är en webbsida eller XML",
                "Hämta tabellen som XLSX, CSV eller JSON-stat i stället",
            ));
        }
        if text.contains('\0') {
            return Err(Fault::new(
                "filen är varken text eller ett kalkylblad",
                "Spara tabellen som XLSX eller CSV",
            ));
        }
        delimited::read(&text, encoding)
    }
}

/// Whether it is a workbook behind a password: the container of one names the package that it hides.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_told_apart() {
        let problem = |bytes: &[u8]| Source::read(bytes, None).unwrap_err().to_string();
        assert!(problem(b"%PDF-1.7").contains("är en PDF"));
        assert!(problem(&[0xd0, 0xcf, 0x11, 0xe0, 0]).contains("äldre Excelfil"));
        let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0, 0];
        locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert!(problem(&locked).contains("skyddad med lösenord"));
        assert!(problem(b"<!doctype html>").contains("webbsida"));
        assert!(problem(b"CHARSET=\"ANSI\";").contains("PX-fil"));
        assert!(problem(b"a\0b").contains("varken text eller"));
        assert!(problem(&vec![b'a'; MAX_BYTES + 1]).contains("större än 32 MB"));
        let error = Source::read(b"a;b\n1;2\n", Some("Blad1")).unwrap_err().to_string();
        assert!(error.contains("bladet Blad1") || error.contains("Bladet Blad1"), "{error}");
    }
}
