//! What is known of Cilium's objects, statement by statement, each with an object that goes against it and the finding
//! that says so. The rules about values alone have their table in `audit`.

mod addresses;
mod policies;

use std::collections::BTreeSet;

use cilium_values::objects::{self, Objects};
use cilium_values::{crd, policy};
use manifest::Source;
use manifest::yaml;

use super::{values, version};

/// A statement, what goes against it, and the finding.
struct Statement {
    /// What is known, with the part of the notes about Cilium that says so.
    known: &'static str,
    /// The version of Cilium.
    cilium: &'static str,
    /// The values of the chart.
    values: &'static str,
    /// Objects, each in one line.
    objects: &'static [&'static str],
    /// The code of the finding.
    code: &'static str,
}

const fn statement(known: &'static str, code: &'static str, objects: &'static [&'static str]) -> Statement {
    Statement { known, cilium: "1.19.6", values: "{l2announcements: {enabled: true}}", objects, code }
}

impl Statement {
    const fn on(self, cilium: &'static str) -> Self {
        Self { cilium, ..self }
    }

    const fn with(self, values: &'static str) -> Self {
        Self { values, ..self }
    }
}

fn statements() -> impl Iterator<Item = &'static Statement> {
    addresses::STATEMENTS.iter().chain(policies::STATEMENTS)
}

#[test]
fn each_statement_has_a_finding() {
    let mut wrong = Vec::new();
    for Statement { known, cilium, values: chart, objects, code } in statements() {
        let text = objects.join("\n---\n") + "\n";
        let documents = yaml::parse(&Source::new("objects.yaml", text)).unwrap();
        let found = Objects::read(&documents).check(&values(chart), &version(cilium));
        if found.iter().all(|finding| finding.rule.code != *code) {
            let codes: Vec<_> = found.iter().map(|finding| (finding.rule.code, &finding.message)).collect();
            wrong.push(format!("{known}: {codes:?} and not {code}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What no statement is about, nobody has looked up.
#[test]
fn each_rule_about_objects_has_a_statement() {
    let sets = [crd::RULES, objects::RULES].into_iter().flatten().copied().chain(policy::rules());
    let rules: BTreeSet<&str> = sets.map(|rule| rule.code).collect();
    let stated: BTreeSet<&str> = statements().map(|statement| statement.code).collect();
    // Entities that the agent does not know the server does not store today.
    assert_eq!(rules.difference(&stated).copied().collect::<Vec<_>>(), ["CIL0507"]);
}
