//! The chapter of the manual about the rules, `docs/rules.md`: written from the catalogue.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use cluster_model::rules;
use manifest::{Rule, Severity};

use crate::gotchas::{GOTCHAS, Gotcha, SEED};

/// Families of rules by the beginning of their codes, with their titles, in the order of the chapter.
const FAMILIES: [(&str, &str); 22] = [
    ("YML", "Reading YAML"),
    ("TAL", "Talos: machine configuration by itself"),
    ("OMN", "Omni: resources and templates by themselves"),
    ("CIL00", "Cilium: keys of the chart"),
    ("CIL01", "Cilium: what the chart refuses"),
    ("CIL02", "Cilium: what the agent refuses"),
    ("CIL03", "Cilium: what Talos requires"),
    ("CIL04", "Cilium: kinds and their fields"),
    ("CIL05", "Cilium: policies"),
    ("CIL06", "Cilium: pools and announcements"),
    ("CIL07", "Cilium: upgrades of the chart"),
    ("CLU01", "Between the layers: labels"),
    ("CLU02", "Between the layers: machines and addresses"),
    ("CLU03", "Between the layers: the hand-over to Cilium"),
    ("CLU04", "Between the layers: addresses of services"),
    ("CLU05", "Between the layers: versions"),
    ("CLU06", "Between the layers: configuration of machines"),
    ("CLU07", "Between the layers: what Omni makes of resources"),
    ("CLU08", "Between the layers: workloads"),
    ("CLU09", "Between two states: plans"),
    ("CLU10", "Waivers"),
    ("CLU11", "Days on which something ends"),
];

fn chapter() -> String {
    let mut text = String::from(
        "# Rules\n\n\
         Every rule of the catalogue, then the known ways to break a cluster and the rules that find them.\n\
         `frank rules` lists the rules, `frank explain CODE` shows one of these pages.\n\n\
         This chapter is written by `UPDATE_GOLDEN=1 cargo test -p cluster-model --test it manual`.\n",
    );
    text.push_str("\n## Index\n\n| code | name | severity |\n|---|---|---|\n");
    let all: BTreeMap<&str, &Rule> = rules::catalogue().map(|rule| (rule.code, rule)).collect();
    let of = |family: &'static str| all.values().filter(move |rule| rule.code.starts_with(family));
    for rule in FAMILIES.iter().flat_map(|(family, _)| of(family)) {
        let anchor = format!("{}-{}", rule.code.to_lowercase(), rule.name);
        writeln!(text, "| [{}](#{anchor}) | {} | {} |", rule.code, rule.name, rule.severity).unwrap();
    }
    for (family, title) in FAMILIES {
        writeln!(text, "\n## {title}").unwrap();
        of(family).for_each(|rule| text.push_str(&page(rule)));
    }
    text.push_str(
        "\n## What breaks clusters, and which rule finds it\n\n\
         The cases are those of `checks.md`, by its numbers. A rule in brackets finds a part of the case.\n\n\
         | # | what happens | found by |\n|---|---|---|\n",
    );
    for Gotcha { number, title, rules, why_not } in GOTCHAS {
        let found = match (rules.join(", "), *why_not) {
            (rules, "") => rules,
            (rules, why) if rules.is_empty() => format!("none: {why}"),
            (rules, why) => format!("({rules}): {why}"),
        };
        writeln!(text, "| {number} | {title} | {found} |").unwrap();
    }
    text.push_str("\nThe five of the seed:\n\n| # | what happens | found by |\n|---|---|---|\n");
    for (number, title, rules) in SEED {
        writeln!(text, "| {number} | {title} | {} |", rules.join(", ")).unwrap();
    }
    text
}

fn page(rule: &Rule) -> String {
    let Rule { code, name, severity, since, checks, why, bad, good, source } = rule;
    let severity = match severity {
        Severity::Note => "Note",
        Severity::Warning => "Warning",
        Severity::Error => "Error",
    };
    let block = |text: &str| format!("```yaml\n{}\n```\n", text.trim_end());
    format!(
        "\n### {code} {name}\n\n{severity}, since {since}. {checks}\n\n{why}\n\nWrong:\n\n{}\nRight:\n\n{}\nSource: {source}\n",
        block(bad),
        block(good)
    )
}

#[test]
fn the_chapter_is_the_committed_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("docs/rules.md");
    let text = chapter();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == committed, "docs/rules.md is not what the catalogue says; the command is in its head");
}

#[test]
fn every_rule_is_in_a_family_and_in_one_only() {
    for rule in rules::catalogue() {
        let families = FAMILIES.iter().filter(|(family, _)| rule.code.starts_with(family));
        assert_eq!(families.count(), 1, "{}", rule.code);
    }
    let mut codes: Vec<&str> = rules::catalogue().map(|rule| rule.code).collect();
    codes.sort_unstable();
    assert!(codes.windows(2).all(|pair| pair[0] != pair[1]), "a code twice: {codes:?}");
}

#[test]
fn every_gotcha_has_its_rules_or_a_reason() {
    let codes: Vec<&str> = rules::catalogue().map(|rule| rule.code).collect();
    let numbers: Vec<u16> = GOTCHAS.iter().map(|gotcha| gotcha.number).collect();
    assert_eq!(numbers, (1..=156).collect::<Vec<u16>>());
    for gotcha in GOTCHAS {
        assert!(!gotcha.rules.is_empty() || !gotcha.why_not.is_empty(), "{}", gotcha.number);
    }
    let told =
        GOTCHAS.iter().flat_map(|gotcha| gotcha.rules).chain(SEED.iter().flat_map(|(_, _, rules)| *rules));
    for code in told {
        assert!(codes.contains(code), "there is no rule {code}");
    }
}
