//! The whole build script: one call.

use std::process::ExitCode;

fn main() -> ExitCode {
    cluster_model::build::generate("cluster.yaml")
}
