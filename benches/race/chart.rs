//! The report as a chart: a panel for each contest, time over machines, both in powers of ten.

use std::fmt::Write;

use crate::contest::Contest;
use crate::race::{Heat, Runs};
use crate::report::{duration, seconds, thousands};
use crate::side::Side;
use crate::statistics::Spread;

const PANEL: (f64, f64) = (420.0, 300.0);
/// Room in a panel: left, right, above, below.
const ROOM: (f64, f64, f64, f64) = (62.0, 16.0, 44.0, 36.0);
const COLUMNS: usize = 2;
const HEAD: f64 = 34.0;
/// Powers of ten of a second.
const TIMES: std::ops::RangeInclusive<i32> = -5..=2;

/// A line of a panel.
struct Line {
    side: Side,
    /// Within a process, without its start.
    is_round: bool,
    /// Machines and what they took.
    points: Vec<(u32, Spread)>,
}

/// The chart of all heats. The same measurements give the same bytes.
pub(crate) fn svg(heats: &[Heat]) -> String {
    let mut names: Vec<&str> = heats.iter().map(|heat| heat.contest).collect();
    names.dedup();
    let rows = names.len().div_ceil(COLUMNS);
    let (width, height) = (PANEL.0 * number(COLUMNS), HEAD + PANEL.1 * number(rows));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" \
         font-size=\"11\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>\n"
    );
    legend(&mut svg);
    for (index, name) in names.into_iter().enumerate() {
        let (x, y) = (PANEL.0 * number(index % COLUMNS), HEAD + PANEL.1 * number(index / COLUMNS));
        let of_contest: Vec<&Heat> = heats.iter().filter(|heat| heat.contest == name).collect();
        let title = Contest::named(name).map_or(name, |contest| contest.title);
        add(&mut svg, &format!("<g transform=\"translate({x} {y})\">"));
        panel(&mut svg, title, &of_contest);
        add(&mut svg, "</g>");
    }
    svg.push_str("</svg>\n");
    svg
}

fn legend(svg: &mut String) {
    let entries = [
        (Side::Upstream, false, "upstream, process"),
        (Side::Upstream, true, "upstream, round in a process"),
        (Side::Ours, false, "ours, process"),
        (Side::Ours, true, "ours, round in a process"),
    ];
    for (index, (side, is_round, name)) in entries.into_iter().enumerate() {
        let x = 16.0 + 205.0 * number(index);
        let style = style(side, is_round);
        add(svg, &format!("<path d=\"M{x} 18h24\" {style}/><text x=\"{}\" y=\"22\">{name}</text>", x + 30.0));
    }
}

fn panel(svg: &mut String, title: &str, heats: &[&Heat]) {
    let right = PANEL.0 - ROOM.1;
    add(svg, &format!("<text x=\"{}\" y=\"24\" font-weight=\"bold\">{title}</text>", ROOM.0));
    let sizes: Vec<u32> = heats.iter().map(|heat| heat.machines).collect();
    for power in TIMES {
        let y = height_of(10_f64.powi(power));
        let label = match power {
            ..-3 => format!("{} µs", 10_u32.pow(power.abs_diff(-6))),
            -3..0 => format!("{} ms", 10_u32.pow(power.abs_diff(-3))),
            _ => format!("{} s", 10_u32.pow(power.unsigned_abs())),
        };
        add(svg, &format!("<path d=\"M{} {y:.1}H{right}\" stroke=\"#ddd\"/>", ROOM.0));
        let (x, y) = (ROOM.0 - 6.0, y + 4.0);
        add(svg, &format!("<text x=\"{x}\" y=\"{y:.1}\" text-anchor=\"end\">{label}</text>"));
    }
    for &machines in &sizes {
        let (x, y) = (place_of(machines, &sizes), PANEL.1 - ROOM.3 + 16.0);
        let label = thousands(machines);
        add(svg, &format!("<text x=\"{x:.1}\" y=\"{y}\" text-anchor=\"middle\">{label}</text>"));
    }
    for line in lines(heats) {
        draw(svg, &line, &sizes);
    }
}

fn lines(heats: &[&Heat]) -> Vec<Line> {
    let mut lines = Vec::new();
    for side in Side::BOTH {
        for is_round in [false, true] {
            let walls = |runs: &Runs| {
                if is_round {
                    Spread::of(runs.rounds.iter().map(|round| round.wall))
                } else {
                    Spread::of(runs.processes.iter().map(|taken| taken.wall))
                }
            };
            let points = heats.iter().filter_map(|heat| {
                let runs = heat.runs.iter().find(|runs| runs.side == side)?;
                Some((heat.machines, walls(runs)?))
            });
            lines.push(Line { side, is_round, points: points.collect() });
        }
    }
    lines
}

/// The medians as a line, the extremes as a bar at each of them, the words when the mouse rests on one.
fn draw(svg: &mut String, line: &Line, sizes: &[u32]) {
    let style = style(line.side, line.is_round);
    let mut path = String::new();
    for (index, (machines, spread)) in line.points.iter().enumerate() {
        let (x, y) = (place_of(*machines, sizes), height_of(seconds(spread.median)));
        let (top, bottom) = (height_of(seconds(spread.most)), height_of(seconds(spread.least)));
        let step = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{step}{x:.1} {y:.1}");
        let words = format!(
            "{}, {} machines: {} ({}–{})",
            line.side.name(),
            thousands(*machines),
            duration(spread.median),
            duration(spread.least),
            duration(spread.most)
        );
        let color = color(line.side);
        add(
            svg,
            &format!(
                "<path d=\"M{x:.1} {bottom:.1}V{top:.1}\" stroke=\"{color}\" stroke-width=\"4\" opacity=\"0.35\"/>\
                 <circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{color}\"><title>{words}</title></circle>"
            ),
        );
    }
    add(svg, &format!("<path d=\"{path}\" {style}/>"));
}

fn style(side: Side, is_round: bool) -> String {
    let dashes = if is_round { " stroke-dasharray=\"5 4\"" } else { "" };
    format!("fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{dashes}", color(side))
}

fn color(side: Side) -> &'static str {
    match side {
        Side::Upstream => "#c2571a",
        Side::Ours => "#1f6fb2",
    }
}

/// Where so many machines stand, by their logarithm.
fn place_of(machines: u32, sizes: &[u32]) -> f64 {
    let logarithm = |machines: u32| f64::from(machines.max(1)).log10();
    let least = sizes.iter().copied().min().map_or(0.0, logarithm);
    let most = sizes.iter().copied().max().map_or(1.0, logarithm);
    let share = if most > least { (logarithm(machines) - least) / (most - least) } else { 0.5 };
    ROOM.0 + 24.0 + share * (PANEL.0 - ROOM.0 - ROOM.1 - 48.0)
}

/// Where so many seconds stand, by their logarithm; what is off the scale stands at its end.
fn height_of(seconds: f64) -> f64 {
    let (least, most) = (f64::from(*TIMES.start()), f64::from(*TIMES.end()));
    let share = ((seconds.max(1e-9).log10() - least) / (most - least)).clamp(0.0, 1.0);
    PANEL.1 - ROOM.3 - share * (PANEL.1 - ROOM.2 - ROOM.3)
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn add(svg: &mut String, element: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(svg, "{element}");
}
