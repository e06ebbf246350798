//! What a cluster of 7, 1,000 and 10,000 machines costs: reading, checking, generating, and the memory of each.
//!
//! `cargo bench -p benches --bench fleet`; the column `max alloc` is the peak of what a step holds at once.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a benchmark that cannot go on has failed")]

use cluster_model::fleet::fleet;
use cluster_model::{Cluster, Source, check};
use divan::{AllocProfiler, Bencher};
use manifest::yaml::{self, Layout};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const SIZES: [u32; 3] = [7, 1_000, 10_000];
const SEED: u64 = 20_260_101;

fn main() {
    divan::main();
}

fn cluster(machines: u32) -> Cluster {
    fleet(machines, SEED).expect("a fleet has no errors")
}

/// The `cluster.yaml` of a fleet.
fn text(machines: u32) -> Source {
    let text = yaml::to_string(cluster(machines).spec(), &Layout::default()).expect("a spec can be written");
    Source::new("cluster.yaml", text)
}

/// From the text of a `cluster.yaml` to a checked cluster.
#[divan::bench(args = SIZES, sample_count = 10)]
fn read_and_check(bencher: Bencher<'_, '_>, machines: u32) {
    let source = text(machines);
    bencher
        .counter(divan::counter::BytesCount::of_str(source.text()))
        .bench_local(|| check(divan::black_box(&source)).cluster.expect("a fleet has no errors"));
}

/// From a spec in Rust to a checked cluster.
#[divan::bench(args = SIZES, sample_count = 10)]
fn check_only(bencher: Bencher<'_, '_>, machines: u32) {
    let spec = cluster(machines).spec().clone();
    bencher
        .with_inputs(|| spec.clone())
        .bench_local_values(|spec| Cluster::new(spec).expect("a fleet has no errors"));
}

/// From a checked cluster to the texts of all artifacts.
#[divan::bench(args = SIZES, sample_count = 10)]
fn generate(bencher: Bencher<'_, '_>, machines: u32) {
    let cluster = cluster(machines);
    bencher.bench_local(|| divan::black_box(&cluster).artifacts().expect("a cluster can be written"));
}
