//! What the race ran on.

use std::fs;
use std::thread;

/// Processor, cores and memory, for the head of the report; what the system does not tell is left out.
pub(crate) fn description() -> String {
    let read = |path: &str, key: &str| {
        let text = fs::read_to_string(path).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix(key))?;
        Some(line.trim_start_matches(['\t', ' ', ':']).to_owned())
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut parts = Vec::new();
    parts.extend(read("/proc/cpuinfo", "model name"));
    parts.push(format!("{cores} cores"));
    parts.extend(read("/proc/meminfo", "MemTotal").map(|memory| format!("{memory} of memory")));
    parts.join(", ")
}

/// How many processes wanted to run during the last minute, as Linux counts it: more than there are cores means that
/// wall times waited for others.
pub(crate) fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().next().unwrap_or("unknown").to_owned()
}
