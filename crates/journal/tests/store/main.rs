//! One suite, run against a real SQLite file and a real PostgreSQL server.

#![cfg(test)]

/// Makes a test of each claim for both stores: `sqlite::claim` and `postgres::claim`.
macro_rules! on_both {
    ($($claim:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $claim() {
                super::$claim(crate::home::Home::sqlite()).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $claim() {
                super::$claim(crate::home::Home::postgres()).await;
            })+
        }
    };
}

mod appending;
mod faults;
mod figures;
mod folder;
mod following;
mod health;
mod home;
mod nodes;
mod tampering;
mod transfer;
mod witness;
