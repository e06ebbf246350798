//! The catalogue of rules.

use std::collections::BTreeSet;

use manifest::{Rule, Source};
use talos_config::migrate;
use talos_config::rules::RULES;
use talos_config::validate::{Mode, validate};
use talos_config::{Configuration, Minor, Patch, patch};

/// The codes of everything that a migration says about a text: to 1.14, or back where it is a document of its own.
fn codes_of_migration(text: &str) -> BTreeSet<&'static str> {
    let source = Source::new("example.yaml", text);
    let to = if text.contains("kind: TimeSyncConfig") { Minor::V1_11 } else { Minor::V1_14 };
    let findings = migrate::read(&source, Minor::V1_14, to).findings;
    findings.iter().map(|finding| finding.rule.code).collect()
}

/// The codes of what is said about patches that meet a configuration, each below a line `### NAME`.
fn codes_of_patching(text: &str) -> BTreeSet<&'static str> {
    let mut sources = Rule::files(text).into_iter().map(|(name, text)| Source::new(name, text));
    let config = sources.next().unwrap();
    let patches: Vec<_> = sources.map(|source| Patch::load(&source, Minor::V1_13).value.unwrap()).collect();
    let findings = patch::diagnose(&config, &patches, Minor::V1_13);
    for finding in &findings {
        assert!(
            finding.place.span.is_some() && finding.place.source.as_deref() == Some("patch.yaml"),
            "{finding:?}"
        );
    }
    findings.iter().map(|finding| finding.rule.code).collect()
}

/// The codes of everything that is wrong with a text, loaded and validated.
fn codes(text: &str) -> BTreeSet<&'static str> {
    if !Rule::files(text).is_empty() {
        return codes_of_patching(text);
    }
    let source = Source::new("example.yaml", text);
    // Kinds of the newest minor are shown with the newest minor.
    let minor = if ["SysctlConfig", "KubeAuditPolicyConfig"].iter().any(|kind| text.contains(kind)) {
        Minor::V1_14
    } else {
        Minor::V1_13
    };
    let findings = if text.contains("$patch") {
        Patch::load(&source, minor).findings
    } else {
        let loaded = Configuration::load(&source, minor);
        match loaded.value {
            // Examples about loading are not complete machines.
            Some(configuration) if is_complete(text) => validate(&configuration, Mode::Metal),
            _ => loaded.findings,
        }
    };
    findings.iter().map(|finding| finding.rule.code).collect()
}

fn is_about_migration(rule: &Rule) -> bool {
    rule.code.starts_with("TAL03")
}

fn is_complete(text: &str) -> bool {
    !text.contains("machine:") || text.contains("cluster:")
}

#[test]
fn codes_and_names_are_unique_and_in_order() {
    assert!(RULES.is_sorted_by(|left, right| left.code < right.code));
    let names: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
}

#[test]
fn each_bad_example_yields_its_rule_and_no_other() {
    for rule in RULES {
        let codes = if is_about_migration(rule) { codes_of_migration } else { codes };
        assert_eq!(codes(rule.bad), BTreeSet::from([rule.code]), "{}", rule.name);
    }
}

#[test]
fn each_good_example_yields_nothing() {
    for rule in RULES {
        let codes = if is_about_migration(rule) { codes_of_migration } else { codes };
        assert_eq!(codes(rule.good), BTreeSet::new(), "{}", rule.name);
    }
}

#[test]
fn every_rule_says_what_and_why() {
    for rule in RULES {
        assert!(rule.code.starts_with("TAL") && rule.code.len() == 7, "{}", rule.code);
        for text in [rule.checks, rule.why] {
            assert!(text.ends_with('.'), "{}: {text}", rule.name);
        }
    }
}
