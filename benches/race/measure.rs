//! What a process takes: wall time, CPU time, peak memory.
//!
//! The system keeps the peak of a child only as the highest of all children, so that each process that is measured has
//! a parent of its own: this program again, which starts it, waits for it and says what it took.

use std::env;
use std::process::Command;
use std::time::{Duration, Instant};

use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike};
use serde::{Deserialize, Serialize};

use crate::Result;

/// What a process took, from its start to its end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Taken {
    /// Nanoseconds until it had ended.
    pub(crate) wall: u64,
    /// Nanoseconds that its threads worked, for itself and in the system.
    pub(crate) cpu: u64,
    /// The most memory that it had at once, in bytes.
    pub(crate) peak: u64,
    /// What it printed.
    pub(crate) said: String,
}

/// Starts a program in a process of its own and waits for it. Fails if the program fails, with what it said.
pub(crate) fn measured(command: &[String]) -> Result<Taken> {
    let output = Command::new(env::current_exe()?).arg("measure").args(command).output()?;
    if !output.status.success() {
        return Err(format!("{}: {}", command.join(" "), String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The process in between: starts the program, and prints what it took as JSON.
#[expect(clippy::print_stdout, reason = "the parent reads it")]
pub(crate) fn child(program: &str, arguments: &[&str]) -> Result<()> {
    let start = Instant::now();
    let output = Command::new(program).args(arguments).output()?;
    let wall = nanoseconds(start.elapsed());
    if !output.status.success() {
        return Err(format!("{}\n{}", output.status, String::from_utf8_lossy(&output.stderr)).into());
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    // Linux counts the peak in KiB.
    let peak = u64::try_from(usage.max_rss())? * 1024;
    let taken = Taken { wall, cpu: worked(&usage), peak, said: String::from_utf8(output.stdout)? };
    println!("{}", serde_json::to_string(&taken)?);
    Ok(())
}

/// CPU time of this process so far, in nanoseconds.
pub(crate) fn worked_so_far() -> Result<u64> {
    Ok(worked(&getrusage(UsageWho::RUSAGE_SELF)?))
}

pub(crate) fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

fn worked(usage: &Usage) -> u64 {
    let nanoseconds = |time: TimeVal| u64::try_from(time.num_microseconds()).unwrap_or_default() * 1_000;
    nanoseconds(usage.user_time()) + nanoseconds(usage.system_time())
}
