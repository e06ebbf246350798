//! Builds the cluster `frank` in Rust, checks it and writes every artifact.
//!
//! ```sh
//! cargo run --example frank                 # into target/frank
//! cargo run --example frank -- some/where   # into some/where
//! ```
//!
//! `frank generate examples/frank/cluster.yaml -o target/frank` gives the same files, byte for byte.

mod cluster;

use std::path::PathBuf;
use std::{env, fs};

#[expect(clippy::print_stdout, reason = "a program for people")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let target = env::args_os().nth(1).map_or_else(|| PathBuf::from("target/frank"), PathBuf::from);
    let cluster = cluster::frank()?;
    let artifacts = cluster.artifacts()?;
    for artifact in &artifacts {
        let path = target.join(&artifact.path);
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::write(&path, &artifact.text)?;
        println!("{}", path.display());
    }
    let machines = cluster.spec().nodes.len();
    println!(
        "{} artifacts for {machines} machines; begin with {}",
        artifacts.len(),
        target.join("ROLLOUT.md").display()
    );
    Ok(())
}
