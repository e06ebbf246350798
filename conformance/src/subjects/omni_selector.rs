//! Label selectors: their terms, and what they choose.

use std::collections::BTreeMap;

use omni_client::selector::{Selector, Term, Test};
use serde_json::{Value, json};

use crate::corpus::omni::{labels, selector};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::subject::Subject;

/// How a selector is read, and which of four sets of labels it chooses.
pub(crate) const SELECTORS: Subject = Subject {
    name: "omni-selectors",
    program: Program { directory: "omni", modfile: "go.mod" },
    recorded: 4_000,
    question: |random| {
        Question::new("omni.selector").with("text", selector(random)).with("labels", labels(random))
    },
    remake: |question| question,
    ours: Some(ours),
    agree: Answer::same_words,
};

fn ours(question: &Question) -> Answer {
    let selector: Selector = match question.text("text").parse() {
        Ok(selector) => selector,
        Err(error) => return Answer::Refused(format!("{error}")),
    };
    let sets: Vec<BTreeMap<String, String>> =
        serde_json::from_value(question.field("labels").clone()).unwrap_or_default();
    let chosen: Vec<bool> = sets.iter().map(|labels| selector.matches(labels)).collect();
    let terms: Vec<Value> = selector.terms.iter().map(described).collect();
    Answer::Ok(json!({"terms": terms, "chosen": chosen}))
}

/// A term, with the number that `LabelOp` has upstream.
fn described(term: &Term) -> Value {
    let (operation, values): (u8, Vec<&str>) = match &term.test {
        Test::Exists => (0, vec![]),
        Test::Equal(value) => (1, vec![value]),
        Test::In(values) => (2, values.iter().map(String::as_str).collect()),
        Test::Less(limit) => (5, vec![limit]),
        Test::LessOrEqual(limit) => (6, vec![limit]),
    };
    json!({"key": term.key, "op": operation, "values": values, "invert": term.invert})
}
