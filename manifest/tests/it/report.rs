//! Findings made into text.

mod odd;
mod sample;
mod secrets;

use manifest::report::{Human, Report, github, human, json, sarif};
use manifest::{Severity, Source};

#[test]
fn people_get_excerpts_with_marks() {
    let plain = human(&sample::report(), &Human::default());
    assert_eq!(plain, include_str!("../data/report/human.txt"));
    let narrow = human(&sample::report(), &Human { color: true, width: Some(60) });
    assert_eq!(narrow, include_str!("../data/report/human-color.txt"));
}

#[test]
fn programs_get_json() {
    assert_eq!(json(&sample::report()), include_str!("../data/report/report.json"));
}

#[test]
fn code_scanning_gets_sarif() {
    assert_eq!(sarif(&sample::report()), include_str!("../data/report/report.sarif"));
}

#[test]
fn workflows_get_commands_with_escapes() {
    assert_eq!(github(&sample::report()), include_str!("../data/report/github.txt"));
}

#[test]
fn findings_are_sorted_and_counted() {
    let report = sample::report();
    let places: Vec<_> = report.findings().iter().map(|finding| finding.place.path.to_string()).collect();
    assert_eq!(
        places,
        [
            "nodes",
            "machine.type",
            "machine.network.interfaces[0].mtu",
            "machine.network.interfaces[1].interface",
            "machine.ca.crtt",
        ]
    );
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| report.count(severity));
    assert_eq!(counts, [3, 1, 1]);
}

#[test]
fn a_report_without_findings_says_so() {
    let report = Report::new([], [Source::new("a.yaml", "a: b\n")]);
    assert_eq!(human(&report, &Human::default()), "no findings\n");
    assert_eq!(github(&report), "");
    assert!(json(&report).contains("\"findings\": []"));
    assert!(sarif(&report).contains("\"results\": []"));
}
