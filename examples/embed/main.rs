//! A program that makes and checks a cluster of its own, and shows what is wrong: `cargo run --example embed`.

use cluster_model::{Cluster, MachineBuilder};
use manifest::report::{Human, Report, human};

#[expect(clippy::print_stdout, reason = "a program for people")]
fn main() {
    let cluster = Cluster::builder("lab")
        .versions("1.12.6", "1.35.3", "1.17.0")
        .subnet("192.168.1.0/24")
        .required_label("zone", ["core", "edge"])
        .machine(
            MachineBuilder::control_plane("cp-1", "11111111-1111-4111-8111-111111111111", "192.168.1.11")
                .label("zone", "core"),
        )
        // Two mistakes: an address outside of the subnet, and a zone with a typing error.
        .machine(
            MachineBuilder::worker("worker-1", "44444444-4444-4444-8444-444444444444", "192.168.7.21")
                .label("zone", "egde"),
        )
        .build();
    match cluster {
        Ok(cluster) => println!("`{}` has {} machines", cluster.spec().name, cluster.spec().nodes.len()),
        // Everything that is wrong, at once.
        Err(invalid) => println!("{}", human(&Report::new(invalid.findings, []), &Human::default())),
    }
}
