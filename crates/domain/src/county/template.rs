//! Texts to start a decision paper from (sv. *mall*): what a county has weighed before, from `data/templates/`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::county::events::Content;

/// A text to start from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its name in an address.
    pub name: String,
    /// The code of the county that it is about, and is offered in.
    pub county: String,
    /// Where its facts and arguments come from.
    pub source: String,
    /// What it says.
    pub content: Content,
}

/// The files; a test holds that every file of the folder is here and can be read.
const FILES: &[&str] = &[include_str!("../../../../data/templates/jonkoping-2020.toml")];

static TEMPLATES: LazyLock<Vec<Template>> =
    LazyLock::new(|| FILES.iter().filter_map(|text| toml::from_str(text).ok()).collect());

/// Those that are offered in a county.
pub fn of_county(code: &str) -> impl Iterator<Item = &'static Template> {
    TEMPLATES.iter().filter(move |template| template.county == code)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::aggregate::Aggregate;
    use crate::county::paper::SavePaper;
    use crate::county::testing::ctx;
    use crate::county::{Command, County};
    use crate::geography;

    #[test]
    fn every_template_is_read_and_says_where_it_comes_from() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/templates");
        let files = std::fs::read_dir(folder).unwrap().count();
        assert_eq!((files, TEMPLATES.len()), (FILES.len(), FILES.len()));
        let names: BTreeSet<(&str, &str)> =
            TEMPLATES.iter().map(|t| (t.county.as_str(), t.name.as_str())).collect();
        assert_eq!(names.len(), TEMPLATES.len(), "two of a county have one name");
        for template in TEMPLATES.iter() {
            assert!(geography::county(&template.county).is_some(), "{}", template.county);
            assert!(template.content.background.contains(&template.source), "{}", template.name);
            assert!(template.content.alternatives.len() > 1, "{}: nothing is weighed", template.name);
            let save = SavePaper { paper: None, based_on: 0, content: template.content.clone() };
            let decided = County::default().decide(&ctx(), &Command::SavePaper(save));
            assert_eq!(decided.map(|decided| decided.events.len()), Ok(1), "{}", template.name);
        }
    }
}
