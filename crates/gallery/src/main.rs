//! Writes every page with made-up data to a folder, with its style and script: `cargo run -p gallery -- DIR`.
//!
//! What is written can be served as it is, looked at, and given to validators of HTML and accessibility.

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "gallery".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("static"))?;
    for file in gallery::files() {
        fs::write(folder.join("static").join(file.name()), file.bytes)?;
    }
    for (name, page) in gallery::gallery() {
        fs::write(folder.join(format!("{name}.html")), page.into_string())?;
    }
    Ok(())
}
