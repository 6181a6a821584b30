//! Rebuilds the crate when a file in the folder `law/` comes, goes or changes.

fn main() {
    println!("cargo:rerun-if-changed=../../law");
}
