//! What is usually said under the standing items, so that nobody types it anew at every meeting. Nothing here claims what
//! the product can reckon, such as the quorum, or what only the meeting knows.

/// The beginning of a standing item's title, and what the minutes usually say under it.
const STANDING: [(&str, &str); 7] = [
    ("Mötets öppnande", "Ordföranden öppnade sammanträdet."),
    ("Upprop", "Närvaron gicks igenom."),
    ("Val av justerare", "Justerare utsågs att justera protokollet tillsammans med ordföranden."),
    ("Godkännande", "Föredragningslistan godkändes."),
    ("Föregående", "Föregående protokoll gicks igenom och lades till handlingarna."),
    ("Övriga frågor", "Inga övriga frågor togs upp."),
    ("Mötets avslutande", "Ordföranden tackade och avslutade sammanträdet."),
];

/// What the minutes usually say under a standing item; nothing for other items.
pub fn usually_said(title: &str) -> Option<&'static str> {
    STANDING.iter().find(|(begins, _)| title.starts_with(begins)).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::usually_said;
    use crate::mandate::events::BodyKind;
    use crate::meeting::agenda::template;

    #[test]
    fn every_standing_item_of_the_board_has_its_sentence_and_no_other_item_has() {
        for item in template(BodyKind::Board, false) {
            assert!(usually_said(&item.title).is_some(), "{}", item.title);
        }
        assert_eq!(usually_said("Ansökan IT-spåret"), None);
    }
}
