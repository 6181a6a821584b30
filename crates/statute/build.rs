//! Rebuilds the crate when a file in the folder `law/` comes, goes or changes.

#![expect(clippy::print_stdout, reason = "a build script speaks to cargo on standard output")]

fn main() {
    println!("cargo:rerun-if-changed=../../law");
}
