//! The people of the demo. Those in Jönköpings län are made up; so is everybody who can log in.

use domain::ids::PersonId;
use uuid::Uuid;

/// A person's id, made from their name and association so that the demo is the same every time.
pub(crate) fn person(name: &str) -> PersonId {
    PersonId(Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("samordna demo person {name}").as_bytes()))
}

/// Somebody who can log in to the demo.
pub(crate) struct Login {
    /// Name; made up.
    pub(crate) name: &'static str,
    /// Log-in name.
    pub(crate) email: &'static str,
    /// What they are.
    pub(crate) role: &'static str,
    /// Where.
    pub(crate) association: &'static str,
}

/// The director whom Södra Vätterbygden and Finnveden share.
pub(crate) const DIRECTOR: &str = "Karin Ekdahl";
/// An official of the same office.
pub(crate) const OFFICER: &str = "Oskar Lindberg";
/// Who applies.
pub(crate) const APPLICANT: &str = "Jonas Hedlund";
/// The director of Höglandet.
pub(crate) const DIRECTOR_HIGHLAND: &str = "Margareta Fors";
/// Keeps the record of Umeåregionen in the demo.
pub(crate) const ARCHIVIST: &str = "Disa Norrman";

/// Everybody who can log in.
pub(crate) const LOGINS: &[Login] = &[
    Login {
        name: APPLICANT,
        email: "sokande@demo.example",
        role: "sökande",
        association: "Södra Vätterbygden",
    },
    Login {
        name: DIRECTOR,
        email: "kansli@demo.example",
        role: "förbundschef, sekreterare",
        association: "Södra Vätterbygden och Finnveden",
    },
    Login {
        name: "Amina Sjöberg",
        email: "beredning@demo.example",
        role: "beredningsgruppen (Arbetsförmedlingen)",
        association: "Södra Vätterbygden",
    },
    Login {
        name: "Tomas Granat",
        email: "arbetsutskott@demo.example",
        role: "arbetsutskottet, vice ordförande",
        association: "Södra Vätterbygden",
    },
    Login {
        name: "Birgitta Lindqvist",
        email: "ordforande@demo.example",
        role: "ordförande",
        association: "Södra Vätterbygden",
    },
    Login {
        name: "Hanna Öst",
        email: "justerare@demo.example",
        role: "styrelseledamot, justerare",
        association: "Södra Vätterbygden",
    },
    Login {
        name: "Göran Svärd",
        email: "ersattare@demo.example",
        role: "ersättare i styrelsen",
        association: "Södra Vätterbygden",
    },
    Login {
        name: "Moa Rask",
        email: "styrgrupp@demo.example",
        role: "styrgrupp",
        association: "Södra Vätterbygden",
    },
    Login {
        name: "Kerstin Alm",
        email: "finnveden@demo.example",
        role: "ordförande",
        association: "Finnveden",
    },
    Login {
        name: DIRECTOR_HIGHLAND,
        email: "hoglandet@demo.example",
        role: "förbundschef",
        association: "Höglandet",
    },
    Login {
        name: ARCHIVIST,
        email: "umea@demo.example",
        role: "kansli (förvaltar 2016 års handlingar)",
        association: "Umeåregionen",
    },
];
