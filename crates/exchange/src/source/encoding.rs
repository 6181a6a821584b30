//! Bytes as letters: UTF-8, UTF-16 with its mark, and otherwise Windows-1252, of which Latin-1 is a part.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use swedish::text::composed;

use super::format::Encoding;

/// The text in the form in which texts are compared (NFC), and how it was written.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    let (text, encoding) = letters(bytes);
    let one_form = match text {
        Cow::Borrowed(text) => composed(text),
        Cow::Owned(text) => Cow::Owned(composed(&text).into_owned()),
    };
    (one_form, encoding)
}

fn letters(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    if let Some((marked, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        let (text, _) = marked.decode_without_bom_handling(body);
        let encoding = if marked == encoding_rs::UTF_8 { Encoding::Utf8 } else { Encoding::Utf16 };
        return (text, encoding);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, Encoding::Windows1252),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_survive_every_way_of_writing_them() {
        let utf16: Vec<u8> = [0xfeff_u16, 0xe5].iter().flat_map(|unit| unit.to_le_bytes()).collect();
        for (bytes, encoding) in [
            ("å".as_bytes().to_vec(), Encoding::Utf8),
            ("\u{feff}å".as_bytes().to_vec(), Encoding::Utf8),
            ("a\u{30a}".as_bytes().to_vec(), Encoding::Utf8),
            (vec![0xe5], Encoding::Windows1252),
            (utf16, Encoding::Utf16),
        ] {
            assert_eq!(decode(&bytes), (Cow::Borrowed("å"), encoding));
        }
        assert_eq!(decode(&[0x80, 0xe5]).0, "€å", "not plain Latin-1");
    }
}
