//! What a full configuration of a control plane costs: reading, writing, patching and validating it, beside what the
//! scanner of YAML alone needs for the same text.
//!
//! `cargo bench -p benches --bench talos`; where Go is installed, upstream's own code does the same work in the same run.
//! On two cores with little else to do, without link-time optimisation (26 November 2026):
//!
//! ```text
//! work       ours                 Go                   Go / ours   ours / scan
//! scan       202 µs  65.7 MB/s
//! decode     404 µs  32.8 MB/s    1317 µs  10.1 MB/s   3.3         2.0
//! encode     247 µs  53.7 MB/s     875 µs  15.1 MB/s   3.5         1.2
//! merge      283 µs  46.8 MB/s     960 µs  13.8 MB/s   3.4         1.4
//! validate    19 µs   716 MB/s      12 µs  1144 MB/s   0.6         0.1
//! ```
//!
//! That is not yet the tenfold that is wanted: half of reading is the scanner. Whole programs differ more, because Go's
//! needs longer to start and to collect its garbage (`cargo run --release -p benches --bin race -- talos-merge`).

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on has failed")]

#[path = "talos/beside.rs"]
mod beside;

use std::io;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use manifest::{Source, yaml};
use talos_config::validate::{Mode, validate};
use talos_config::{Configuration, Minor, Patch, patch};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const MINOR: Minor = Minor::V1_13;

const CONFIG: &str = include_str!("talos/controlplane.yaml");
const PATCH: &str = include_str!("talos/patch.yaml");

fn main() {
    divan::main();
    // A mere test of the benchmarks has nobody to compare with.
    if std::env::args().any(|argument| argument == "--bench") {
        beside::write(&mut io::stdout().lock()).expect("the comparison can be printed");
    }
}

fn source() -> Source {
    Source::new("controlplane.yaml", CONFIG)
}

fn configuration() -> Configuration {
    Configuration::load(&source(), MINOR).value.expect("the configuration is a right one")
}

fn patches() -> Vec<Patch> {
    vec![Patch::load(&Source::new("patch.yaml", PATCH), MINOR).value.expect("the patch is a right one")]
}

/// The floor: every event of the text, and nothing made of them.
#[divan::bench]
fn scan(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::of_str(CONFIG))
        .bench(|| granit_parser::Parser::new_from_str(black_box(CONFIG)).filter_map(Result::ok).count());
}

/// The tree with places, before anything is known about Talos.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let source = source();
    bencher.counter(BytesCount::of_str(CONFIG)).bench_local(|| yaml::parse(black_box(&source)));
}

#[divan::bench]
fn decode(bencher: Bencher<'_, '_>) {
    let source = source();
    bencher
        .counter(BytesCount::of_str(CONFIG))
        .bench_local(|| Configuration::load(black_box(&source), MINOR).value.is_some());
}

#[divan::bench]
fn encode(bencher: Bencher<'_, '_>) {
    let configuration = configuration();
    bencher
        .counter(BytesCount::of_str(CONFIG))
        .bench_local(|| black_box(&configuration).encode().map(|text| text.len()).ok());
}

/// One patch of a loaded configuration, written afterwards.
#[divan::bench]
fn merge(bencher: Bencher<'_, '_>) {
    let (configuration, patches) = (configuration(), patches());
    bencher.bench_local(|| patch::apply_to(black_box(&configuration), &patches).map(|text| text.len()).ok());
}

/// From text to text, as the command line does it.
#[divan::bench]
fn patch_text(bencher: Bencher<'_, '_>) {
    let (source, patches) = (source(), patches());
    bencher
        .counter(BytesCount::of_str(CONFIG))
        .bench_local(|| patch::apply(black_box(&source), &patches, MINOR).map(|text| text.len()).ok());
}

#[divan::bench]
fn validated(bencher: Bencher<'_, '_>) {
    let configuration = configuration();
    bencher
        .counter(BytesCount::of_str(CONFIG))
        .bench_local(|| validate(black_box(&configuration), Mode::Metal).len());
}
