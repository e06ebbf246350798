//! Values of Cilium's chart: whether the chart renders with them, and with which words it refuses.

use std::collections::BTreeSet;

use cilium_values::check::{Target, check};
use cilium_values::{CiliumVersion, values};
use manifest::{FieldPath, Segment, Source, yaml};

use crate::corpus;
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// One subject for the newest chart of each minor that can be had as a Go module.
pub(crate) const RENDERED: [Subject; 5] = [
    subject("helm-values-1.16", |random| question(random, "1.16.19")),
    subject("helm-values-1.17", |random| question(random, "1.17.0")),
    subject("helm-values-1.18", |random| question(random, "1.18.11")),
    subject("helm-values-1.19", |random| question(random, "1.19.6")),
    subject("helm-values-1.20", |random| question(random, "1.20.0")),
];

const fn subject(name: &'static str, question: fn(&mut Random) -> Question) -> Subject {
    Subject {
        name,
        program: Program { directory: "helm", modfile: "go.mod" },
        recorded: 1_200,
        question,
        remake: |question| question,
        ours: Some(ours),
        agree,
    }
}

fn question(random: &mut Random, chart: &str) -> Question {
    Question::new("helm.template")
        .with("chart", chart)
        .with("values", corpus::values::values(random, &version(chart)))
}

/// Every chart that is asked about is one that has a number.
fn version(chart: &str) -> CiliumVersion {
    chart.parse().unwrap_or_else(|_| CiliumVersion::new(1, 17, 0))
}

/// Where the schema refuses, one `schema PATH` a line; where a word is none of those that there are, one `word PATH` a
/// line; or the words of the chart, one `fail WORDS` a line, of which the templates say only those that they meet first.
fn ours(question: &Question) -> Answer {
    let values = question.field("values");
    let text = values.as_str().map_or_else(|| values.to_string(), str::to_owned);
    let source = Source::new("values.yaml", text);
    let read = values::read(&source);
    let misread: BTreeSet<String> = read
        .findings
        .iter()
        .filter(|finding| finding.rule.code != yaml::rules::UNKNOWN_KEY.code)
        .map(|finding| {
            let is_word = finding.rule.code == yaml::rules::INVALID_VALUE.code;
            format!("{} {}", if is_word { "word" } else { "schema" }, address(&finding.place.path))
        })
        .collect();
    let Some(values) = read.values else {
        return if misread.is_empty() {
            Answer::Misasked("no values".to_owned())
        } else {
            Answer::Refused(lines(misread))
        };
    };
    let findings = check(&values, &Target::new(version(question.text("chart"))));
    let words = findings.into_iter().filter_map(|finding| finding.upstream);
    let mut words: BTreeSet<String> = words
        .map(|words| match words.strip_prefix("at '").and_then(|rest| rest.split_once("':")) {
            Some((place, _)) => format!("schema {place}"),
            None => format!("fail {words}"),
        })
        .collect();
    if !misread.is_empty() {
        // What the templates say of the rest they never come to say.
        words.retain(|line| line.starts_with("schema "));
        words.extend(misread);
    }
    if words.is_empty() { Answer::Ok("rendered".into()) } else { Answer::Refused(lines(words)) }
}

fn lines(lines: BTreeSet<String>) -> String {
    lines.into_iter().collect::<Vec<_>>().join("\n")
}

/// A path as the validator of the schema writes it.
fn address(path: &FieldPath) -> String {
    let segments = path.segments().iter().map(|segment| match segment {
        Segment::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Index(index) => format!("/{index}"),
    });
    segments.collect()
}

/// The same verdict: of the schema about the same places, of the templates in words that ours has among its own.
fn agree(theirs: &Answer, ours: &Answer) -> bool {
    let (theirs, ours) = match (theirs, ours) {
        (Answer::Ok(_), Answer::Ok(_)) => return true,
        (Answer::Refused(theirs), Answer::Refused(ours)) => (theirs, ours),
        _ => return false,
    };
    let (who, said) = theirs.split_once(' ').unwrap_or_default();
    let ours =
        |who: &'static str| ours.lines().filter_map(move |line| line.strip_prefix(who)?.strip_prefix(' '));
    match who {
        "schema" => {
            // The schema knows some of the words, and the templates some others.
            let places = refused_places(said);
            let ours_all: BTreeSet<&str> = ours("schema").chain(ours("word")).collect();
            ours("schema").all(|place| places.contains(place)) && ours_all.is_superset(&places)
        }
        "fail" => ours("fail").any(|words| words == said),
        // What is no mapping at all is refused before the schema is asked.
        "values" => ours("schema").any(str::is_empty),
        // The words stand in a trace of the templates, or of the reader of what they wrote.
        "template" | "output" => ours("fail").any(|words| said.contains(words)),
        _ => false,
    }
}

/// The places that the schema refuses, sorted, without those that are refused for what is in them.
fn refused_places(said: &str) -> BTreeSet<&str> {
    let places = said.lines().filter_map(|line| line.strip_prefix("at '")?.split_once("':"));
    places.filter(|(_, cause)| cause.trim() != "validation failed").map(|(place, _)| place).collect()
}
