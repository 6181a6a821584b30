//! The words for where a meeting stands and what its items are, and their tones.

use domain::meeting::events::ItemKind;
use domain::meeting::state::{Meeting, Phase};
use jiff::civil::Date;
use kit::Lang;
use kit::format::day_text;
use kit::parts::{Tone, status};
use maud::Markup;

/// Every phase, in order.
pub(super) const PHASES: [Phase; 8] = [
    Phase::Planned,
    Phase::Noticed,
    Phase::Opened,
    Phase::Closed,
    Phase::Written,
    Phase::Attested,
    Phase::Posted,
    Phase::TakenDown,
];

/// Where a meeting stands, in a word or two.
pub fn phase_name(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Planned => lang.t("meeting-phase-planned"),
        Phase::Noticed => lang.t("meeting-phase-noticed"),
        Phase::Opened => lang.t("meeting-phase-opened"),
        Phase::Closed => lang.t("meeting-phase-closed"),
        Phase::Written => lang.t("meeting-phase-written"),
        Phase::Attested => lang.t("meeting-phase-attested"),
        Phase::Posted => lang.t("meeting-phase-posted"),
        Phase::TakenDown => lang.t("meeting-phase-taken-down"),
    }
}

/// Where a meeting stands, as a tag; one that goes on is said to.
pub(super) fn phase_tag(lang: Lang, meeting: &Meeting) -> Markup {
    let (tone, says) = match meeting.phase() {
        Phase::Opened => (Tone::Now, lang.t("meeting-tag-running")),
        phase @ Phase::Planned => (Tone::Plain, phase_name(lang, phase)),
        phase @ (Phase::Noticed | Phase::Posted) => (Tone::Wait, phase_name(lang, phase)),
        phase @ (Phase::Closed | Phase::Written | Phase::Attested) => (Tone::Now, phase_name(lang, phase)),
        phase @ Phase::TakenDown => (Tone::Done, phase_name(lang, phase)),
    };
    status(tone, says)
}

/// What is asked under an item.
pub(super) fn kind_name(lang: Lang, kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Formal => lang.t("meeting-kind-formal"),
        ItemKind::Information => lang.t("meeting-kind-information"),
        ItemKind::Decision => lang.t("meeting-kind-decision"),
        ItemKind::Consultation => lang.t("meeting-kind-consultation"),
        ItemKind::Election => lang.t("meeting-kind-election"),
    }
}

/// A day after a verb: *den 22 november 2026*, *on 22 November 2026*.
pub(super) fn on_day(lang: Lang, day: Date) -> String {
    let day = day_text(lang, day);
    match lang {
        Lang::Sv => format!("den\u{a0}{day}"),
        Lang::En => format!("on {day}"),
    }
}

/// The day of the week.
pub(super) fn weekday(lang: Lang, day: Date) -> &'static str {
    use jiff::civil::Weekday;
    match day.weekday() {
        Weekday::Monday => lang.t("meeting-monday"),
        Weekday::Tuesday => lang.t("meeting-tuesday"),
        Weekday::Wednesday => lang.t("meeting-wednesday"),
        Weekday::Thursday => lang.t("meeting-thursday"),
        Weekday::Friday => lang.t("meeting-friday"),
        Weekday::Saturday => lang.t("meeting-saturday"),
        Weekday::Sunday => lang.t("meeting-sunday"),
    }
}
