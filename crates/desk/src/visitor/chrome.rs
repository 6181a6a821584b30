//! What stands round the visitor's page: who reads, the way here, and where one may go from here.

use access::Facts;
use domain::Association;
use kit::shell::{AssociationBadge, Chrome, Crumb, Flash, NavItem, UserBadge};

use super::Visitor;
use crate::front::{Door, Seen};
use crate::roles;

impl Visitor {
    /// What stands round a page.
    pub(super) fn chrome(&self, title: &str) -> Chrome {
        let (lang, engine) = (self.lang(), self.app().engine());
        let mut user = None;
        let mut associations = Vec::new();
        let mut association = None;
        let person = self.person();
        let met = engine.each(|slug, known: &Association| {
            let founded = known.profile.founded.as_ref()?;
            let name = person.and_then(|person| known.profile.people.get(&person).cloned());
            let here = self.place.parameters.get("forbund").is_some_and(|own| own == slug);
            let badge = || AssociationBadge { slug: slug.to_owned(), name: founded.short_name.clone() };
            (here || name.is_some()).then(|| (badge(), name, here))
        });
        for (badge, name, here) in met.into_iter().flatten() {
            if let Some(name) = name {
                associations.push(badge.clone());
                user.get_or_insert(UserBadge { name, role: None });
            }
            if here {
                association = Some(badge);
            }
        }
        if person.is_some() && user.is_none() {
            user = Some(UserBadge { name: lang.t("account").to_owned(), role: None });
        }
        if let Some(user) = &mut user {
            user.role = self.main_role().map(str::to_owned);
        }
        Chrome {
            lang,
            title: title.to_owned(),
            faulty: false,
            path: self.seen.back.as_str().to_owned(),
            user,
            nav: self.nav(),
            crumbs: self.crumbs(association.as_ref()),
            association,
            associations,
            flash: self
                .seen
                .flash
                .as_deref()
                .and_then(|key| lang.find(key))
                .map(|says| Flash { says: says.to_owned() }),
            demo: self.app().settings().demo,
            refresh_seconds: None,
        }
    }

    /// The role to show beside the name: the one that gives most.
    fn main_role(&self) -> Option<&'static str> {
        use access::Role::{
            Applicant, BoardMember, Chair, Office, PreparatoryGroup, SteeringGroup, Substitute,
            WorkingCommittee,
        };
        [Office, Chair, WorkingCommittee, BoardMember, Substitute, PreparatoryGroup, SteeringGroup, Applicant]
            .into_iter()
            .find(|role| self.roles().has(*role))
            .map(|role| roles::called(self.lang(), role))
    }

    /// Where one may go from here: the doors of the wings, in their order.
    fn nav(&self) -> Vec<NavItem> {
        let mut doors: Vec<&Door> = self.doors().filter(|door| self.sees(door)).collect();
        doors.sort_by_key(|door| door.rank);
        doors.into_iter().map(|door| self.nav_item(door)).collect()
    }

    /// The doors of the association that stand open to the visitor: where they lead, and the keys of their name and of
    /// what is behind them.
    pub fn open_doors(&self) -> Vec<(String, &'static str, &'static str)> {
        let mut doors: Vec<&Door> = self.doors().filter(|door| self.sees(door)).collect();
        doors.sort_by_key(|door| door.rank);
        doors.into_iter().filter_map(|door| Some((self.behind(door), door.key, door.says?))).collect()
    }

    fn doors(&self) -> impl Iterator<Item = &'static Door> {
        self.app().fronts().iter().flat_map(|front| front.doors)
    }

    fn sees(&self, door: &Door) -> bool {
        match door.seen {
            Seen::ByAll => true,
            Seen::ByPeople => self.person().is_some(),
            Seen::ByVisitors => self.person().is_none(),
            Seen::Within(action) => self.path().starts_with("/f/") && self.may_on(action, Facts::default()),
        }
    }

    fn nav_item(&self, door: &Door) -> NavItem {
        let href = self.behind(door);
        // The start of the house or of an association is above everything: one is there on that page alone.
        let start = matches!(door.path, "" | "/");
        let current = if start { self.path() == href } else { self.path().starts_with(&href) };
        let beyond = door.beyond.iter().any(|begins| self.path().starts_with(begins));
        NavItem { current: current || beyond, label: self.lang().t(door.key).to_owned(), href }
    }

    /// Where a door leads.
    fn behind(&self, door: &Door) -> String {
        match door.seen {
            Seen::Within(_) => self.under(door.path),
            Seen::ByAll | Seen::ByPeople | Seen::ByVisitors => door.path.to_owned(),
        }
    }

    /// The way here, from the address: the association, the door, and the list above the page.
    fn crumbs(&self, association: Option<&AssociationBadge>) -> Vec<Crumb> {
        let (path, crumb) = (self.path(), |href, key| Crumb { href, label: self.lang().t(key).to_owned() });
        let mut crumbs = Vec::new();
        if let Some(association) = association.filter(|_| below(path, &self.under(""))) {
            crumbs.push(Crumb { href: self.under(""), label: association.name.clone() });
        }
        for door in self.doors() {
            let href = self.behind(door);
            let within = matches!(door.seen, Seen::Within(_)) && !door.path.is_empty() && below(path, &href);
            if within || door.beyond.iter().any(|begins| path.starts_with(begins)) {
                crumbs.push(crumb(href, door.key));
            }
        }
        let lists = self.app().fronts().iter().flat_map(|front| front.lists);
        crumbs.extend(lists.filter_map(|(list, key)| Some(crumb(above(path, list)?, *key))));
        crumbs
    }
}

/// Whether an address lies below another.
fn below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.len() > 1 && rest.starts_with('/'))
}

/// The address of a list that an address lies below: `/lan/06/scenarier` for `/lan/06/scenarier/4`.
fn above(path: &str, list: &str) -> Option<String> {
    let mut parts = path.split('/');
    let mut found = Vec::new();
    for named in list.split('/') {
        let part = parts.next()?;
        if named != part && !named.starts_with('{') {
            return None;
        }
        found.push(part);
    }
    parts.next().map(|_| found.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_stands_above_its_pages_and_not_above_itself() {
        let list = "/lan/{lan}/scenarier";
        assert_eq!(above("/lan/06/scenarier/4", list).as_deref(), Some("/lan/06/scenarier"));
        assert_eq!(above("/lan/06/scenarier", list), None);
        assert_eq!(above("/lan/06/gruppering/4", list), None);
        assert!(below("/f/a/insatser/4", "/f/a/insatser") && !below("/f/a/insatser", "/f/a/insatser"));
    }
}
