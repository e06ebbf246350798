//! Expressions in configurations: whether Talos takes them where they stand, and what it says about them.

use manifest::Source;
use serde_json::Value;
use talos_config::Minor;
use talos_config::expression::{self, Environment};
use talos_config::rules::EXPRESSION_INVALID;
use talos_config::validate::{Mode, validate_source};

use crate::corpus::expression::{ENVIRONMENTS, expression};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// Expressions, minor by minor.
pub(crate) const EXPRESSIONS: [Subject; 6] = [
    subject(
        "talos-expressions-1.9",
        "v1.9.mod",
        |random| question(random, 1),
        |question| ours(question, Minor::V1_9),
    ),
    subject(
        "talos-expressions-1.10",
        "v1.10.mod",
        |random| question(random, 1),
        |question| ours(question, Minor::V1_10),
    ),
    subject(
        "talos-expressions-1.11",
        "v1.11.mod",
        |random| question(random, 2),
        |question| ours(question, Minor::V1_11),
    ),
    subject(
        "talos-expressions-1.12",
        "v1.12.mod",
        |random| question(random, 5),
        |question| ours(question, Minor::V1_12),
    ),
    subject(
        "talos-expressions-1.13",
        "go.mod",
        |random| question(random, 5),
        |question| ours(question, Minor::V1_13),
    ),
    subject(
        "talos-expressions-1.14",
        "v1.14.mod",
        |random| question(random, 6),
        |question| ours(question, Minor::V1_14),
    ),
];

const fn subject(
    name: &'static str,
    modfile: &'static str,
    question: fn(&mut Random) -> Question,
    ours: fn(&Question) -> Answer,
) -> Subject {
    Subject {
        name,
        program: Program { directory: "talos", modfile },
        recorded: 1_000,
        question,
        remake,
        ours: Some(ours),
        agree,
    }
}

/// One expression for one of the first so many places: later ones came with later minors.
fn question(random: &mut Random, places: usize) -> Question {
    let place = random.pick(&ENVIRONMENTS.iter().take(places).collect::<Vec<_>>());
    let text = expression(random, place);
    let question = Question::new("talos.validate").with("type", place.name).with("expression", text);
    remake(question.with("mode", "metal").with("strict", false).with("local", false))
}

/// The document around the expression.
fn remake(question: Question) -> Question {
    let place = ENVIRONMENTS.iter().find(|place| place.name == question.text("type"));
    let before = place.map(|place| place.document).unwrap_or_default();
    let expression = match question.text("expression") {
        "" => " ",
        other => other,
    };
    let text = format!("apiVersion: v1alpha1\n{before}{}\n", Value::from(expression));
    question.with("text", text)
}

/// What is wrong, as `LINE:COLUMN: MESSAGE`. That validating says the same is looked at on the way.
fn ours(question: &Question, minor: Minor) -> Answer {
    let environment = match question.text("type") {
        "disk" => Environment::Disk,
        "volume" => Environment::Volume,
        "member" => Environment::Member,
        "link" => Environment::Link,
        "trigger" => Environment::Trigger,
        _ => Environment::Scoring,
    };
    let faults = expression::check(question.text("expression"), environment, minor);
    let source = Source::new("question", question.text("text"));
    let findings = validate_source(&source, minor, Mode::Metal);
    let of_expression = findings.iter().filter(|finding| finding.rule == &EXPRESSION_INVALID);
    let said: Vec<&str> = of_expression.map(|finding| finding.message.as_str()).collect();
    let same = said.len() == faults.len()
        && said.iter().zip(&faults).all(|(said, fault)| said.len() > 1_990 || said.ends_with(&fault.message));
    if !same {
        return Answer::Refused(format!("validating says {findings:?}"));
    }
    let lines = faults.iter().map(|fault| {
        if fault.message.starts_with("expression output type") {
            fault.message.clone()
        } else {
            format!("{}:{}: {}", fault.line, fault.column, fault.message)
        }
    });
    Answer::Ok(plain(lines.collect()).into())
}

/// Of syntax that is wrong only that it is: upstream's parser recovers and goes on, and lists what could have stood there.
fn plain(lines: Vec<String>) -> Vec<String> {
    if lines.iter().any(|line| line.contains(": Syntax error")) {
        vec!["Syntax error".to_owned()]
    } else {
        lines
    }
}

fn agree(theirs: &Answer, ours: &Answer) -> bool {
    let (Answer::Ok(theirs), Answer::Ok(ours)) = (theirs, ours) else {
        return Answer::same_result(theirs, ours);
    };
    let errors = theirs.get("errors").and_then(Value::as_array);
    let lines = errors.into_iter().flatten().filter_map(Value::as_str).flat_map(str::lines);
    let said =
        lines.filter_map(|line| match (line.find("ERROR: <input>:"), line.find("expression output type")) {
            _ if line.starts_with(" | ") => None,
            (Some(at), _) => line.get(at + "ERROR: <input>:".len()..),
            (None, Some(at)) => line.get(at..),
            (None, None) => None,
        });
    Value::from(plain(said.map(str::to_owned).collect())) == *ours
}
