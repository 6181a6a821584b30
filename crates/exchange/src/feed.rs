//! What a list tells of those who follow it: an Atom feed (RFC 4287).

use std::io;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// A feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What tells it from every other feed.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Who tells.
    pub author: String,
    /// The address of the feed.
    pub own: String,
    /// The address of the same as a page.
    pub page: String,
    /// The address of what is older.
    pub next: Option<String>,
    /// The day of the last change, when there is nothing in it.
    pub made: Date,
    /// What it tells, the latest first.
    pub entries: Vec<Entry>,
}

/// What a feed tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from everything else, for ever.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The day it last changed.
    pub updated: Date,
    /// Where it is read.
    pub href: Option<String>,
    /// What is told of it, in a sentence.
    pub says: String,
}

impl Feed {
    /// The feed as bytes.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn atom(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let root = writer.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
        root.write_inner_content(|inner| {
            text(inner, "id", &self.id)?;
            text(inner, "title", &self.title)?;
            let latest = self.entries.iter().map(|entry| entry.updated).max();
            text(inner, "updated", &moment(latest.unwrap_or(self.made)))?;
            inner
                .create_element("author")
                .write_inner_content(|author| text(author, "name", &self.author))?;
            link(inner, "self", &self.own)?;
            link(inner, "alternate", &self.page)?;
            if let Some(next) = &self.next {
                link(inner, "next", next)?;
            }
            self.entries.iter().try_for_each(|entry| entry.write(inner))
        })?;
        Ok(writer.into_inner())
    }
}

impl Entry {
    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        writer.create_element("entry").write_inner_content(|inner| {
            text(inner, "id", &self.id)?;
            text(inner, "title", &self.title)?;
            text(inner, "updated", &moment(self.updated))?;
            if let Some(href) = &self.href {
                link(inner, "alternate", href)?;
            }
            text(inner, "content", &self.says)
        })?;
        Ok(())
    }
}

/// A day as the moment that a feed asks for: noon, which is the same day in Sweden.
fn moment(day: Date) -> String {
    format!("{day}T12:00:00Z")
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, says: &str) -> io::Result<()> {
    // XML cannot hold these, however they are written.
    let kept: String =
        says.chars().filter(|sign| matches!(sign, '\t' | '\n') || !sign.is_control()).collect();
    writer.create_element(name).write_text_content(BytesText::new(&kept))?;
    Ok(())
}

fn link(writer: &mut Writer<Vec<u8>>, rel: &str, href: &str) -> io::Result<()> {
    writer.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn feed(entries: Vec<Entry>) -> String {
        let feed = Feed {
            id: "tag:example.org,2026:/regler".into(),
            title: "Regler".into(),
            author: "Förbundet".into(),
            own: "https://example.org/regler.atom".into(),
            page: "https://example.org/regler?a=1&b=2".into(),
            next: None,
            made: date(2026, 11, 30),
            entries,
        };
        String::from_utf8(feed.atom().unwrap()).unwrap()
    }

    #[test]
    fn a_feed_is_as_new_as_the_latest_it_tells() {
        let entry = |number: i8| Entry {
            id: format!("tag:example.org,2026:/regler/{number}"),
            title: "A < B & \"C\"".into(),
            updated: date(2026, 3, number),
            href: (number == 1).then(|| "https://example.org/regler/1".into()),
            says: "Läge: öppet\u{1}".into(),
        };
        let told = feed(vec![entry(1), entry(2)]);
        assert!(told.contains("<updated>2026-03-02T12:00:00Z</updated>"), "{told}");
        assert!(told.contains("<title>A &lt; B &amp; "), "{told}");
        assert!(told.contains("<content>Läge: öppet</content>"), "{told}");
        assert_eq!(
            told.matches("<link rel=\"alternate\" href=\"https://example.org/regler/1\"/>").count(),
            1
        );
        assert!(told.contains("href=\"https://example.org/regler?a=1&amp;b=2\""), "{told}");
    }

    #[test]
    fn a_feed_that_tells_nothing_is_of_the_day_it_was_made() {
        let told = feed(Vec::new());
        assert!(
            told.contains("<updated>2026-11-30T12:00:00Z</updated>") && !told.contains("<entry>"),
            "{told}"
        );
    }
}
