//! Expressions in the Common Expression Language, checked as Talos checks them.
//!
//! Talos parses an expression and works out its types when it validates the document that holds it (`pkg/machinery/cel`
//! over cel-go). What may be named differs by place and by minor: that is `generated/expressions.tsv`, asked from
//! upstream's own environments. Nothing is evaluated here.
//!
//! The syntax is read by our own parser: the one published for Rust overflows the stack on a hundred nested
//! parentheses, knows none of cel-go's limits, and leaves the minors' differences out.

mod assign;
mod check;
mod fault;
mod fold;
mod lexer;
mod literal;
mod logic;
mod names;
mod node;
mod parser;
mod types;

pub use fault::Fault;

use self::check::Checker;
use self::fault::Faults;
use self::names::Names;
use self::parser::Parser;
use self::types::Type;
use crate::version::Minor;

/// Where an expression stands, and so what it may name and what it must be (`pkg/machinery/cel/celenv`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Environment {
    /// `diskSelector.match`: a bool over `disk` and `system_disk` (`celenv.DiskLocator`).
    Disk,
    /// `volumeSelector.match`: a bool over `volume` and, since 1.11, `disk` (`celenv.VolumeLocator`).
    Volume,
    /// `selector.match` of a `LinkAliasConfig`: a bool over `link` (`celenv.LinkLocator`).
    Link,
    /// `triggerExpression` of an `OOMConfig`: a bool over the pressure on memory (`celenv.OOMTrigger`).
    Trigger,
    /// `cgroupRankingExpression` of an `OOMConfig`: a double over one cgroup (`celenv.OOMCgroupScoring`).
    Scoring,
}

/// What is wrong with an expression where it stands, in the order of the text; nothing where Talos takes it.
///
/// ```
/// use talos_config::Minor;
/// use talos_config::expression::{Environment, check};
///
/// assert!(check("disk.size > 10u * GiB", Environment::Disk, Minor::V1_13).is_empty());
/// let faults = check("disk.sise > 10u", Environment::Disk, Minor::V1_13);
/// assert_eq!(faults[0].to_string(), "undefined field 'sise'");
/// assert_eq!((faults[0].line, faults[0].column), (1, 5));
/// ```
#[must_use]
pub fn check(text: &str, environment: Environment, minor: Minor) -> Vec<Fault> {
    let names = Names::of(environment, minor);
    let mut faults = Faults::new(text);
    let Some((tree, root)) = Parser::new(text, names, &mut faults).parse() else {
        return faults.in_order();
    };
    let mut checker = Checker::new(&tree, names, &mut faults);
    let found = checker.output(root);
    if faults.is_empty() {
        let wanted = if environment == Environment::Scoring { Type::Double } else { Type::Bool };
        if !found.is(&wanted) {
            let found = found.output_name();
            faults.whole(format!("expression output type is {found}, expected {}", wanted.output_name()));
        }
    }
    faults.in_order()
}
