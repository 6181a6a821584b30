//! How long a set of minutes takes.

use std::time::{Duration, Instant};

use papers::Minutes;

use crate::press::{Fault, fill, typeset};

/// What [`bench()`] measured.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// How many pages the minutes have.
    pub pages: usize,
    /// The size of the PDF.
    pub bytes: usize,
    /// The first minutes of the process, with fonts and forms read.
    pub first: Duration,
    /// Later minutes, the median; nothing but fonts and forms is remembered between them.
    pub warm: Duration,
}

/// Times the long sample minutes from data to finished PDF.
///
/// # Errors
///
/// When the sample cannot be printed.
pub fn bench() -> Result<Figures, Fault> {
    let samples = Minutes::samples().map_err(|fault| Fault::Data(fault.to_string()))?;
    let Some((_, paper)) = samples.into_iter().find(|(name, _)| *name == "longest") else {
        return Err(Fault::Data("no long minutes among the samples".to_owned()));
    };
    let (first, mut figures) = once(&paper)?;
    let mut times = Vec::new();
    for _ in 0..7 {
        let (time, same) = once(&paper)?;
        figures = same;
        times.push(time);
    }
    times.sort();
    Ok(Figures { first, warm: times.get(times.len() / 2).copied().unwrap_or(first), ..figures })
}

fn once(paper: &Minutes) -> Result<(Duration, Figures), Fault> {
    let start = Instant::now();
    let sheet = fill("/minutes/form.typ", paper)?;
    let (pdf, pages) = typeset(&sheet)?;
    let time = start.elapsed();
    Ok((time, Figures { pages, bytes: pdf.0.len(), first: time, warm: time }))
}
