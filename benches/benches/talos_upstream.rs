//! What a full configuration of a control plane costs us and upstream's Go, in the same run: what is timed begins and ends
//! alike on both sides.
//!
//! `cargo bench -p benches --bench talos-upstream`; without Go only our side. Apart from `--bench talos`, whose allocator
//! counts what it gives.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on has failed")]

#[path = "talos/input.rs"]
mod input;

use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use conformance::{Answer, Oracle, OracleError, Program, Question};
use input::{CONFIG, MINOR, PATCH, configuration, patches, source};
use serde::Deserialize;
use talos_config::validate::{Mode, validate};
use talos_config::{Configuration, patch};

/// Talos 1.13, as `MINOR` says.
const UPSTREAM: Program = Program { directory: "talos", modfile: "go.mod" };

/// How often each work is timed; the median counts.
const SAMPLES: u32 = 25;
/// How often a sample does the work: often enough that Go's garbage collector has its share of each sample.
const REPETITIONS: u32 = 20;

/// What a kind of work took, and what it wrote last (nothing when it writes nothing).
struct Cost {
    /// One time.
    once: Duration,
    text: String,
}

/// A kind of work, by the name that the oracle has for it.
type Work<'a> = (&'static str, &'a dyn Fn() -> String);

fn main() {
    // A mere test of the benchmarks has nobody to compare with.
    if std::env::args().any(|argument| argument == "--bench") {
        write(&mut io::stdout().lock()).expect("the comparison can be printed");
    }
}

/// Writes a table: what each kind of work takes us, upstream and a bare scanner of YAML.
fn write(out: &mut dyn Write) -> io::Result<()> {
    let (source, configuration, patches) = (source(), configuration(), patches());
    let works: [Work<'_>; 4] = [
        ("decode", &|| {
            drop(black_box(Configuration::load(&source, MINOR)));
            String::new()
        }),
        ("encode", &|| configuration.encode().expect("the configuration can be written")),
        ("merge", &|| patch::apply_to(&configuration, &patches).expect("the patch fits")),
        ("validate", &|| {
            black_box(validate(&configuration, Mode::Metal));
            String::new()
        }),
    ];
    let scan = measure(&|| {
        black_box(granit_parser::Parser::new_from_str(black_box(CONFIG)).filter_map(Result::ok).count());
        String::new()
    });
    let upstream = match Oracle::start(UPSTREAM) {
        Ok(oracle) => Some(oracle),
        Err(OracleError::NoGo(error)) => {
            writeln!(out, "\n`go` could not be started ({error}): upstream is not measured")?;
            None
        }
        Err(error) => return Err(io::Error::other(error)),
    };
    writeln!(
        out,
        "\nA configuration of {} bytes, one patch of {} bytes; the middle one of {SAMPLES} samples:\n\n\
         | work | ours | MB/s | Go | MB/s | Go / ours | ours / scan |\n|---|---|---|---|---|---|---|",
        CONFIG.len(),
        PATCH.len()
    )?;
    writeln!(out, "| scan | {} | | | | |", rate(scan.once))?;
    for (name, work) in works {
        let ours = measure(work);
        let (theirs, times) = match &upstream {
            Some(oracle) => {
                let theirs = theirs(oracle, name)?;
                assert_eq!(theirs.text, ours.text, "{name}: both sides write the same");
                (rate(theirs.once), format!("{:.1}", ratio(theirs.once, ours.once)))
            }
            None => ("- | -".to_owned(), "-".to_owned()),
        };
        let scans = ratio(ours.once, scan.once);
        writeln!(out, "| {name} | {} | {theirs} | {times} | {scans:.1} |", rate(ours.once))?;
    }
    Ok(())
}

fn measure(work: &dyn Fn() -> String) -> Cost {
    let mut text = work();
    let samples = (0..SAMPLES).map(|_| {
        let start = Instant::now();
        for _ in 0..REPETITIONS {
            text = black_box(work());
        }
        start.elapsed()
    });
    let once = median(samples.collect());
    Cost { once, text }
}

/// What the oracle answers.
#[derive(Deserialize)]
struct Took {
    /// Nanoseconds of each sample.
    took: Vec<u64>,
    text: String,
}

fn theirs(oracle: &Oracle, work: &str) -> io::Result<Cost> {
    let question = Question::new("talos.cost")
        .with("config", CONFIG)
        .with("patches", vec![PATCH])
        .with("work", work)
        .with("samples", SAMPLES)
        .with("repetitions", REPETITIONS);
    match oracle.ask(&question).map_err(io::Error::other)? {
        Answer::Ok(answer) => {
            let Took { took, text } = serde_json::from_value(answer)?;
            Ok(Cost { once: median(took.into_iter().map(Duration::from_nanos).collect()), text })
        }
        answer => Err(io::Error::other(format!("upstream does not {work}: {answer:?}"))),
    }
}

/// One time, of the middle sample.
fn median(mut samples: Vec<Duration>) -> Duration {
    samples.sort_unstable();
    samples.get(samples.len() / 2).copied().unwrap_or_default() / REPETITIONS
}

fn ratio(of: Duration, to: Duration) -> f64 {
    of.as_secs_f64() / to.as_secs_f64()
}

/// Microseconds, and megabytes of the configuration in a second.
fn rate(once: Duration) -> String {
    let bytes = u32::try_from(CONFIG.len()).unwrap_or(u32::MAX);
    let speed = f64::from(bytes) / once.as_secs_f64() / 1e6;
    format!("{:.0} µs | {speed:.1}", once.as_secs_f64() * 1e6)
}
