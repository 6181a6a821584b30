//! Every route as every role equals the policies; the matrix in `docs/access.md` is made from the same table.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use access::{Access, Action, Class, Facts, Role, Roles};
use serde_json::json;
use town::{Answer, Browser, PEOPLE, SLUG, Town, person};

/// The roles each person has in the town, as the seats of the town give them.
fn roles(name: &str) -> Roles {
    let own: &[Role] = match name {
        "maja" => &[Role::Office],
        "birgitta" | "tomas" => &[Role::BoardMember, Role::Chair],
        "sven" => &[Role::Substitute],
        "petra" => &[Role::PreparatoryGroup],
        "wilma" => &[Role::WorkingCommittee],
        "stina" => &[Role::SteeringGroup],
        "arvid" => &[],
        _ => return Roles::of([Role::Person]),
    };
    own.iter().fold(Roles::of([Role::Person, Role::Applicant]), |roles, role| roles.with(*role))
}

/// What the policies are told of the town's one idea, which Arvid noted and Stina steers, and of its one meeting, of the board.
fn facts(route: &desk::route::Route, name: &str) -> Facts {
    if route.path.contains("{insats}") {
        Facts { own: name == "arvid", in_body: name == "stina", ..Facts::default() }
    } else if route.path.contains("{sammantrade}") {
        Facts { in_body: matches!(name, "birgitta" | "tomas" | "sven"), of_board: true, ..Facts::default() }
    } else {
        Facts { of_board: route.action.class() == Class::Meeting, ..Facts::default() }
    }
}

pub(crate) async fn town() -> Town {
    let town = Town::new().await;
    town.does("arvid", json!({ "command": "note_idea", "title": "Ett spår", "text": "Tidigt stöd.", "applicant": "Sjöstads kommun" })).await;
    town.does("maja", json!({ "command": "set_up_body", "kind": "steering_group", "name": "Styrgruppen", "initiative": 1, "on": "2026-11-02" })).await;
    town.does("maja", json!({ "command": "give_mandate", "body": 5, "person": person("stina"), "member": 1, "role": "member", "from": "2026-11-02" })).await;
    town.does("maja", json!({ "command": "plan_meeting", "body": 1, "on": "2026-12-14", "from": "09:00:00", "until": "12:00:00", "place": "Sjöstad" })).await;
    town
}

pub(crate) fn address(path: &str) -> String {
    let filled = path.replace("{forbund}", SLUG).replace("{lan}", "06").replace("{ar}", "2019");
    filled.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>().join("/")
}

/// Asks as a route is asked; a form goes with what is posted.
pub(crate) async fn ask(
    browser: &mut Browser<'_>,
    method: &str,
    path: &str,
    form: &[(&str, &str)],
) -> Answer {
    match method {
        "GET" => browser.get(path).await,
        "POST" => browser.post(path, form).await,
        other => browser.send(other, path, None, "".into()).await,
    }
}

