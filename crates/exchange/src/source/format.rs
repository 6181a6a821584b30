//! How a file is written.

use serde::Serialize;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Text with a sign between the columns.
    Csv {
        /// The sign.
        delimiter: Delimiter,
        /// How letters are written.
        encoding: Encoding,
    },
    /// A spreadsheet.
    Xlsx,
    /// JSON-stat 2.0.
    JsonStat2,
    /// JSON-stat 1.x, wrapped in `dataset`.
    JsonStat1,
    /// The JSON that PxWeb's first interface answers with.
    PxJson,
}

/// The sign between columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// UTF-16 with its mark, as spreadsheets save *Unicode text*.
    #[serde(rename = "UTF-16")]
    Utf16,
    /// Windows-1252, of which Latin-1 is a part.
    #[serde(rename = "Windows-1252")]
    Windows1252,
}

impl Format {
    /// What the format is called on a page.
    #[must_use]
    pub fn swedish(self) -> String {
        match self {
            Self::Csv { delimiter, encoding } => {
                let delimiter = match delimiter {
                    Delimiter::Comma => "komma",
                    Delimiter::Semicolon => "semikolon",
                    Delimiter::Tab => "tabb",
                };
                let encoding = match encoding {
                    Encoding::Utf8 => "UTF-8",
                    Encoding::Utf16 => "UTF-16",
                    Encoding::Windows1252 => "Windows-1252",
                };
                format!("CSV med {delimiter} mellan kolumnerna, teckenkodning {encoding}")
            }
            Self::Xlsx => "kalkylblad (XLSX)".to_owned(),
            Self::JsonStat2 => "JSON-stat 2.0".to_owned(),
            Self::JsonStat1 => "JSON-stat 1".to_owned(),
            Self::PxJson => "PxWeb JSON".to_owned(),
        }
    }
}
