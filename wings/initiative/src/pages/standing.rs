//! Where an initiative stands, and in whose hands it is.

use domain::initiative::events::Stage;
use domain::step::Who;

use super::Scene;
use super::words::on_day;

/// Where it stands, who has it, and since when, in a sentence.
pub(super) fn standing(scene: &Scene<'_>) -> String {
    let initiative = scene.initiative;
    let key = match initiative.stage {
        Stage::Idea => "initiative-with-idea",
        Stage::Resting => "initiative-with-resting",
        Stage::Draft => "initiative-with-draft",
        Stage::PreparatoryGroup => "initiative-with-group",
        Stage::Completion => "initiative-with-completion",
        Stage::WorkingCommittee => "initiative-with-committee",
        Stage::Board => "initiative-with-board",
        Stage::Granted if initiative.informed.is_some() && initiative.steering_group.is_some() => {
            "initiative-with-granted-group"
        }
        Stage::Granted => "initiative-with-granted",
        Stage::Running if initiative.since > scene.today => "initiative-with-running-ahead",
        Stage::Running => "initiative-with-running",
        Stage::Rejected => "initiative-with-rejected",
        Stage::Withdrawn => "initiative-with-withdrawn",
    };
    scene.lang.ta(key, &[("day", on_day(scene.lang, initiative.since).into())])
}

/// In whose hands a step is.
pub(super) fn who_name(scene: &Scene<'_>, who: Who) -> String {
    let lang = scene.lang;
    let name = match who {
        Who::Applicant => {
            let name = scene.person(scene.initiative.author);
            return lang.ta("initiative-who-applicant", &[("name", name.into())]);
        }
        Who::Office => lang.t("initiative-who-office"),
        Who::PreparatoryGroup => lang.t("initiative-who-group"),
        Who::WorkingCommittee => lang.t("initiative-who-committee"),
        Who::Board => lang.t("initiative-who-board"),
        Who::SteeringGroup => lang.t("initiative-who-steering"),
        Who::Called => lang.t("initiative-who-called"),
        Who::Secretary => lang.t("initiative-who-secretary"),
        Who::Chair => lang.t("initiative-who-chair"),
        Who::Attester => lang.t("initiative-who-attester"),
        Who::Assignee => lang.t("initiative-who-assignee"),
    };
    name.to_owned()
}
