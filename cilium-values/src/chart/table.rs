//! Reading of `generated/charts.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::Fact;
use crate::CiliumVersion;
use crate::values::Values;

const TEXT: &str = include_str!("../generated/charts.tsv");
const GROUPS: &str = include_str!("../generated/groups.tsv");

/// The facts, ready to be looked up.
pub(super) struct Table {
    pub(super) versions: Vec<CiliumVersion>,
    pub(super) facts: Vec<Fact>,
    pub(super) defaults: Vec<Values>,
    by_path: BTreeMap<&'static str, usize>,
}

impl Table {
    pub(super) fn read() -> Self {
        let mut lines = TEXT.lines().filter(|line| !line.starts_with('#'));
        let versions: Vec<CiliumVersion> = lines
            .next()
            .into_iter()
            .flat_map(|line| line.split('\t').skip(1))
            .filter_map(|version| version.parse().ok())
            .collect();
        let mut facts: Vec<Fact> = lines.filter_map(read_fact).collect();
        let groups: BTreeSet<&str> =
            facts.iter().filter_map(|fact| fact.path.rsplit_once('.')).map(|(group, _)| group).collect();
        let mut missed: BTreeMap<&str, Vec<(u32, &'static str)>> = BTreeMap::new();
        for line in GROUPS.lines().filter(|line| !line.starts_with('#')) {
            if let [group, charts, words] = line.split('\t').collect::<Vec<_>>().as_slice() {
                missed.entry(group).or_default().push((mask(charts), words));
            }
        }
        for fact in &mut facts {
            fact.is_group = groups.contains(fact.path);
            fact.missed = missed.remove(fact.path).unwrap_or_default();
        }
        let by_path = facts.iter().enumerate().map(|(index, fact)| (fact.path, index)).collect();
        let defaults = (0..versions.len()).map(|chart| read_defaults(&facts, chart)).collect();
        Self { versions, facts, defaults, by_path }
    }

    pub(super) fn fact(&self, path: &str) -> Option<&Fact> {
        self.facts.get(*self.by_path.get(path)?)
    }

    pub(super) fn version(&self, chart: usize) -> &CiliumVersion {
        static NONE: std::sync::LazyLock<CiliumVersion> =
            std::sync::LazyLock::new(|| CiliumVersion::new(0, 0, 0));
        self.versions.get(chart).unwrap_or(&NONE)
    }

    /// The charts that answer for a version: the last one that is not younger, and the next one of the same minor.
    pub(super) fn nearest(&self, version: &CiliumVersion) -> (usize, usize) {
        let last = self.versions.len().saturating_sub(1);
        let same_minor = |chart: &usize| self.version(*chart).minor() == version.minor();
        let newer = (0..=last).find(|&chart| self.version(chart) >= version);
        let older = (0..=last).rev().find(|&chart| self.version(chart) <= version);
        let newer_of_minor = newer.filter(same_minor);
        match (older.filter(same_minor), newer_of_minor) {
            (Some(older), newer) => (older, newer.unwrap_or(older)),
            (None, Some(newer)) => (newer, newer),
            // Beyond the covered minors.
            (None, None) => {
                let nearest = older.or(newer).unwrap_or_default();
                (nearest, nearest)
            }
        }
    }
}

fn read_fact(line: &'static str) -> Option<Fact> {
    let mut cells = line.split('\t');
    Some(Fact {
        path: cells.next()?,
        declared: mask(cells.next()?),
        undeclared: mask(cells.next()?),
        types: masked(cells.next()?.split_terminator(';')),
        is_group: false,
        missed: Vec::new(),
        defaults: masked(cells),
    })
}

/// What stands behind the digits of charts and a `=`, cell by cell.
fn masked<'t>(cells: impl Iterator<Item = &'t str>) -> Vec<(u32, &'t str)> {
    cells.filter_map(|cell| cell.split_once('=')).map(|(charts, text)| (mask(charts), text)).collect()
}

/// One digit per chart, oldest first, as bits from the lowest.
fn mask(digits: &str) -> u32 {
    digits.bytes().rev().fold(0, |mask, digit| mask << 1 | u32::from(digit == b'1'))
}

/// The tree of defaults of one chart.
fn read_defaults(facts: &[Fact], chart: usize) -> Values {
    let mut tree = Map::new();
    for fact in facts {
        let Some((_, json)) = fact.defaults.iter().find(|(charts, _)| charts & (1 << chart) != 0) else {
            continue;
        };
        if let Ok(value) = serde_json::from_str(json) {
            insert(&mut tree, fact.path, value);
        }
    }
    // Every default has a place in the model: a test compares both.
    serde_json::from_value(Value::Object(tree)).unwrap_or_default()
}

fn insert(group: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => {
            group.insert(path.to_owned(), value);
        }
        Some((key, rest)) => {
            if let Value::Object(child) = group.entry(key).or_insert_with(|| Value::Object(Map::new())) {
                insert(child, rest, value);
            }
        }
    }
}