#[tokio::test]
async fn every_route_as_every_role_is_as_the_policies_say() {
    let (town, access) = (town().await, Access::new().unwrap());
    let mut wrong = Vec::new();
    for name in PEOPLE {
        for route in
            web::table().filter(|r| r.path != "/logga-ut" && !r.path.starts_with("/konto/inloggningar"))
        {
            let mut browser = town.person(name).await;
            let path = address(route.path);
            let answer = ask(&mut browser, route.method, &path, &[]).await;
            let allowed = access.allows(roles(name), route.action, facts(route, name));
            let denied = answer.status.as_u16() == 403;
            if answer.status.is_server_error() || allowed == denied {
                wrong.push(format!("{name}: {route:?} gave {}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn somebody_walks_in_every_role() {
    let walked = |role: &Role| PEOPLE.iter().any(|name| roles(name).has(*role));
    let missed: Vec<_> = Role::ALL.iter().filter(|r| **r != Role::Visitor && !walked(r)).collect();
    assert!(missed.is_empty(), "nobody walks as {missed:?}");
}

#[tokio::test]
async fn the_chair_plans_the_boards_meetings_and_no_others() {
    let town = Town::new().await;
    let mut chair = town.person("birgitta").await;
    let plan = |body| {
        let place = ("place", "Sjöstad");
        [("body", body), ("on", "2026-12-14"), ("from", "09:00"), ("until", "12:00"), place]
    };
    chair.post("/f/sjobygden/sammantraden", &plan("3")).await.is(403);
    chair.post("/f/sjobygden/sammantraden", &plan("1")).await.is(303);
}

#[tokio::test]
async fn a_visitor_reaches_only_the_public_pages() {
    let town = town().await;
    for route in web::table() {
        let path = address(route.path);
        let answer = ask(&mut town.visitor(), route.method, &path, &[("title", "Spår")]).await;
        if route.action.class() == Class::Public {
            assert!(
                !matches!(answer.status.as_u16(), 401 | 403) && !answer.to().starts_with("/logga-in"),
                "{route:?}"
            );
        } else if route.path.starts_with("/api/") {
            answer.is(401);
        } else if route.method == "GET" {
            assert!(answer.is(303).to().starts_with("/logga-in?till="), "{route:?}");
        } else {
            assert_eq!(answer.is(401).hidden("kept.title"), "Spår");
        }
    }
}

#[tokio::test]
async fn who_may_not_learns_nothing_of_which_numbers_exist() {
    let (there, nowhere) = (town().await, Town::new().await);
    for name in PEOPLE {
        let (mut sees, mut sees_not) = (there.person(name).await, nowhere.person(name).await);
        for route in web::table().filter(|r| r.path.contains("{insats}") || r.path.contains("{sammantrade}"))
        {
            let path = address(route.path);
            let exists = ask(&mut sees, route.method, &path, &[]).await;
            let missing = ask(&mut sees_not, route.method, &path, &[]).await;
            let (exists, missing) = (exists.status.as_u16(), missing.status.as_u16());
            assert!(matches!(missing, 403 | 404), "{name}: {route:?} gave {missing}");
            assert!(exists != 403 || missing == 403, "{name}: {route:?} gave {exists} and {missing}");
        }
    }
}

#[tokio::test]
async fn what_does_not_exist_is_not_found_for_those_who_are_in() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    for path in ["/f/sjobygden/insatser/1", "/f/sjobygden/sammantraden/1", "/f/sjobygden/sammantraden/x"] {
        maja.get(path).await.is(404);
    }
    for route in web::table().filter(|r| r.path.contains("{forbund}") && r.method == "GET") {
        maja.get(&address(&route.path.replace("{forbund}", "finns-inte"))).await.is(404);
    }
}

#[test]
fn the_matrix_in_the_documents_is_fresh() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access.md");
    let now = matrix();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&kept, &now).unwrap();
    }
    let there = std::fs::read_to_string(kept).unwrap_or_default();
    assert_eq!(there, now, "docs/access.md is stale: run this test with UPDATE=1");
}

fn matrix() -> String {
    let access = Access::new().unwrap();
    let mut out = String::from(MATRIX_HEAD);
    let mut routes: BTreeMap<Action, Vec<String>> = BTreeMap::new();
    for route in web::table() {
        routes.entry(route.action).or_default().push(format!("`{} {}`", route.method, route.path));
    }
    for class in Class::ALL {
        writeln!(out, "\n## {}\n", class.name()).unwrap();
        let roles: Vec<&str> = Role::ALL.iter().map(|r| r.swedish()).collect();
        writeln!(out, "| får | {} |\n| --- |{}", roles.join(" | "), " --- |".repeat(roles.len())).unwrap();
        for action in Action::ALL.iter().filter(|a| a.class() == *class) {
            let cells: Vec<&str> = Role::ALL.iter().map(|role| cell(&access, *role, *action)).collect();
            writeln!(out, "| {} | {} |", action.swedish(), cells.join(" | ")).unwrap();
        }
        writeln!(out, "\n| får | adresser |\n| --- | --- |").unwrap();
        for action in Action::ALL.iter().filter(|a| a.class() == *class) {
            let at = routes.get(action).map_or_else(|| "–".to_owned(), |r| r.join("<br>"));
            writeln!(out, "| {} | {at} |", action.swedish()).unwrap();
        }
    }
    writeln!(out, "\n## Regler och källor\n\n| regel | källa | varför |\n| --- | --- | --- |").unwrap();
    for (id, source, why) in access.policies() {
        writeln!(out, "| `{id}` | {source} | {why} |").unwrap();
    }
    out
}

fn cell(access: &Access, role: Role, action: Action) -> &'static str {
    let base = held(role);
    let always = access.allows(base, action, Facts::default());
    let given = access.allows(base, action, Facts::AT_BEST);
    match (always, given) {
        (true, _) => "ja",
        (false, true) => "(ja)",
        (false, false) => "",
    }
}

/// A role with those that come with it: whoever has one in an association is known to it, and the chair is a member.
fn held(role: Role) -> Roles {
    let alone = Roles::of([role]);
    if matches!(role, Role::Visitor | Role::Person) {
        return alone;
    }
    let known = alone.with(Role::Person).with(Role::Applicant);
    if role == Role::Chair { known.with(Role::BoardMember) } else { known }
}

const MATRIX_HEAD: &str = "# Vem får göra vad

Tabellerna är gjorda av behörighetsreglerna i `crates/access/policies/` och av tabellen över adresser; ett test håller
dem aktuella. **ja**: rollen räcker. **(ja)**: beror på saken, till exempel att man själv har skrivit ansökan, sitter i
organet, tjänstgör, är sekreterare eller justerare, eller att ansökan är inlämnad. Den som har en roll i ett förbund är
också känd där och kan söka; ordföranden är också styrelseledamot.
";
