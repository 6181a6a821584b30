//! The rules, as the catalogue in `law/` tells them: what each asks, why, and the sections behind it.

use kit::form::Choice;
use kit::format::day;
use kit::list::{Drawn, Entry, Head, List};
use kit::parts::{self, Tone};
use kit::{Lang, at};
use maud::{Markup, html};
use statute::Modality;
use statute::catalogue::{self, Rule, Section};

/// The rules as a list, in the order of the catalogue.
pub fn rules(lang: Lang) -> List<'static, &'static Rule> {
    let head = Head {
        path: at::RULES.to_owned(),
        name: "regler".to_owned(),
        caption: lang.t("rules-all").into(),
        noun: "rule-counted",
    };
    let since = |rule: &&Rule| rule.versions.last().map(|version| version.from);
    let entry = move |rule: &&'static Rule| {
        Entry::at(at::rule(&rule.id), rule.title.as_str(), since(rule).unwrap_or_default())
    };
    let code = |modality| match modality {
        Modality::Must => "ska",
        Modality::Should => "bor",
        Modality::Info => "upplysning",
    };
    let modalities = [Modality::Must, Modality::Should, Modality::Info];
    let modalities = modalities.map(|one| Choice::new(code(one), modality_name(lang, one))).to_vec();
    List::new(lang, head, entry)
        .text("regel", lang.t("rule"), |rule| (&rule.title).into())
        .sorts()
        .swedish()
        .text("bindning", lang.t("rule-modality"), move |rule| modality_name(lang, rule.modality).into())
        .sorts()
        .shown(move |rule| modality(lang, rule.modality))
        .text("fraga", lang.t("rule-question"), |rule| (&rule.question).into())
        .swedish()
        .day("fran", lang.t("rule-from"), move |rule| since(rule).into())
        .taken_out()
        .searches(lang.t("rule-search"), |rule, search| {
            search.at(&rule.title);
            search.at(&rule.question);
        })
        .filter("bindning", lang.t("rule-modality"), modalities, move |rule| code(rule.modality).into())
}

/// All rules, and the sections they stand in.
pub fn list(lang: Lang, rules: &Drawn) -> Markup {
    html! {
        h1 { (lang.t("rules")) }
        p.lead { (lang.t("rules-lead")) }
        (rules)
        h2 { (lang.t("rules-sections")) }
        @for act in catalogue::acts() {
            section lang="sv" {
                h3 { (act.name) }
                ul {
                    @for section in catalogue::sections_of(&act.id) {
                        li { a href={ "/regler/lag/" (section.path) } { (section.number) } " " (section.heading) }
                    }
                }
            }
        }
    }
}

/// One rule.
pub fn show(lang: Lang, rule: &Rule) -> Markup {
    html! {
        h1 lang="sv" { (rule.title) }
        p { (modality(lang, rule.modality)) " " (modality_means(lang, rule.modality)) }
        p.lead lang="sv" { (rule.question) }
        h2 { (lang.t("rule-why")) }
        p lang="sv" { (rule.why) }
        @if let Some(doubt) = &rule.doubt {
            (parts::note(Tone::Late, lang.t("rule-doubt"), &html! { p lang="sv" { (doubt) } }))
        }
        @if let Some(awaits) = &rule.awaits {
            (parts::note(Tone::Plain, lang.t("rule-awaits"), &html! { p lang="sv" { (awaits) } }))
        }
        h2 { (lang.t("rule-cites")) }
        @for version in rule.versions.iter().rev() {
            p {
                (lang.t("rule-from")) " " (day(lang, version.from))
                @if let Some(until) = version.until { ", " (lang.t("rule-until")) " " (day(lang, until)) }
            }
            ul lang="sv" { @for cite in &version.cites { li { (parts::citation(cite)) } } }
        }
        @if !rule.facts.is_empty() {
            details {
                summary { (lang.t("rule-facts")) }
                dl.facts lang="sv" { @for fact in &rule.facts { div { dt { code { (fact.name) } } dd { (fact.means) } } } }
            }
        }
    }
}

/// One section, restated.
pub fn section(lang: Lang, section: &Section) -> Markup {
    html! {
        h1 lang="sv" { (section.number) " " (catalogue::act_name(&section.act)) }
        p.lead lang="sv" { (section.heading) }
        div.law lang="sv" { (restated(&section.body_markdown)) }
        (parts::note(Tone::Plain, lang.t("section-own-words"), &html! {
            @if let Some(address) = &section.address {
                p { a href=(address) rel="external" { (lang.t("section-official")) } }
            }
        }))
        h2 { (lang.t("section-wordings")) }
        ul { @for wording in section.wordings.iter().rev() { li { (lang.t("rule-from")) " " (day(lang, *wording)) } } }
        @if let Some(history) = &section.history { p lang="sv" { (history) } }
        @if !section.rules.is_empty() {
            h2 { (lang.t("section-rules")) }
            ul lang="sv" {
                @for rule in section.rules.iter().filter_map(|id| catalogue::rule(id)) {
                    li { a href={ "/regler/" (rule.id) } { (rule.title) } }
                }
            }
        }
    }
}

fn modality(lang: Lang, modality: Modality) -> Markup {
    let tone = match modality {
        Modality::Must => Tone::Stop,
        Modality::Should => Tone::Late,
        Modality::Info => Tone::Plain,
    };
    parts::status(tone, modality_name(lang, modality))
}

fn modality_name(lang: Lang, modality: Modality) -> &'static str {
    match modality {
        Modality::Must => lang.t("modality-must"),
        Modality::Should => lang.t("modality-should"),
        Modality::Info => lang.t("modality-info"),
    }
}

/// What the strength of a rule means to whoever meets it.
fn modality_means(lang: Lang, modality: Modality) -> &'static str {
    match modality {
        Modality::Must => lang.t("rule-means-must"),
        Modality::Should => lang.t("rule-means-should"),
        Modality::Info => lang.t("rule-means-info"),
    }
}

/// The little Markdown that `law/` uses: paragraphs, lists, headings, bold words.
fn restated(markdown: &str) -> Markup {
    html! {
        @for block in markdown.split("\n\n").map(str::trim).filter(|b| !b.is_empty()) {
            @if let Some(heading) = block.strip_prefix('#') {
                h2 { (heading.trim_start_matches('#').trim()) }
            } @else if block.lines().next().is_some_and(is_item) {
                ul { @for item in items(block) { li { (inline(&item)) } } }
            } @else {
                p { (inline(&block.split_whitespace().collect::<Vec<_>>().join(" "))) }
            }
        }
    }
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with("- ") || line.trim_start().starts_with("* ")
}

/// The items of a list, each with the lines that continue it.
fn items(block: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in block.lines().map(str::trim) {
        match items.last_mut() {
            Some(item) if !is_item(line) => {
                item.push(' ');
                item.push_str(line);
            }
            Some(_) | None => items.push(line.trim_start_matches(['-', '*']).trim().to_owned()),
        }
    }
    items
}

/// Bold and slanted words.
fn inline(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split("**").enumerate() {
            @if at % 2 == 1 { strong { (part) } } @else {
                @for (at, part) in part.split('*').enumerate() {
                    @if at % 2 == 1 { em { (part) } } @else { (part) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_is_set_with_its_lists_and_bold_words() {
        let set = restated("Först **det**\nviktiga.\n\n- ett\n  och mer\n- två").into_string();
        assert_eq!(
            set,
            "<p>Först <strong>det</strong> viktiga.</p><ul><li>ett och mer</li><li>två</li></ul>"
        );
    }
}
