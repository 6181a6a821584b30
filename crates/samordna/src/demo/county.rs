//! Jönköpings län: three associations, thirteen municipalities, and made-up people on the seats.

use domain::Command;
use domain::association::establish::{
    FoundAssociation, NamePerson, NoteBudget, SetBylaws, ShareOffice, TakeInMember,
};
use domain::association::events::{Bylaws, ContributionTerms, Founded, MemberKind, Seat, ShareKey};
use domain::association::remote::DecideRemoteParticipation;
use domain::ids::{BodyId, MemberId, PersonId};
use domain::mandate::appoint::{GiveMandate, SetUpBody};
use domain::mandate::events::{Basis, BodyKind, Eligibility, Role};
use domain::mandate::presidium::ElectPresidium;
use jiff::civil::{Date, date};
use swedish::money::Ore;

use super::people::{APPLICANT, DIRECTOR, DIRECTOR_HIGHLAND, OFFICER, person};
use super::teller::{Teller, Trouble};

/// A member with its member of the board, its substitute and its official in the preparatory group.
pub(crate) struct Seats {
    pub(crate) member: &'static str,
    pub(crate) kind: MemberKind,
    pub(crate) ordinary: &'static str,
    pub(crate) substitute: &'static str,
    pub(crate) official: &'static str,
}

const fn seats(
    member: &'static str,
    kind: MemberKind,
    ordinary: &'static str,
    substitute: &'static str,
    official: &'static str,
) -> Seats {
    Seats { member, kind, ordinary, substitute, official }
}

/// One association of the county.
pub(crate) struct Profile {
    pub(crate) slug: &'static str,
    pub(crate) name: &'static str,
    pub(crate) short_name: &'static str,
    pub(crate) seat: &'static str,
    pub(crate) prefix: &'static str,
    pub(crate) income_2025: i64,
    pub(crate) director: &'static str,
    pub(crate) chair: &'static str,
    pub(crate) vice_chair: &'static str,
    pub(crate) shares_office_with: &'static [&'static str],
    pub(crate) seats: &'static [Seats],
}

use MemberKind::{Af, Fk, Municipality, Region};

/// The three, with the municipalities and budgets of the summary of 2025.
pub(crate) const COUNTY: &[Profile] = &[
    Profile {
        slug: "sodra-vatterbygden",
        name: "Samordningsförbundet Södra Vätterbygden",
        short_name: "Södra Vätterbygden",
        seat: "Jönköping",
        prefix: "SVB",
        income_2025: 11_200_000,
        director: DIRECTOR,
        chair: "Birgitta Lindqvist",
        vice_chair: "Tomas Granat",
        shares_office_with: &["finnveden"],
        seats: &[
            seats("Försäkringskassan", Fk, "Ulrika Bohlin", "Sten Hammar", "Petra Holm"),
            seats("Arbetsförmedlingen", Af, "Mikaela Frisk", "Ruben Dahl", "Amina Sjöberg"),
            seats("Region Jönköpings län", Region, "Tomas Granat", "Gunvor Ek", "Stefan Brandt"),
            seats("Jönköpings kommun", Municipality, "Birgitta Lindqvist", "Göran Svärd", "Lars-Erik Nyman"),
            seats("Habo kommun", Municipality, "Hanna Öst", "Bertil Kvist", "Signe Malm"),
            seats("Mullsjö kommun", Municipality, "Viktor Asp", "Elsa Rönn", "Nils Hagström"),
            seats("Vaggeryds kommun", Municipality, "Inga-Lill Torp", "Per Skog", "Maria Lind"),
        ],
    },
    Profile {
        slug: "finnveden",
        name: "Finnvedens samordningsförbund",
        short_name: "Finnveden",
        seat: "Värnamo",
        prefix: "FSF",
        income_2025: 5_000_000,
        director: DIRECTOR,
        chair: "Kerstin Alm",
        vice_chair: "Anders Flod",
        shares_office_with: &["sodra-vatterbygden"],
        seats: &[
            seats("Försäkringskassan", Fk, "Anders Flod", "Lena Björk", "Josefin Hall"),
            seats("Arbetsförmedlingen", Af, "Said Karimi", "Eva Strand", "Henrik Bäck"),
            seats("Region Jönköpings län", Region, "Rolf Grankvist", "Ann-Marie Sten", "Camilla Dal"),
            seats("Gnosjö kommun", Municipality, "Kerstin Alm", "Jan Vik", "Ylva Moberg"),
            seats("Gislaveds kommun", Municipality, "Bengt Åkerman", "Fatima Noor", "Peter Sund"),
            seats("Värnamo kommun", Municipality, "Siv Hultgren", "Olof Lund", "Jenny Ros"),
        ],
    },
    Profile {
        slug: "hoglandet",
        name: "Höglandets samordningsförbund",
        short_name: "Höglandet",
        seat: "Nässjö",
        prefix: "HSF",
        income_2025: 8_000_000,
        director: DIRECTOR_HIGHLAND,
        chair: "Arne Sjö",
        vice_chair: "Maj-Britt Ekman",
        shares_office_with: &[],
        seats: &[
            seats("Försäkringskassan", Fk, "Maj-Britt Ekman", "Leif Norén", "Tove Lindh"),
            seats("Arbetsförmedlingen", Af, "Zara Amini", "Kjell Roos", "Daniel Borg"),
            seats("Region Jönköpings län", Region, "Gunnar Holst", "Rut Berg", "Ellen Sandin"),
            seats("Eksjö kommun", Municipality, "Arne Sjö", "Britt Tall", "Fredrik Ås"),
            seats("Nässjö kommun", Municipality, "Marianne Grön", "Sven Kvarn", "Linda Hed"),
            seats("Aneby kommun", Municipality, "Ingemar Lod", "Karin Stål", "Johan Mark"),
            seats("Sävsjö kommun", Municipality, "Elisabet Fager", "Mats Ring", "Sara Linde"),
            seats("Vetlanda kommun", Municipality, "Håkan Bro", "Anita Vall", "Emil Stark"),
            seats("Tranås kommun", Municipality, "Lisbet Ahl", "Roger Kron", "Mona Feldt"),
        ],
    },
];

