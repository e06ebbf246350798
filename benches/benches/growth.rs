//! How cost grows with the size of a cluster, from 7 to 100,000 machines: time of each step and peak memory.
//!
//! `cargo bench -p benches --bench growth`; `-- 7 1000` measures these sizes only. Each size is measured in a process of
//! its own, so that the peak is its own: `VmHWM` of Linux, the most memory that was ever resident.
//!
//! Processor time as the scheduler counts it (`/proc/self/schedstat`), and the peak, the best of several runs on two cores
//! that other work kept busy (27 November 2026, `opt-level = 2`, without link-time optimisation). The fleet is made in the
//! same process, as here:
//!
//! ```text
//! machines        check     generate         both       peak
//!     1000         6 ms         7 ms        13 ms     21 MiB
//!    10000        75 ms        81 ms       156 ms     78 MiB
//!   100000       951 ms       911 ms      1862 ms    630 MiB
//! ```
//!
//! The instructions are linear: 56,000 to check a machine and 86,000 to generate what belongs to it, and 30 million once. Ten
//! times the machines take twelve times the time here, where a fleet of 10,000 gets the memory that making it has left behind,
//! and eleven times where the text is read in a process of its own; what is more than ten is memory that no cache holds.
//!
//! One edit and the check after it, in millions of instructions, from the difference between runs that made few and many of
//! them (27 November 2026, `opt-level = 2`, without link-time optimisation, under `valgrind --tool=callgrind`):
//!
//! ```text
//! machines     a comment    own patch   wide patch     template
//!        7          2.2          2.2          5.1          1.5
//!      100          2.9          2.9         50.2         17.6
//!     1000          9.5          9.6        479.6        177.1
//! ```
//!
//! The edits are those below, and a comment in the patch of one machine. With 100 machines the wide patch took 10 to 13 ms of
//! processor time while others used the machine, where 133 million instructions had taken 21 to 23 ms in the same hour. A
//! wide patch and a template are looked at on all processors, so that by the clock of an idle machine it is less.
//!
//! What is read back is a repository in which each machine has patches of its own, so that nothing is shared: a patch that
//! all of them get is merged anew for each, and the rules are run on each of the results. Of the half a million instructions
//! for each machine, 72,000 write the configuration, 73,000 read what was written, 75,000 are Talos' validation, 90,000 the
//! rules, 52,000 the merge, and 44,000 the places of labels and addresses. The template repeats all patches, so that one of
//! a thousand machines is long to read.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark for people that cannot go on has failed"
)]

use std::env;
use std::fmt::Write as _;
use std::process::Command;
use std::time::Duration;

use benches::{peak, shown, timed};
use cluster_model::fleet::fleet;
use cluster_model::import::Repository;
use cluster_model::{Cluster, Source, check};
use manifest::yaml::{self, Layout};

const SIZES: [&str; 5] = ["7", "100", "1000", "10000", "100000"];
const SEED: u64 = 20_260_101;
/// The largest fleet whose artifacts are read back as a repository.
const READ_BACK: u32 = 10_000;
/// How often each edit is made or undone; an even number, so that all is as it was afterwards.
const EDITS: usize = 10;

fn main() {
    // Cargo passes `--bench` on.
    let mut arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.first().is_some_and(|first| first == "--one") {
        let machines = arguments.pop().and_then(|size| size.parse().ok()).expect("a size");
        return measure(machines);
    }
    if arguments.is_empty() {
        arguments = SIZES.map(str::to_owned).to_vec();
    }
    println!(
        "{:>8} {:>12} {:>12} {:>12} {:>12} {:>10} {:>12} {:>12} {:>12} {:>12}",
        "machines",
        "spec, bytes",
        "check",
        "generate",
        "both",
        "peak",
        "read back",
        "own patch",
        "wide patch",
        "template"
    );
    let program = env::current_exe().expect("this program");
    for size in arguments {
        let output = Command::new(&program).args(["--one", &size]).output().expect("this program runs");
        print!("{}", String::from_utf8_lossy(&output.stdout));
    }
}

/// Measures one size and prints a line.
fn measure(machines: u32) {
    let spec = fleet(machines, SEED).expect("a fleet has no errors").spec().clone();
    let text = yaml::to_string(&spec, &Layout::default()).expect("a spec can be written");
    drop(spec);
    let source = Source::new("cluster.yaml", text);
    let (checked, check_time) = timed(|| check(&source).cluster.expect("a fleet has no errors"));
    let (artifacts, generate_time) = timed(|| checked.artifacts().expect("a cluster can be written"));
    let peak = peak();
    let mut line = format!(
        "{machines:>8} {:>12} {:>12} {:>12} {:>12} {:>6} MiB",
        source.text().len(),
        shown(check_time),
        shown(generate_time),
        shown(check_time + generate_time),
        peak / 1024
    );
    if machines <= READ_BACK {
        let files: Vec<(String, Vec<u8>)> =
            artifacts.into_iter().map(|artifact| (artifact.path, artifact.text.into_bytes())).collect();
        drop::<Cluster>(checked);
        let (mut repository, read_time) = timed(|| {
            let repository = Repository::read(files.clone());
            assert!(repository.check().is_empty());
            repository
        });
        let _ = write!(line, " {:>12}", shown(read_time));
        for edit in [OWN, WIDE, TEMPLATE] {
            let _ = write!(line, " {:>12}", shown(edit.measure(&mut repository, &files)));
        }
    }
    println!("{line}");
}

/// A change to one file of the repository.
struct Edit {
    /// Part of the path of the file.
    path: &'static str,
    /// What stands there, and what it becomes.
    texts: [&'static str; 2],
}

/// Another label in the patch of one machine.
const OWN: Edit = Edit { path: "03-labels", texts: ["tier: standard", "tier: low-power"] };
/// Another resolver in the patch that every machine gets.
const WIDE: Edit = Edit { path: "02-cluster-wide-nameservers", texts: ["10.0.0.3", "10.0.0.4"] };
/// A comment near the beginning of the template, so that all that it says of machines stands a line lower.
const TEMPLATE: Edit =
    Edit { path: "cluster-template", texts: ["kind: Cluster\n", "kind: Cluster\n# edited\n"] };

impl Edit {
    /// The median time of making or undoing it, each with the check after it.
    fn measure(&self, repository: &mut Repository, files: &[(String, Vec<u8>)]) -> Duration {
        let (path, bytes) = files.iter().find(|(path, _)| path.contains(self.path)).expect("a file");
        let text = std::str::from_utf8(bytes).expect("a text");
        let [before, after] = self.texts;
        let edited = text.replacen(before, after, 1).into_bytes();
        assert_ne!(&edited, bytes);
        let mut times: Vec<Duration> = Vec::new();
        for number in 0..EDITS {
            let bytes = if number % 2 == 0 { &edited } else { bytes };
            let (_, time) = timed(|| {
                repository.update([(path.clone(), Some(bytes.clone()))]);
                repository.check()
            });
            times.push(time);
        }
        assert!(repository.check().is_empty());
        times.sort();
        times.swap_remove(times.len() / 2)
    }
}
