//! What a full configuration of a control plane costs: reading, writing, patching and validating it, in time and in
//! allocations, beside what a scanner of YAML alone needs for the same text.
//!
//! `cargo bench -p benches --bench talos`. Upstream's own code at the same work: `--bench talos-upstream`.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on has failed")]

#[path = "talos/input.rs"]
mod input;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use input::{CONFIG, MINOR, configuration, patches, source};
use manifest::yaml;
use talos_config::validate::{Mode, validate};
use talos_config::{Configuration, patch};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
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
