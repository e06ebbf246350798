//! Names that no pattern matches.

use std::collections::{BTreeSet, VecDeque};

use regex_automata::dfa::Automaton as _;
use regex_automata::dfa::dense::{Config, DFA};
use regex_automata::util::primitives::StateID;
use regex_automata::util::syntax;
use regex_automata::{Anchored, util::start};
use thiserror::Error;

use super::InterfacePattern;

/// Names of Ethernet interfaces and bonds as Talos and systemd give them (`systemd.net-naming-scheme`).
pub const PREDICTABLE_NAMES: &str =
    "^(eth[0-9]+|eno[0-9]+|ens[0-9]+(f[0-9]+)?|enp[0-9]+s[0-9]+(f[0-9]+)?|enx[0-9a-f]{12}|bond[0-9]+)$";

/// A pattern needs more states than are worth looking at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the pattern is too large to say which names it misses")]
pub struct TooManyStates;

/// A shortest name that `family` matches and none of the patterns does, the first in the order of its characters; none
/// if the patterns match the whole family. A policy without patterns misses nothing.
///
/// Names have 1 to 15 letters, digits and `-._`, as long as Linux lets them be.
///
/// ```
/// use cilium_values::l2::{PREDICTABLE_NAMES, shortest_escape};
///
/// let family = PREDICTABLE_NAMES.parse()?;
/// let escape = |pattern: &str| shortest_escape(&[pattern.parse().unwrap()], &family);
/// assert_eq!(escape("^eth[0-9]+"), Ok(Some("eno0".to_owned())));
/// assert_eq!(escape("^(eth|en|bond)"), Ok(None));
/// # Ok::<(), cilium_values::l2::PatternError>(())
/// ```
pub fn shortest_escape(
    patterns: &[InterfacePattern],
    family: &InterfacePattern,
) -> Result<Option<String>, TooManyStates> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let family = Machine::new(family)?;
    let patterns = patterns.iter().map(Machine::new).collect::<Result<Vec<_>, _>>()?;
    let start = (family.start()?, patterns.iter().map(Machine::start).collect::<Result<Vec<_>, _>>()?);
    let mut seen = BTreeSet::from([start.clone()]);
    let mut open = VecDeque::from([(String::new(), start)]);
    while let Some((name, (in_family, in_patterns))) = open.pop_front() {
        let escapes = !patterns.iter().zip(&in_patterns).any(|(machine, state)| machine.ends_matched(*state));
        if escapes && !name.is_empty() && family.ends_matched(in_family) {
            return Ok(Some(name));
        }
        if name.len() == LONGEST {
            continue;
        }
        for character in CHARACTERS.chars() {
            let next = family.next(in_family, character);
            let others: Vec<State> = patterns
                .iter()
                .zip(&in_patterns)
                .map(|(machine, state)| machine.next(*state, character))
                .collect();
            // What a pattern has matched it matches however the name goes on.
            if family.is_dead(next) || others.contains(&State::Matched) {
                continue;
            }
            let next = (next, others);
            if seen.insert(next.clone()) {
                if seen.len() > MOST_STATES {
                    return Err(TooManyStates);
                }
                open.push_back((format!("{name}{character}"), next));
            }
        }
    }
    Ok(None)
}

/// An automaton of a pattern.
struct Machine(DFA<Vec<u32>>);

/// Where an automaton is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    /// It has matched, and goes on to.
    Matched,
    /// It has not yet.
    At(StateID),
}

impl Machine {
    fn new(pattern: &InterfacePattern) -> Result<Self, TooManyStates> {
        let limits = Config::new().dfa_size_limit(Some(LARGEST)).determinize_size_limit(Some(LARGEST));
        // As patterns are read for matching.
        let syntax = syntax::Config::new().utf8(false);
        let mut builder = DFA::builder();
        builder.configure(limits).syntax(syntax);
        builder.build(pattern.as_str()).map(Self).map_err(|_| TooManyStates)
    }

    fn start(&self) -> Result<State, TooManyStates> {
        let start = self.0.start_state(&start::Config::new().anchored(Anchored::No));
        start.map(|state| self.state(state)).map_err(|_| TooManyStates)
    }

    fn next(&self, state: State, character: char) -> State {
        match (state, u8::try_from(character)) {
            (State::At(state), Ok(byte)) => self.state(self.0.next_state(state, byte)),
            _ => state,
        }
    }

    fn state(&self, state: StateID) -> State {
        if self.0.is_match_state(state) { State::Matched } else { State::At(state) }
    }

    /// Whether the name is matched if it ends here.
    fn ends_matched(&self, state: State) -> bool {
        match state {
            State::Matched => true,
            State::At(state) => self.0.is_match_state(self.0.next_eoi_state(state)),
        }
    }

    /// Whether no name that goes on from here is matched.
    fn is_dead(&self, state: State) -> bool {
        matches!(state, State::At(state) if self.0.is_dead_state(state))
    }
}

/// Of a name of an interface, `IFNAMSIZ` less the byte behind it.
const LONGEST: usize = 15;

const CHARACTERS: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._";

/// Bytes of an automaton.
const LARGEST: usize = 1 << 22;

/// Far above what expressions for names need.
const MOST_STATES: usize = 100_000;
