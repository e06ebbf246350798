//! The catalogue of rules tests itself.

use std::collections::{BTreeMap, BTreeSet};

use cluster_model::import::Repository;
use cluster_model::{Finding, Source, check, rules, spec};
use manifest::Rule;

use crate::overlay::check_starter_with;

/// What comes of an example: the length of the text that a source has, and the findings.
///
/// An example is a fragment that is laid over the starter, or the files of a repository.
fn run(example: &str) -> (BTreeMap<String, usize>, Vec<Finding>) {
    let files = Rule::files(example);
    if files.is_empty() {
        let (text, checked) = check_starter_with(example);
        return (BTreeMap::from([("cluster.yaml".to_owned(), text.len())]), checked.findings);
    }
    let lengths = files.iter().map(|(path, text)| ((*path).to_owned(), text.len())).collect();
    (lengths, Repository::read(files.into_iter().map(|(path, text)| (path.to_owned(), text.into()))).check())
}

#[test]
fn codes_are_unique_and_sorted_and_names_are_unique() {
    let rules: Vec<&Rule> = rules::RULES.iter().map(|rule| rule.rule).collect();
    assert!(rules.windows(2).all(|pair| pair[0].code < pair[1].code));
    let names: BTreeSet<_> = rules.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules.len());
}

#[test]
fn every_page_of_the_manual_is_written() {
    for rule in rules::RULES.iter().map(|rule| rule.rule) {
        for (section, text) in [
            ("checks", rule.checks),
            ("why", rule.why),
            ("bad", rule.bad),
            ("good", rule.good),
            ("source", rule.source),
        ] {
            assert!(!text.trim().is_empty(), "{}: {section}", rule.code);
        }
        assert!(rule.code.starts_with("CLU") && rule.code.len() == 7, "{}", rule.code);
        assert!(
            rule.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{}",
            rule.name
        );
    }
}

#[test]
fn the_starter_has_no_finding() {
    let checked = check(&Source::new("cluster.yaml", spec::STARTER));
    assert_eq!(checked.findings, []);
    assert!(checked.cluster.is_some());
}

#[test]
fn a_bad_example_yields_its_rule_only_with_a_place_and_a_cure() {
    let mut wrong = Vec::new();
    for rule in rules::RULES.iter().map(|rule| rule.rule) {
        let (lengths, findings) = run(rule.bad);
        let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.rule.code).collect();
        if codes != [rule.code].into() {
            let told = findings.iter().map(|one| format!("\n    {} {}", one.rule.code, one.message));
            wrong.push(format!("{}: {codes:?}{}", rule.code, told.collect::<String>()));
            continue;
        }
        for finding in &findings {
            let span = finding.place.span.unwrap_or_else(|| panic!("{} has no place", rule.code));
            let length = lengths[finding.place.source.as_deref().unwrap()];
            assert!(span.start < span.end && span.end <= length, "{}", rule.code);
            assert!(finding.help.is_some(), "{} has no cure", rule.code);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_good_example_yields_nothing() {
    let mut wrong = Vec::new();
    for rule in rules::RULES.iter().map(|rule| rule.rule) {
        let (_, findings) = run(rule.good);
        wrong.extend(findings.iter().map(|one| format!("{}: {} {}", rule.code, one.rule.code, one.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a patch of a machine, and another one behind it, make the check say.
fn codes_of(talos: &str, first: &str, second: &str) -> BTreeSet<&'static str> {
    let indented = |text: &str| format!("    {}\n", text.trim_end().replace('\n', "\n    "));
    let patch = |id: &str, text: &str| {
        format!(
            "### {id}.yaml\nmetadata: {{namespace: default, type: ConfigPatches.omni.sidero.dev, id: {id}, labels: \
             {{omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: \
             00000000-0000-4000-8000-000000000001}}}}\nspec:\n  data: |\n{}",
            indented(text)
        )
    };
    let cluster = format!(
        "### lab.yaml\nmetadata: {{namespace: default, type: Clusters.omni.sidero.dev, id: lab, labels: {{}}}}\n\
         spec: {{talosversion: {talos}, kubernetesversion: 1.34.0}}\n"
    );
    let second = if second.is_empty() { String::new() } else { patch("501-b", second) };
    let (_, findings) = run(&[cluster, patch("500-a", first), second].concat());
    findings.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn what_one_layer_refuses_of_patches_is_said_by_its_own_rules() {
    let volume = "apiVersion: v1alpha1\nkind: WatchdogTimerConfig\ndevice: /dev/watchdog0\n";
    let document = "apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: one\n";
    let hostname = "machine: {network: {hostname: one}}";
    let arguments = "apiVersion: v1alpha1\nkind: KubeAPIServerConfig\nextraArgs: {oidc-issuer-url: x}\n";
    let mut missed = Vec::new();
    for (number, talos, first, second, code) in [
        (76, "1.12.0", hostname, document, "TAL0227"),
        (77, "1.11.0", document, "", "TAL0104"),
        (
            78,
            "1.12.0",
            "machine: {network: {interfaces: [{interface: eth0, cidr: 10.0.0.5/24}]}}",
            "",
            "TAL0226",
        ),
        (79, "1.14.0", arguments, "", "TAL0228"),
        (83, "1.12.0", &format!("{volume}---\n{volume}"), "", "TAL0105"),
        (84, "1.12.0", "- {op: add, path: /machine/env, value: {}}", "", "OMN0204"),
    ] {
        let codes = codes_of(talos, first, second);
        if !codes.contains(code) {
            missed.push(format!("{number}: {code} is not in {codes:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
