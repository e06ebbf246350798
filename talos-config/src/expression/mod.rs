//! Expressions in the Common Expression Language, checked as Talos checks them.
//!
//! Talos parses an expression and works out its types when it validates the document that holds it (`pkg/machinery/cel`
//! over cel-go). What may be named differs by place and by minor: that is `generated/expressions.tsv`, asked from
//! upstream's own environments. What an expression comes to is worked out as far as what is known decides it ([`holds`]).
//!
//! The syntax is read by our own parser: the one published for Rust overflows the stack on a hundred nested
//! parentheses, knows none of cel-go's limits, and leaves the minors' differences out.

mod assign;
mod check;
mod evaluate;
mod fault;
mod fold;
mod lexer;
mod literal;
mod logic;
mod names;
mod node;
mod parser;
mod types;

pub use evaluate::{Value, glob};
pub use fault::Fault;

use self::check::Checker;
use self::evaluate::Evaluator;
use self::fault::Faults;
use self::names::Names;
use self::node::{Id, Tree};
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
    /// `volumeSelector.match` of an array or a group of volumes: a bool over `volume`, `disk`, `volume_id` and `system_disk`;
    /// 1.14 alone has such documents (`celenv.MemberVolumeLocator`).
    Member,
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
    read(text, environment, minor).err().unwrap_or_default()
}

/// Whether an expression holds, for what is known of the things that it names (`disk.size`, `system_disk`).
///
/// Absent where that does not decide it, where the expression is no bool, and where it has faults. What is not worked
/// out is not known either: macros, maps, messages, bytes, times and regular expressions.
///
/// ```
/// use talos_config::Minor;
/// use talos_config::expression::{Environment, Value, holds};
///
/// let disk = |name: &str| match name {
///     "disk.size" => Some(Value::Uint(500_107_862_016)),
///     "disk.model" => Some(Value::Text("Samsung SSD 970".to_owned())),
///     _ => None,
/// };
/// let holds = |text: &str| holds(text, Environment::Disk, Minor::V1_13, &disk);
/// assert_eq!(holds("disk.size > 400u * GB && glob('Samsung*', disk.model)"), Some(true));
/// assert_eq!(holds("!system_disk && disk.size > 1u * TB"), Some(false));
/// assert_eq!(holds("!system_disk"), None);
/// ```
#[must_use]
pub fn holds(
    text: &str,
    environment: Environment,
    minor: Minor,
    known: &dyn Fn(&str) -> Option<Value>,
) -> Option<bool> {
    let (tree, root) = read(text, environment, minor).ok()?;
    match (Evaluator { text, tree: &tree, known }).value(root)? {
        Value::Bool(truth) => Some(truth),
        _ => None,
    }
}

/// The tree of an expression and its root, or what is wrong with it.
fn read(text: &str, environment: Environment, minor: Minor) -> Result<(Tree, Id), Vec<Fault>> {
    let names = Names::of(environment, minor);
    let mut faults = Faults::new(text);
    let Some((tree, root)) = Parser::new(text, names, &mut faults).parse() else {
        return Err(faults.in_order());
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
    if faults.is_empty() { Ok((tree, root)) } else { Err(faults.in_order()) }
}
