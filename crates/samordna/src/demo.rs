//! The demo: Jönköpings län with its three associations, and Umeåregionen of 2016, told through real commands.
//!
//! Facts come from the published documents; who is made up, and what is illustrative, is said on the pages.

mod application;
mod board_meeting;
mod country;
mod county;
mod desk;
mod funding;
mod in_flight;
mod it_track;
pub(crate) mod people;
mod teller;
mod umea;

use ::desk::draft::Drawer;
use jiff::civil::{Date, date};

use self::county::{COUNTY, Profile};
use self::people::{ARCHIVIST, person};
use self::teller::Teller;
pub(crate) use self::teller::Trouble;

/// Tells what is not told yet. The associations are told side by side, and share their commits.
pub(crate) async fn tell(drawer: Drawer<'_>, today: Date) -> Result<(), Trouble> {
    let engine = drawer.engine;
    let told = COUNTY.iter().map(|profile| association(drawer, profile, today));
    let (county, umea, country) =
        tokio::join!(futures_util::future::join_all(told), umea(drawer, today), country::tell(engine));
    county.into_iter().chain([umea, country]).collect::<Result<(), Trouble>>()?;
    desk::tell(engine).await
}

async fn association(drawer: Drawer<'_>, profile: &Profile, today: Date) -> Result<(), Trouble> {
    if drawer.engine.knows(profile.slug) {
        return Ok(());
    }
    let mut t = Teller::new(drawer, profile.slug, date(2022, 1, 10), person(profile.director));
    t.afterwards();
    county::found(&mut t, profile).await?;
    let mut t = t.happening();
    match profile.slug {
        "sodra-vatterbygden" => {
            it_track::sodra_vatterbygden(&mut t, profile).await?;
            in_flight::tell(&mut t, profile, today).await?;
        }
        "finnveden" => it_track::finnveden(&mut t, profile).await?,
        _ => {}
    }
    funding::county(&mut t, profile).await
}

async fn umea(drawer: Drawer<'_>, today: Date) -> Result<(), Trouble> {
    if drawer.engine.knows(umea::SLUG) {
        return Ok(());
    }
    umea::tell(&mut Teller::new(drawer, umea::SLUG, today, person(ARCHIVIST))).await
}
