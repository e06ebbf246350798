//! Changing a question a little: the way of a fuzzer, with the recorded corpus as its corpus.

use serde_json::Value;

use crate::question::{CHOICES, Question};
use crate::random::Random;

/// Characters that mean something to one of the readers.
const ALPHABET: &[&str] = &[
    " ", "\n", "\t", ":", "-", "?", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "{", "}", "[", "]", ",",
    "~", "0", "1", "9", "a", "e", "x", "_", ".", "/", "=", "<", "<<", "null", "true", "é", "\u{1}",
    "\u{feff}",
];

/// The question with one to four changes to its texts; some of the lines come from the `other` question. What names a
/// choice is left alone, and so is a question without any text.
#[must_use]
pub fn mutate(question: &Question, other: &Question, random: &mut Random) -> Question {
    let mut mutated = question.clone();
    for (field, value) in question.fields() {
        if !CHOICES.contains(&field.as_str()) {
            let foreign = other.text(field);
            mutated = mutated.with(field, changed(value, foreign, random));
        }
    }
    mutated
}

fn changed(value: &Value, foreign: &str, random: &mut Random) -> Value {
    match value {
        Value::String(text) => {
            let mut text = text.clone();
            for _ in 0..=random.below(4) {
                text = if random.chance(50) {
                    random.mutate(&text, ALPHABET)
                } else {
                    lines(&text, foreign, random)
                };
            }
            text.into()
        }
        // Of several texts most stay as they are, so that they still have to do with each other.
        Value::Array(items) => items
            .iter()
            .map(|item| if random.chance(30) { changed(item, foreign, random) } else { item.clone() })
            .collect(),
        other => other.clone(),
    }
}

/// The text with a line removed, doubled, moved, or put in from another text.
fn lines(text: &str, foreign: &str, random: &mut Random) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (from, to) = (random.below(lines.len()), random.below(lines.len() + 1));
    let line = lines.get(from).copied().unwrap_or_default();
    match random.below(4) {
        0 if !lines.is_empty() => drop(lines.remove(from)),
        1 => lines.insert(to, line),
        2 if !lines.is_empty() => {
            lines.remove(from);
            lines.insert(to.min(lines.len()), line);
        }
        _ => {
            let strange: Vec<&str> = foreign.split_inclusive('\n').collect();
            lines.insert(to, strange.get(random.below(strange.len())).copied().unwrap_or_default());
        }
    }
    lines.concat()
}
