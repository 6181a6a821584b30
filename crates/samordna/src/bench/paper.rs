//! Minutes of ten pages as PDF/A and PDF/UA.

use super::{Figure, Measured, said};

pub(crate) fn measure() -> Measured {
    let figures = documents::bench().map_err(said)?;
    let of = format!("protokoll, {} sidor, varmt; mål under 150 ms", figures.pages);
    Ok(vec![
        Figure::new("pdf.warm_ms", figures.warm.as_millis(), of),
        Figure::new("pdf.first_ms", figures.first.as_millis(), "det första i processen, med typsnitt"),
    ])
}
