//! The benchmarks are targets of this package: `cargo bench -p benches`. What they measure with is here.

use std::fs;
use std::time::{Duration, Instant};

/// What a step results in, and how long it took.
pub fn timed<T>(step: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    let result = step();
    (result, begin.elapsed())
}

/// A duration in milliseconds, for people.
#[must_use]
pub fn shown(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1000.0)
}

/// The most memory of this process that was ever resident, in KiB; 0 where the system does not say.
#[must_use]
pub fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
