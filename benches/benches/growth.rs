//! How cost grows with the size of a cluster, from 7 to 100,000 machines: time of each step and peak memory.
//!
//! `cargo bench -p benches --bench growth`; `-- 7 1000` measures these sizes only. Each size is measured in a process of
//! its own, so that the peak is its own: `VmHWM` of Linux, the most memory that was ever resident.
//!
//! On two cores that were shared with other work, so that the times are upper bounds (26 November 2026); the 10,000 machines
//! took 0.5 s and 0.45 s when less was going on, and the 100,000 took 5.7 s of processor time in all, with what makes the
//! fleet:
//!
//! ```text
//! machines  spec, bytes        check     generate       peak    read back     one edit
//!        7         2547       6.5 ms       0.3 ms     13 MiB      18.9 ms      14.2 ms
//!      100        21855      17.0 ms       1.4 ms     13 MiB     111.4 ms      83.5 ms
//!     1000       209382      26.9 ms      15.6 ms     21 MiB    4600.3 ms    3173.2 ms
//!    10000      2111136    1314.8 ms    1271.8 ms    103 MiB   53667.3 ms    7257.8 ms
//!   100000     21188354   10875.4 ms   32605.1 ms    901 MiB
//! ```
//!
//! What is read back is a repository in which each machine has patches of its own, so that nothing is shared. Since the table
//! was taken, an edit runs the rules again on what it changed only; on the same busy machine within the same quarter of an hour
//! that took it from 128 ms to 81 ms with 1,000 machines and from 552 ms to 250 ms with 3,000, and less is done since. With
//! 20,000, 60,000 and 100,000 machines the whole program took 1.4 s, 5.6 s and 8.6 s of processor time and at most 195, 558 and
//! 903 MiB. The table is older than the memory of a repository, by which an edit parses and merges only what it
//! concerns: with 100 machines an edit and its check now take 212 million instructions where they took 1,860 million (callgrind,
//! a build without optimisation). Two rows were taken again, the machine still busy and without link-time optimisation:
//!
//! ```text
//!        7         2547       1.3 ms       0.2 ms     14 MiB      16.1 ms       7.2 ms
//!    10000      2111136     382.3 ms     181.3 ms    104 MiB    7319.9 ms    3748.5 ms
//! ```

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
