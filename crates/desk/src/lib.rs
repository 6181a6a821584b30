//! The desk: how anybody reaches what the wings show. The only HTTP beside the wings' own desks and the API.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`App`] | what every request can reach: engine, directory, access, clock, settings, wings |
//! | [`wing`] | what a wing hands in: its routes and its front |
//! | [`found`] | what can be found of what a visitor may read |
//! | [`front`] | what is seen of a wing from everywhere: its doors, its lists, its files |
//! | [`route`] | a way in, and the table that a wing makes of them |
//! | [`router()`] | every route of the wings behind the gate |
//! | `gate` | before every handler: who asks, as what, and whether the action is allowed |
//! | [`authority`] | before every command: whether the policies let this visitor send it, whichever route it came by |
//! | [`visitor`] | who asks; reads the association, makes forms and pages, sends commands |
//! | [`login`] | the login on the way to a page |
//! | [`way_back`] | an address to go back to that a reader named: one of ours |
//! | [`sent`] | a form that came: what was typed, read field by field |
//! | [`asked`] | what an address asks for after its question mark |
//! | [`list`] | a list on its way to a reader: the page, CSV, XLSX, JSON, Atom |
//! | [`live`] | telling an open page that there is something new |
//! | `fair` | how much one person may ask for |
//! | [`kept`] | what was typed, on its way to be sent again |
//! | [`submit`] | a command on its way to the engine, and each kind of refusal on its way back |
//! | [`autosave`] | what a form that is saved while one writes is answered |
//! | [`carry`] | every command on its way to the record, with the evidence that no request can send |
//! | [`draft`] | the working copy of an application: saved, and taken when it is handed in |
//! | [`note`] | the note of an item as the secretary writes it, until it is saved in the minutes |
//! | [`writing`] | what a visitor is writing: seen by who may, and saved |
//! | [`urn`] | a secret slip on its way into the urn, and the command that has the slips counted |
//! | `security` | denials and the like, on their way to the security log |
//! | [`told`] | what a command did to somebody's standing, for the security log and for the person |
//! | [`stop`] | what ends a request early: not found, denied, too large, ours |
//! | [`uploads`] | files that people have sent, received within bounds and kept for a while |
//! | [`sealed`] | a paper on its way to a reader, from the record where it is sealed |
//! | [`mod@print`] | papers as PDF, a few at a time |
//! | [`sheet`] | tables taken out for a spreadsheet |
//! | [`roles`] | what an address names, and what roles are called |
//! | [`serve()`] | answering on an address: who is let in when it is full, and how it stops |
//! | [`Proxies`] | whose word on the client's address is taken |
//! | `meters` | what is counted for the operator |
//! | `http` | the layers round everything: request id, headers, cookies, dress of bare errors |
//!
//! # How a wing adds a page, a form and a route
//!
//! ```text
//! // wings/initiative/src/desk.rs: the addresses, each with its action
//! routes! { pub(crate) ROUTES:
//!     get  "/f/{forbund}/insatser/ny" BringIdea => new,
//!     post "/f/{forbund}/insatser"    BringIdea => create,
//! }
//!
//! /// `GET /f/{forbund}/insatser/ny`: an empty form.
//! async fn new(visitor: Visitor) -> Answer {
//!     let form = visitor.form(visitor.under("/insatser"));
//!     visitor.page("Ny idé", &pages::new(&form))
//! }
//!
//! /// `POST /f/{forbund}/insatser`: the idea is the noun.
//! async fn create(visitor: Visitor, sent: Sent) -> Answer {
//!     let mut read = sent.read();
//!     let idea = NoteIdea { title: read.text("title"), text: read.text("text"), applicant: read.text("applicant") };
//!     match visitor.submit(&sent, read.into(Command::from(idea))).await? {
//!         Ok(done) => visitor.see(&done, &visitor.under("/insatser"), "idea-saved"),
//!         Err(refused) => refused.again(&visitor, "Ny idé", |form| pages::new(form)),
//!     }
//! }
//! ```
//!
//! A list is a function of columns and filters (`kit::list`), a line in `lists!`, and a handler that hands in the rows:
//! [`list`] answers with the page or the file that the address names.
//!
//! The field names are those of the command, so that a refusal finds its field. A button that stood on a longer page
//! shows that page `again`, with `form.head()` on top. The table decides who may: a handler is only reached by those
//! whom [`access`] lets do the route's action on what `{insats}` or `{sammantrade}` names, and `submit` decides once
//! more on the command itself. Inside a page, `visitor.may(Action::…)` says which buttons to show.

mod app;
pub mod asked;
pub mod authority;
pub mod autosave;
pub mod carry;
pub mod draft;
mod fair;
pub mod found;
pub mod front;
mod gate;
mod http;
pub mod kept;
pub mod list;
pub mod live;
pub mod login;
mod meters;
pub mod note;
pub mod print;
mod proxies;
pub mod roles;
mod rooms;
pub mod route;
mod router;
pub mod sealed;
mod security;
pub mod sent;
mod serve;
pub mod several;
pub mod sheet;
pub mod stop;
pub mod submit;
pub mod told;
pub mod uploads;
pub mod urn;
pub mod visitor;
pub mod way_back;
pub mod wing;
pub mod writing;

pub use app::{App, Clock, Settings};
pub use http::cookie;
pub use proxies::{NoProxy, Proxies, Proxy};
pub use router::router;
pub use serve::{Closing, Limits, serve, serve_hello, serve_metrics};
