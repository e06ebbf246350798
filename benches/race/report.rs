//! The report as a table.

use std::fmt::Write;

use crate::Result;
use crate::machine;
use crate::race::{Heat, Results, Runs};
use crate::side::Side;
use crate::statistics::Spread;

/// The whole report in Markdown.
pub(crate) fn markdown(results: &Results<'_>) -> Result<String> {
    let mut text = String::new();
    let options = results.options;
    let sizes = options.sizes.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    writeln!(
        text,
        "# The race\n\n\
         `cargo run --release -p benches --bin race -- --sizes {sizes} --rounds {} --seconds {}`\n\n\
         On {}. Load of the machine before {}, after {} (processes that want to run; more than there are cores means \
         that wall times waited for others, on both sides).\n\n\
         Each cell is the median, with the least and the most in brackets. *Process* counts everything from the start of \
         a process to its end: reading the questions, answering each once, writing the answers. *Round* is one time \
         through all questions within a process that has answered them before, from the text of a question to the text \
         of its answer. CPU is that of all threads: Go collects its garbage beside the work. Memory is the most that a \
         process had at once, with the questions and answers in it. Before anything is measured the answers of both \
         sides are compared; the race fails if they do not mean the same.\n\n\
         The questions, and the module that answers for upstream:\n",
        options.rounds,
        options.limit.as_secs(),
        machine::description(),
        results.load[0],
        results.load[1],
    )?;
    for (contest, version) in &results.contests {
        writeln!(text, "- **{}** ({version}): {}", contest.title, contest.note)?;
    }
    writeln!(
        text,
        "\nNot in the race: talhelper, of which no release could be had from the module proxy; `talosctl` and `omnictl` \
         themselves, whose work is asked of the modules that they are made of."
    )?;
    for (contest, _) in &results.contests {
        writeln!(
            text,
            "\n## {}\n\n\
             | machines | counted | wall, upstream | wall, ours | upstream ÷ ours | CPU, upstream | CPU, ours | \
             memory, upstream | memory, ours |\n\
             |--:|---|--:|--:|--:|--:|--:|--:|--:|",
            contest.title
        )?;
        for heat in results.heats.iter().filter(|heat| heat.contest == contest.name) {
            rows(&mut text, heat)?;
        }
    }
    Ok(text)
}

fn rows(text: &mut String, heat: &Heat) -> Result<()> {
    let of = |pick: &dyn Fn(&Runs) -> Vec<u64>| {
        Side::BOTH.map(|side| {
            let runs = heat.runs.iter().find(|runs| runs.side == side);
            runs.and_then(|runs| Spread::of(pick(runs)))
        })
    };
    let each =
        |runs: &Runs, pick: fn(&crate::measure::Taken) -> u64| runs.processes.iter().map(pick).collect();
    let processes = (
        of(&|runs| each(runs, |taken| taken.wall)),
        of(&|runs| each(runs, |taken| taken.cpu)),
        of(&|runs| each(runs, |taken| taken.peak)),
    );
    let rounds = (
        of(&|runs| runs.rounds.iter().map(|round| round.wall).collect()),
        of(&|runs| runs.rounds.iter().map(|round| round.cpu).collect()),
        [None; 2],
    );
    let skipped = Side::BOTH.map(|side| {
        let of_side = heat.skipped.iter().find(|(skipped, _)| *skipped == side);
        of_side.map(|(_, why)| format!("skipped: {why}"))
    });
    for (name, (wall, cpu, memory)) in [("process", processes), ("round", rounds)] {
        let [theirs, ours] = wall.map(|spread| cell(spread, duration));
        let [their_cpu, our_cpu] = cpu.map(|spread| cell(spread, duration));
        let [their_memory, our_memory] = memory.map(|spread| cell(spread, bytes));
        let [their_excuse, our_excuse] = skipped.clone();
        writeln!(
            text,
            "| {} | {name} | {} | {} | {} | {their_cpu} | {our_cpu} | {their_memory} | {our_memory} |",
            thousands(heat.machines),
            their_excuse.unwrap_or(theirs),
            our_excuse.unwrap_or(ours),
            ratio(wall),
        )?;
    }
    Ok(())
}

fn cell(spread: Option<Spread>, unit: fn(u64) -> String) -> String {
    match spread {
        Some(Spread { median, count: 1, .. }) => format!("{} (once)", unit(median)),
        Some(spread) => format!("{} ({}–{})", unit(spread.median), unit(spread.least), unit(spread.most)),
        None => String::new(),
    }
}

/// How many times as long upstream takes, of the medians.
fn ratio(wall: [Option<Spread>; 2]) -> String {
    match wall {
        [Some(theirs), Some(ours)] => format!("{:.1}", seconds(theirs.median) / seconds(ours.median.max(1))),
        _ => String::new(),
    }
}

/// Nanoseconds with three digits that count.
pub(crate) fn duration(nanoseconds: u64) -> String {
    let (value, unit) = match nanoseconds {
        0..1_000_000 => (seconds(nanoseconds) * 1e6, "µs"),
        1_000_000..1_000_000_000 => (seconds(nanoseconds) * 1e3, "ms"),
        _ => (seconds(nanoseconds), "s"),
    };
    format!("{} {unit}", digits(value))
}

fn bytes(bytes: u64) -> String {
    // In tenths of a MB, so that nothing is lost on the way to a float.
    let tenths = u32::try_from(bytes / 100_000).unwrap_or(u32::MAX);
    format!("{} MB", digits(f64::from(tenths) / 10.0))
}

fn digits(value: f64) -> String {
    match value {
        value if value < 10.0 => format!("{value:.2}"),
        value if value < 100.0 => format!("{value:.1}"),
        value => format!("{value:.0}"),
    }
}

pub(crate) fn seconds(nanoseconds: u64) -> f64 {
    std::time::Duration::from_nanos(nanoseconds).as_secs_f64()
}

/// A number with its thousands apart.
pub(crate) fn thousands(number: u32) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}
