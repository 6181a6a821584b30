//! *Min översikt*: what waits for the person, over all their associations.

use domain::todo;
use pages::overview::{self, Overview, Waiting};

use crate::stop::Answer;
use crate::visitor::Visitor;

/// `GET /oversikt`.
pub(crate) async fn show(visitor: Visitor) -> Answer {
    let (person, engine) = (visitor.actor()?, visitor.app().engine());
    let mut page =
        Overview { name: String::new(), today: visitor.today(), waiting: Vec::new(), places: Vec::new() };
    for summary in engine.associations() {
        engine.read(&summary.slug, |association| {
            let Some(name) = association.profile.people.get(&person) else { return };
            page.name.clone_from(name);
            let roles = visitor.roles_in(association).iter().filter(|r| *r != access::Role::Person);
            let roles: Vec<String> = roles.map(|r| r.swedish().to_owned()).collect();
            page.places.push((summary.slug.clone(), summary.short_name.clone(), roles));
            let waiting = todo::waiting(association, person, page.today);
            page.waiting.extend(waiting.iter().map(|w| Waiting::of(visitor.lang(), association, w)));
        });
    }
    page.waiting.sort_by_key(|w| (w.by.is_none(), w.by));
    visitor.page(visitor.lang().t("overview"), &overview::show(visitor.lang(), &page))
}