/// No published document tells the municipalities' key.
const KEY_SOURCE: &str =
    "inga publicerade handlingar; att räkna efter invånare 18–64 år är demons val, som illustration";

/// The number a member got: they are taken in in the order of the table.
pub(crate) fn member(place: usize) -> MemberId {
    MemberId(u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1))
}

/// The bodies, in the order they are set up.
pub(crate) const BOARD: BodyId = BodyId(1);
/// The office.
pub(crate) const OFFICE: BodyId = BodyId(2);
/// The preparatory group.
pub(crate) const PREPARATORY: BodyId = BodyId(3);
/// The working committee.
pub(crate) const COMMITTEE: BodyId = BodyId(4);

/// The association from its beginning to the mandates of today.
pub(crate) async fn found(t: &mut Teller, profile: &Profile) -> Result<(), Trouble> {
    let since = date(2012, 1, 1);
    t.tell(Command::from(FoundAssociation {
        founded: Founded {
            slug: profile.slug.to_owned(),
            name: profile.name.to_owned(),
            short_name: profile.short_name.to_owned(),
            organisationsnummer: None,
            seat: profile.seat.to_owned(),
            county: "Jönköpings län".to_owned(),
            on: since,
        },
    }))
    .await?;
    for seat in profile.seats {
        let take_in = TakeInMember { name: seat.member.to_owned(), kind: seat.kind, on: since };
        t.tell(Command::from(take_in)).await?;
    }
    t.tell(Command::from(SetBylaws { from: since, bylaws: bylaws(profile), source: None })).await?;
    let budget = NoteBudget {
        year: 2025,
        income: Ore::from_kronor(profile.income_2025).unwrap_or_default(),
        source: "Samordningsförbunden – Sammanfattning 2025".to_owned(),
    };
    t.tell(Command::from(budget)).await?;
    if !profile.shares_office_with.is_empty() {
        let with = profile.shares_office_with.iter().map(|s| (*s).to_owned()).collect();
        t.tell(Command::from(ShareOffice { with })).await?;
    }
    bodies(t, profile, since).await?;
    people(t, profile).await?;
    let remote = DecideRemoteParticipation {
        on: date(2022, 5, 2),
        extent: "Ledamot får delta med ljud och bild när särskilda skäl hindrar resa.".to_owned(),
        sound: None,
    };
    // The board could decide it first from 16 March 2022 (19 a §).
    t.on(remote.on).tell(Command::from(remote)).await?;
    t.on(date(2022, 1, 10));
    Ok(())
}

