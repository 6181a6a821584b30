//! Pages held against a bare word from the same server and the same load tool, turn about.

use std::sync::Arc;
use std::time::Duration;

use desk::App;
use tokio::net::TcpListener;

use super::load::{Load, load, log_in};
use super::{Figure, Measured, folder, said, wait};
use crate::clock;
use crate::commands::demo;
use crate::config::Place;

const CONNECTIONS: usize = 8;
const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_millis(800);

pub(crate) fn measure() -> Measured {
    wait(async {
        let told = folder()?;
        let place = Place { data: Some(told.path().to_owned()), ..Place::default() };
        let (engine, directory) =
            crate::commands::serve::open(&place, directory::Settings::default()).await?;
        demo::build(&engine, &directory).await?;
        let settings = crate::config::Server::default().settings(place, true)?;
        let app =
            App::new(engine, directory, Arc::new(clock::now), settings.web, web::fronts()).map_err(said)?;
        let pages = TcpListener::bind("127.0.0.1:0").await.map_err(said)?;
        let hello = TcpListener::bind("127.0.0.1:0").await.map_err(said)?;
        let (at, at_hello) = (pages.local_addr().map_err(said)?, hello.local_addr().map_err(said)?);
        tokio::spawn(desk::serve(pages, app, web::WINGS, settings.limits, std::future::pending()));
        tokio::spawn(desk::serve_hello(hello));
        let cookie = log_in(at, "beredning@demo.example", demo::PASSWORD).await?;

        let paths = [
            ("http.overview", "/oversikt", &cookie),
            ("http.initiative", "/f/sodra-vatterbygden/insatser/1", &cookie),
        ];
        let mut figures = Vec::new();
        for (name, path, cookie) in paths {
            let (mut ours, mut bare) = (Vec::new(), Vec::new());
            for _ in 0..ROUNDS {
                bare.push(load(at_hello, "/hello", "", CONNECTIONS, ROUND).await?);
                ours.push(load(at, path, cookie, CONNECTIONS, ROUND).await?);
            }
            let (ours, bare) = (median(ours), median(bare));
            let of = format!("{}/s mot {}/s för ett ord; mål 0.40", ours.per_second, bare.per_second);
            figures.push(Figure::ratio(name, ours.per_second, bare.per_second, of));
            let of = format!("{path}: p99 {} µs mot {} µs; mål under 10", ours.p99, bare.p99);
            figures.push(Figure::ratio("http.p99", ours.p99, bare.p99, of));
        }
        figures.extend(recounts(at).await?);
        Ok(figures)
    })
}

/// A merger reckoned anew on its page, one after the other, as somebody who moves a slider asks for it.
async fn recounts(at: std::net::SocketAddr) -> Measured {
    let merger =
        "andring=sl%C3%A5+ihop+S%C3%B6dra+V%C3%A4tterbygden+%2B+Finnveden+%2B+H%C3%B6glandet+%3D+Ett";
    let scopes = [
        ("http.recount-county", "ett län", format!("/fordelning?lan=06&underlag=fast&{merger}")),
        ("http.recount-country", "hela landet", format!("/fordelning?lan=alla&underlag=landet&{merger}")),
    ];
    let mut figures = Vec::new();
    for (name, of, path) in scopes {
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            rounds.push(load(at, &path, "", 1, ROUND).await?);
        }
        let measured = median(rounds);
        let of = format!("µs, p99 för en sammanslagning i {of}, {}/s; mål under 10000", measured.per_second);
        figures.push(Figure::new(name, measured.p99, of));
    }
    Ok(figures)
}

fn median(mut rounds: Vec<Load>) -> Load {
    rounds.sort_by_key(|r| r.per_second);
    let per_second = rounds.get(rounds.len() / 2).map_or(0, |r| r.per_second);
    rounds.sort_by_key(|r| r.p99);
    Load { per_second, p99: rounds.get(rounds.len() / 2).map_or(0, |r| r.p99) }
}
