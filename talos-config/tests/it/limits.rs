//! Both sides of every limit of validation: the last value that is accepted, and the first that is refused.
//!
//! The table is `tests/data/limits.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use manifest::Source;
use talos_config::rules::RULES;
use talos_config::validate::{Mode, validate_source};
use talos_config::{Document, Minor};

const TABLE: &str = include_str!("../data/limits.tsv");

/// A limit: what is read with a value in the place of the `@`, and what is said of the value behind the limit.
struct Limit {
    minor: Minor,
    /// The kind of the document, or the role of the machine whose oldest document it is.
    base: &'static str,
    body: &'static str,
    accepted: String,
    refused: String,
    rule: &'static str,
    message: &'static str,
}

fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn limits() -> Vec<Limit> {
    let limit = |line: Vec<&'static str>| {
        let [minor, base, body, accepted, refused, rule, message] = *line else { return None };
        let (accepted, refused) = (repeated(accepted), repeated(refused));
        Some(Limit { minor: minor.parse().unwrap(), base, body, accepted, refused, rule, message })
    };
    lines().filter_map(limit).collect()
}

/// The rules and kinds of which the table says why they have no limit.
fn limitless() -> BTreeSet<&'static str> {
    lines()
        .filter(|line| line.len() == 3 && line[0] == "-" && !line[2].is_empty())
        .map(|line| line[1])
        .collect()
}

/// A text with `{a*63}` written out.
fn repeated(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        result.push_str(before);
        let repetition = after.split_once('}').and_then(|(inner, behind)| {
            let (what, times) = inner.split_once('*')?;
            Some((what.repeat(times.parse().ok()?), behind))
        });
        if let Some((text, behind)) = repetition {
            result.push_str(&text);
            rest = behind;
        } else {
            result.push('{');
            rest = after;
        }
    }
    result + rest
}

/// The oldest document of a machine of a role, with more settings, or others.
fn machine(role: &str, settings: &str) -> String {
    let authority = if role == "worker" { "{crt: YQ==}" } else { "{crt: YQ==, key: YQ==}" };
    let base = format!(
        "machine.type: {role}\nmachine.ca: {authority}\nmachine.install: {{disk: /dev/sda}}\n\
         cluster.controlPlane: {{endpoint: 'https://10.5.0.1:6443'}}\n{settings}"
    );
    let mut sections: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for line in base.lines() {
        let (key, value) = line.split_once(": ").unwrap();
        let (section, key) = key.split_once('.').unwrap();
        sections.entry(section).or_default().insert(key, value);
    }
    let mut text = String::new();
    for (section, keys) in sections {
        text.extend([section, ":\n"]);
        text.extend(keys.iter().map(|(key, value)| format!("  {key}: {value}\n")));
    }
    text
}

impl Limit {
    fn text(&self, value: &str) -> String {
        let fill = |text: &str| repeated(&text.replace("\\n", "\n").replace('@', value)).replace("{at}", "@");
        match self.base {
            role @ ("worker" | "controlplane") => machine(role, &fill(self.body)),
            kind => {
                let body = self.body.strip_prefix("[cp] ");
                let old = body.map(|_| machine("controlplane", "") + "---\n").unwrap_or_default();
                format!("{old}apiVersion: v1alpha1\nkind: {kind}\n{}\n", fill(body.unwrap_or(self.body)))
            }
        }
    }

    /// Rules and messages of what is wrong with a value.
    fn said(&self, value: &str) -> Vec<(&'static str, String)> {
        let source = Source::new("limit.yaml", self.text(value));
        let findings = validate_source(&source, self.minor, Mode::Metal);
        findings.into_iter().map(|finding| (finding.rule.name, finding.message)).collect()
    }
}

#[test]
fn the_last_value_of_every_limit_is_accepted_and_the_next_is_refused() {
    let mut wrong = Vec::new();
    for limit in limits() {
        let Limit { minor, base, accepted, refused, rule, .. } = &limit;
        let found = limit.said(accepted);
        if !found.is_empty() {
            wrong.push(format!("{minor} {base} {accepted:.80}: accepted, but {found:.300?}"));
        }
        let message = repeated(&limit.message.replace('@', refused)).replace("{at}", "@");
        // Long messages are cut.
        let found = limit.said(refused);
        let fits = |found: &str| found == message || message.len() > 2_000 && found.len() < message.len();
        if !matches!(&*found, [(name, found)] if name == rule && fits(found)) {
            wrong.push(format!("{minor} {base} {refused:.80}: {message:.300} but {found:.300?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_of_validation_and_every_kind_has_its_limits_or_a_reason() {
    let limits = limits();
    let (rules, kinds): (BTreeSet<_>, BTreeSet<_>) =
        limits.iter().map(|limit| (limit.rule, limit.base)).unzip();
    let limitless = limitless();
    let validation = RULES.iter().filter(|rule| rule.code.starts_with("TAL02")).map(|rule| rule.name);
    for name in validation.chain(Document::KINDS.iter().copied()) {
        let has_limit = rules.contains(name) || kinds.contains(name);
        assert!(has_limit != limitless.contains(name), "{name}: {has_limit}");
    }
    assert!(limits.len() > 200, "{}", limits.len());
}

#[test]
fn every_line_of_the_table_is_a_limit_or_a_reason() {
    for line in lines() {
        assert!(line.len() == 7 || line.len() == 3, "{line:?}");
    }
}
