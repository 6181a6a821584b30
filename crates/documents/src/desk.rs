//! The forms and the fonts, read once, and what Typst may see while it sets one paper.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

const FORMS: [(&str, &str); 13] = [
    ("/shared/style.typ", include_str!("../forms/shared/style.typ")),
    ("/shared/people.typ", include_str!("../forms/shared/people.typ")),
    ("/shared/paragraf.typ", include_str!("../forms/shared/paragraf.typ")),
    ("/shared/closing.typ", include_str!("../forms/shared/closing.typ")),
    ("/shared/figures.typ", include_str!("../forms/shared/figures.typ")),
    ("/shared/terms.typ", include_str!("../forms/shared/terms.typ")),
    ("/notice/form.typ", include_str!("../forms/notice/form.typ")),
    ("/minutes/form.typ", include_str!("../forms/minutes/form.typ")),
    ("/extract/form.typ", include_str!("../forms/extract/form.typ")),
    ("/application/form.typ", include_str!("../forms/application/form.typ")),
    ("/receipt/form.typ", include_str!("../forms/receipt/form.typ")),
    ("/scenario_report/form.typ", include_str!("../forms/scenario_report/form.typ")),
    ("/decision_paper/form.typ", include_str!("../forms/decision_paper/form.typ")),
];

const FONTS: [&[u8]; 5] = [
    include_bytes!("../fonts/SourceSerif4-Regular.otf"),
    include_bytes!("../fonts/SourceSerif4-It.otf"),
    include_bytes!("../fonts/SourceSerif4-Semibold.otf"),
    include_bytes!("../fonts/SourceSans3-Regular.otf"),
    include_bytes!("../fonts/SourceSans3-Semibold.otf"),
];

static DESK: LazyLock<Desk> = LazyLock::new(Desk::set_up);

/// What is the same for every paper.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    forms: Vec<Source>,
    data: Option<FileId>,
}

impl Desk {
    fn set_up() -> Self {
        let fonts: Vec<Font> = FONTS.into_iter().flat_map(|face| Font::iter(Bytes::new(face))).collect();
        Self {
            // For the names of rows: a table is read aloud with them.
            library: LazyHash::new(
                Library::builder().with_features(std::iter::once(Feature::A11yExtras).collect()).build(),
            ),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            forms: FORMS
                .into_iter()
                .filter_map(|(path, text)| Some(Source::new(id(path)?, text.to_owned())))
                .collect(),
            data: id("/data.json"),
        }
    }
}

fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// Whether some face can draw the letter.
///
/// A letter that no face has would leave a hole in the text layer, which PDF/A forbids.
pub(crate) fn can_draw(letter: char) -> bool {
    DESK.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
}

/// One paper being set: a form and its data.
pub(crate) struct Sheet {
    form: Source,
    data: Bytes,
}

impl Sheet {
    /// The form at a path with data to fill it; nothing when there is no such form.
    pub(crate) fn new(path: &str, data: Vec<u8>) -> Option<Self> {
        let wanted = id(path)?;
        let form = DESK.forms.iter().find(|form| form.id() == wanted)?.clone();
        Some(Self { form, data: Bytes::new(data) })
    }

    #[cfg(test)]
    pub(crate) fn loose(form: &str) -> Self {
        Self { form: Source::detached(form), data: Bytes::new(Vec::new()) }
    }
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &DESK.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &DESK.book
    }

    fn main(&self) -> FileId {
        self.form.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.form.id() {
            return Ok(self.form.clone());
        }
        DESK.forms.iter().find(|form| form.id() == id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if DESK.data == Some(id) { Ok(self.data.clone()) } else { Err(missing(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        DESK.fonts.get(index).cloned()
    }

    // The day of a paper is in its data: a paper made again next year must be the same paper.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_and_every_face_is_on_the_desk() {
        assert_eq!(DESK.forms.len(), FORMS.len());
        assert_eq!(DESK.fonts.len(), FONTS.len());
        assert!(DESK.data.is_some());
    }

    #[test]
    fn swedish_and_its_neighbours_can_be_drawn() {
        assert!("åäöÅÄÖéüæøþßłčšžĳ§–—”’…€½×−□\u{a0}\u{ad}\u{200b}".chars().all(can_draw));
        assert!("áđŋŧ Ελληνικά Українська".chars().all(can_draw), "Sami, Greek and Ukrainian names");
        assert!(!can_draw('😀'));
    }
}