fn bylaws(profile: &Profile) -> Bylaws {
    let seat = |(place, _)| Seat { members: vec![member(place)], ordinary: 1, substitutes: 1 };
    let posts = |(_, s): &(usize, &Seats)| matches!(s.kind, Region | Municipality);
    let numbered = || profile.seats.iter().enumerate();
    Bylaws {
        seats: numbered().map(seat).collect(),
        casting_vote: true,
        notice_days: Some(7),
        posting_members: numbered().filter(posts).map(|(place, _)| member(place)).collect(),
        case_number: format!("{} {{year}}/{{no}}", profile.prefix),
        working_committee: true,
        court: "Förvaltningsrätten i Jönköping".to_owned(),
        kept_at: format!("förbundets kansli i {}", profile.seat),
        mandate_start: None,
        mandate_years: None,
        contributions: Some(ContributionTerms {
            municipal_key: ShareKey::Inhabitants,
            region_key: ShareKey::Inhabitants,
            outside_regions: Vec::new(),
            source: KEY_SOURCE.to_owned(),
        }),
    }
}

async fn bodies(t: &mut Teller, profile: &Profile, on: Date) -> Result<(), Trouble> {
    let bodies = [
        (BodyKind::Board, "Styrelsen"),
        (BodyKind::Office, "Kansliet"),
        (BodyKind::PreparatoryGroup, "Beredningsgruppen"),
        (BodyKind::WorkingCommittee, "Arbetsutskottet"),
    ];
    for (kind, name) in bodies {
        t.tell(Command::from(SetUpBody { kind, name: name.to_owned(), initiative: None, on })).await?;
    }
    name(t, profile.director).await?;
    let since = date(2019, 1, 7);
    give(t, OFFICE, profile.director, None, Role::Director, since, None).await?;
    if profile.director == DIRECTOR {
        name(t, OFFICER).await?;
        give(t, OFFICE, OFFICER, None, Role::Officer, date(2021, 8, 16), None).await?;
    }
    if profile.slug == "sodra-vatterbygden" {
        name(t, APPLICANT).await?;
        name(t, "Moa Rask").await?;
    }
    Ok(())
}

async fn people(t: &mut Teller, profile: &Profile) -> Result<(), Trouble> {
    for seat in profile.seats {
        for who in [seat.ordinary, seat.substitute, seat.official] {
            name(t, who).await?;
        }
    }
    for (from, until) in [(date(2019, 4, 1), date(2023, 3, 31)), (date(2023, 4, 1), date(2027, 3, 31))] {
        for (place, seat) in profile.seats.iter().enumerate() {
            let of = Some(member(place));
            board(t, seat, seat.ordinary, of, Role::Member, (from, until)).await?;
            board(t, seat, seat.substitute, of, Role::Substitute { order: 1 }, (from, until)).await?;
        }
        for who in [profile.chair, profile.vice_chair] {
            let of = profile.seats.iter().position(|s| s.ordinary == who).map(member);
            give(t, COMMITTEE, who, of, Role::Member, from, Some(until)).await?;
        }
        let elect = ElectPresidium {
            body: BOARD,
            chair: person(profile.chair),
            vice_chairs: vec![person(profile.vice_chair)],
            from,
            until: Some(until),
        };
        t.tell(Command::from(elect)).await?;
    }
    for (place, seat) in profile.seats.iter().enumerate() {
        let since = date(2019, 4, 1);
        give(t, PREPARATORY, seat.official, Some(member(place)), Role::Member, since, None).await?;
    }
    Ok(())
}

async fn board(
    t: &mut Teller,
    seat: &Seats,
    who: &str,
    member: Option<MemberId>,
    role: Role,
    (from, until): (Date, Date),
) -> Result<(), Trouble> {
    let basis = match seat.kind {
        Fk | Af => Basis::Employee,
        Region | Municipality => Basis::CouncilMember,
    };
    t.tell(Command::from(GiveMandate {
        body: BOARD,
        person: person(who),
        member,
        role,
        from,
        until: Some(until),
        eligibility: Some(Eligibility { basis, seen_on: Some(from) }),
    }))
    .await
}

/// Gives a mandate outside the board.
pub(crate) async fn give(
    t: &mut Teller,
    body: BodyId,
    who: &str,
    member: Option<MemberId>,
    role: Role,
    from: Date,
    until: Option<Date>,
) -> Result<(), Trouble> {
    let give = GiveMandate { body, person: person(who), member, role, from, until, eligibility: None };
    t.tell(Command::from(give)).await
}

/// Names somebody in the association's record.
pub(crate) async fn name(t: &mut Teller, who: &str) -> Result<PersonId, Trouble> {
    let id = person(who);
    t.tell(Command::from(NamePerson { person: id, name: who.to_owned() })).await?;
    Ok(id)
}
