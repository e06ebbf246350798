//! Waivers: what they hide, until when, and what is wrong with them.

use cluster_model::import::Repository;
use cluster_model::waiver::{self, Date, Told, rules};
use manifest::Severity;

fn told(text: &str, today: &str) -> Told {
    let repository = Repository::read([("p.yaml".to_owned(), text.as_bytes().to_vec())]);
    waiver::apply(repository.check(), repository.sources(), date(today))
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn names(told: &Told) -> Vec<&str> {
    told.findings.iter().map(|finding| finding.rule.name).collect()
}

/// A patch of a machine whose disk is named by the kernel, with a comment on the line before and one on its line.
fn disk(before: &str, behind: &str) -> String {
    format!(
        "metadata:\n  namespace: default\n  type: ConfigPatches.omni.sidero.dev\n  id: 500-d\n  labels:\n    \
         omni.sidero.dev/cluster: lab\n    omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001\n\
         spec:\n  data: |\n    machine:\n      install: {{disk: /dev/disk/by-id/x}}\n      disks:\n{before}        - device: /dev/sda{behind}\n          \
         partitions:\n            - mountpoint: /var/mnt/data\n"
    )
}

#[test]
fn a_waiver_hides_its_finding_until_its_day_is_over() {
    let above = disk(
        "        # frank: allow CLU0604 until 2027-06-30: soldered in\n        # There is no other.\n",
        "",
    );
    let behind = disk("", " # frank: allow disk-by-kernel-name until 2027-06-30: soldered in");
    for text in [above, behind] {
        let held = told(&text, "2027-06-30");
        assert_eq!(names(&held), [""; 0]);
        assert_eq!(held.waived.len(), 1);
        assert_eq!(held.waived[0].severity, Severity::Note);
        assert_eq!(held.waived[0].label.as_deref(), Some("waived until 2027-06-30: soldered in"));
        let over = told(&text, "2027-07-01");
        assert_eq!(names(&over), ["disk-by-kernel-name", "waiver-expired"]);
        assert_eq!(over.waived, []);
    }
}

#[test]
fn a_waiver_hides_no_other_rule_and_no_other_line() {
    let other =
        told(&disk("        # frank: allow duplicate-key until 2099-01-01: why not\n", ""), "2026-01-01");
    assert_eq!(names(&other), ["disk-by-kernel-name", "waiver-unused"]);
    let text =
        disk("", "").replace("    machine:", "    # frank: allow CLU0604 until 2099-01-01: x\n    machine:");
    assert_eq!(names(&told(&text, "2026-01-01")), ["disk-by-kernel-name", "waiver-unused"]);
}

#[test]
fn a_waiver_without_rule_day_or_reason_hides_nothing_and_says_what_is_missing() {
    for (words, message) in [
        ("", "the waiver names no rule"),
        (" CLU0604: because", "the waiver does not say until when it holds"),
        (" CLU0604 until tomorrow: because", "the waiver holds `until tomorrow`, which is no day"),
        (" CLU0604 until 2099-01-01", "the waiver gives no reason"),
        (" CLU0604 until 2099-01-01: ", "the waiver gives no reason"),
        (
            " disk-by-kernel-nam until 2099-01-01: x",
            "the waiver names the rule `disk-by-kernel-nam`, which there is not",
        ),
    ] {
        let told = told(&disk(&format!("        # frank: allow{words}\n"), ""), "2026-01-01");
        let messages: Vec<&str> = told.findings.iter().map(|finding| &*finding.message).collect();
        assert!(messages.contains(&message) && messages.len() == 2, "{messages:?}");
        assert_eq!(told.waived, []);
    }
    // Prose about frank is no waiver.
    assert_eq!(
        names(&told(&disk("        # frank: allowed or not\n", ""), "2026-01-01")),
        ["disk-by-kernel-name"]
    );
}

#[test]
fn the_examples_of_the_pages_are_true() {
    assert!(rules::RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
    for rule in rules::RULES {
        let text = |example: &str| example.strip_prefix("### p.yaml\n").unwrap().to_owned();
        let bad = told(&text(rule.bad), "2026-01-01");
        let found: Vec<_> = bad.findings.iter().filter(|finding| finding.rule == *rule).collect();
        assert_eq!(found.len(), 1, "{}", rule.code);
        let span = found[0].place.span.unwrap();
        let bad = text(rule.bad);
        assert!(bad.get(span.range()).unwrap().starts_with("# frank: allow"), "{}", rule.code);
        assert!(found[0].help.is_some());
        assert_eq!(names(&told(&text(rule.good), "2026-01-01")), [""; 0], "{}", rule.code);
    }
}
