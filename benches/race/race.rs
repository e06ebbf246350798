//! The course of a race.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::Serialize;

use crate::arguments::Options;
use crate::contest::Contest;
use crate::measure::Taken;
use crate::side::{Side, Sides, answers, questions};
use crate::work::Round;
use crate::{Result, chart, machine, report};

/// What one side took for one size of one contest.
#[derive(Debug, Serialize)]
pub(crate) struct Runs {
    pub(crate) side: Side,
    /// Whole processes, each with one round: their start and the files are counted.
    pub(crate) processes: Vec<Taken>,
    /// Rounds within one process that had answered everything once before.
    pub(crate) rounds: Vec<Round>,
}

/// One size of one contest.
#[derive(Debug, Serialize)]
pub(crate) struct Heat {
    pub(crate) contest: &'static str,
    pub(crate) machines: u32,
    pub(crate) questions: usize,
    /// Who was left out, and why: its last size lets expect more than the limit.
    pub(crate) skipped: Vec<(Side, String)>,
    pub(crate) runs: Vec<Runs>,
}

/// Everything that is reported.
pub(crate) struct Results<'o> {
    pub(crate) options: &'o Options,
    /// The load of the machine before and after.
    pub(crate) load: [String; 2],
    /// Each contest with upstream's version.
    pub(crate) contests: Vec<(&'static Contest, String)>,
    pub(crate) heats: Vec<Heat>,
}

/// Runs every contest and writes the report. Fails when two sides do not answer the same.
pub(crate) fn race(options: &Options, out: &mut impl Write) -> Result<()> {
    let mut results =
        Results { options, load: [machine::load(), String::new()], contests: Vec::new(), heats: Vec::new() };
    for contest in options.contests.iter().copied() {
        let sides = Sides::of(contest)?;
        results.contests.push((contest, sides.version.clone()));
        let mut expected = [Expectation::default(); 2];
        for &machines in &options.sizes {
            let heat = heat(contest, &sides, machines, options, &mut expected)?;
            writeln!(out, "{}, {machines} machines: the answers are the same", contest.name)?;
            out.flush()?;
            results.heats.push(heat);
        }
    }
    results.load[1] = machine::load();
    fs::create_dir_all(&options.out)?;
    let table = report::markdown(&results)?;
    fs::write(options.out.join("report.md"), &table)?;
    fs::write(options.out.join("chart.svg"), chart::svg(&results.heats))?;
    fs::write(options.out.join("samples.json"), serde_json::to_string_pretty(&results.heats)? + "\n")?;
    writeln!(out, "\n{table}\nwritten to {}", options.out.display())?;
    Ok(())
}

fn heat(
    contest: &'static Contest,
    sides: &Sides,
    machines: u32,
    options: &Options,
    expected: &mut [Expectation; 2],
) -> Result<Heat> {
    let directory = options.out.join("inputs").join(format!("{}-{machines}", contest.name));
    let this = std::env::current_exe()?;
    fs::create_dir_all(&directory)?;
    let directory: PathBuf = directory.canonicalize()?;
    run(Command::new(&this).args(["make", contest.name, &machines.to_string()]).arg(&directory))?;
    let mut heat = Heat {
        contest: contest.name,
        machines,
        questions: fs::read_to_string(questions(&directory))?.lines().count(),
        skipped: Vec::new(),
        runs: Vec::new(),
    };

    // The first process of each side is not measured: it fills the caches of the system, and is judged.
    for (side, expectation) in Side::BOTH.into_iter().zip(expected.iter_mut()) {
        let work = expectation.at(machines);
        if work > options.limit {
            heat.skipped.push((side, format!("about {} s of CPU a round", work.as_secs())));
            continue;
        }
        let (_, rounds) = sides.run(side, 1, &directory)?;
        let cpu = rounds.iter().map(|round| round.cpu).max().unwrap_or_default();
        *expectation = Expectation { machines, took: Duration::from_nanos(cpu) };
        heat.runs.push(Runs { side, processes: Vec::new(), rounds: Vec::new() });
    }
    if heat.skipped.is_empty() {
        let [theirs, ours] = Side::BOTH.map(|side| answers(&directory, side));
        let mut judge = Command::new(&this);
        run(judge.args(["judge", contest.name]).args([questions(&directory), theirs, ours]))?;
    }

    // The sides take turns, so that what else the machine does hits both.
    for turn in 0..options.rounds {
        for runs in &mut heat.runs {
            let spent: u64 = runs.processes.iter().map(|taken| taken.cpu).sum();
            if turn == 0 || Duration::from_nanos(spent) < options.limit {
                runs.processes.push(sides.run(runs.side, 1, &directory)?.0);
            }
        }
    }
    for runs in &mut heat.runs {
        let once = runs.processes.iter().map(|taken| taken.cpu).min().unwrap_or(1).max(1);
        let rounds = usize::try_from(options.limit.as_nanos() / u128::from(once))?.clamp(1, options.rounds);
        let (_, all) = sides.run(runs.side, rounds + 1, &directory)?;
        runs.rounds.extend(all.into_iter().skip(1));
    }
    clear(&directory)?;
    Ok(heat)
}

/// The work of a side's last round, to guess that of a greater size.
#[derive(Clone, Copy, Debug, Default)]
struct Expectation {
    machines: u32,
    took: Duration,
}

impl Expectation {
    /// In proportion, which is what a side that does its work in order takes; nothing before the first size.
    fn at(self, machines: u32) -> Duration {
        if self.machines == 0 { Duration::ZERO } else { self.took * machines / self.machines }
    }
}

fn run(command: &mut Command) -> Result<()> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
}

/// Takes away what a fleet of ten thousand machines leaves behind, which is a lot.
fn clear(directory: &Path) -> Result<()> {
    Ok(fs::remove_dir_all(directory)?)
}
