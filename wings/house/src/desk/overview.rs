//! *Min översikt*: what waits for the person, over all their associations.

use std::collections::BTreeMap;

use access::{Role, Roles};
use desk::roles;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use directory::Reminder;
use domain::event::Subject;
use domain::initiative::draft::Drafts;
use domain::initiative::events::Stage;
use domain::{Association, todo};
use kit::Lang;

use crate::desk::news;
use crate::pages::overview::{self, Overview, Waiting};

/// `GET /oversikt`.
pub(crate) async fn show(visitor: Visitor) -> Answer {
    let (person, engine) = (visitor.actor()?, visitor.app().engine());
    let mut page = Overview {
        name: String::new(),
        today: visitor.today(),
        waiting: Vec::new(),
        places: Vec::new(),
        news: news::of(&visitor).await?,
        reminded: Vec::new(),
    };
    let drafts = own_drafts(&visitor).await?;
    // Nobody is reminded of what has a day to come.
    let mut may_be: Vec<(String, todo::Waiting, Waiting)> = Vec::new();
    engine.each(|slug, association: &Association| {
        let profile = &association.profile;
        let (Some(founded), Some(name)) = (&profile.founded, profile.people.get(&person)) else { return };
        page.name.clone_from(name);
        let roles = named(visitor.lang(), visitor.roles_in(association));
        page.places.push((slug.to_owned(), founded.short_name.clone(), roles));
        let none = Drafts::new();
        let drafts = drafts.get(slug).unwrap_or(&none);
        let waiting = todo::waiting(association, person, drafts, page.today);
        let shown = |w: &todo::Waiting| Waiting::of(visitor.lang(), association, w);
        page.waiting.extend(waiting.iter().map(shown));
        let come = waiting.into_iter().filter(|w| w.due.is_some_and(|due| due <= page.today));
        may_be.extend(come.map(|w| (slug.to_owned(), w.clone(), shown(&w))));
    });
    if !may_be.is_empty() {
        let reminders = visitor.app().directory().reminders(directory::PersonId(person.0)).await?;
        // A reminder is for what still waits: what has been done since says nothing any more.
        let of = |slug: &str, w: &todo::Waiting| reminders.iter().any(|r| r.place == slug && is_about(r, w));
        page.reminded =
            may_be.into_iter().filter(|(slug, w, _)| of(slug, w)).map(|(.., shown)| shown).collect();
    }
    page.waiting.sort_by_key(|w| (w.by.is_none(), w.by));
    visitor.page(visitor.lang().t("overview"), &overview::show(visitor.lang(), &page))
}

/// What the person is writing, by association: whether it can be handed in is said on their page.
async fn own_drafts(visitor: &Visitor) -> Result<BTreeMap<String, Drafts>, Stop> {
    let (person, app) = (visitor.actor()?, visitor.app());
    let written = app.engine().each(|slug, association: &Association| {
        let own = association.initiatives.values().filter(|i| i.author == person);
        let written = own.filter(|i| matches!(i.stage, Stage::Draft | Stage::Completion)).map(|i| i.id);
        (slug.to_owned(), written.collect::<Vec<_>>())
    });
    let mut drafts = BTreeMap::new();
    for (slug, initiatives) in written.into_iter().filter(|(_, initiatives)| !initiatives.is_empty()) {
        let of = app.drawer().of(&slug, &initiatives).await?;
        drafts.insert(slug, of);
    }
    Ok(drafts)
}

fn is_about(reminder: &Reminder, waiting: &todo::Waiting) -> bool {
    reminder.what == waiting.what.command()
        && serde_json::from_str(&reminder.about).is_ok_and(|about: Subject| about == waiting.subject)
}

/// The roles worth naming: everybody known may apply, so that is said only of those who are nothing more.
fn named(lang: Lang, roles: Roles) -> Vec<String> {
    let more: Vec<Role> = roles.iter().filter(|r| !matches!(r, Role::Person | Role::Applicant)).collect();
    let named = if more.is_empty() { vec![Role::Applicant] } else { more };
    named.into_iter().map(|role| roles::called(lang, role).to_owned()).collect()
}
