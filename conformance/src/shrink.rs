//! Making a question small while it still shows what it showed.

use serde_json::Value;

use crate::question::{CHOICES, Question};

/// The smallest question found that is still `interesting`: list items are taken away, then lines, then characters.
/// At most `attempts` questions are tried.
pub fn shrink(
    question: &Question,
    mut attempts: usize,
    mut interesting: impl FnMut(&Question) -> bool,
) -> Question {
    let mut best = question.clone();
    loop {
        let mut improved = false;
        for candidate in candidates(&best) {
            if attempts == 0 {
                return best;
            }
            attempts -= 1;
            if interesting(&candidate) {
                best = candidate;
                improved = true;
                break;
            }
        }
        if !improved {
            return best;
        }
    }
}

/// Every question that is one step smaller, big steps first.
fn candidates(question: &Question) -> Vec<Question> {
    let mut candidates = Vec::new();
    for (field, value) in question.fields() {
        if CHOICES.contains(&field.as_str()) {
            continue;
        }
        candidates.extend(smaller(value).into_iter().map(|value| question.clone().with(field, value)));
    }
    candidates
}

fn smaller(value: &Value) -> Vec<Value> {
    match value {
        Value::String(text) => {
            let of_json = smaller_json(text).into_iter();
            of_json.chain(smaller_texts(text)).map(Value::from).collect()
        }
        Value::Array(items) => {
            let mut lists = without_each(items, 1).collect::<Vec<_>>();
            for (index, item) in items.iter().enumerate() {
                lists.extend(smaller(item).into_iter().map(|item| {
                    let mut items = items.clone();
                    if let Some(place) = items.get_mut(index) {
                        *place = item;
                    }
                    items
                }));
            }
            lists.into_iter().map(Value::from).chain(items.iter().cloned()).collect()
        }
        Value::Object(entries) => {
            let mut maps = Vec::new();
            for (key, value) in entries {
                let without = entries.iter().filter(|(other, _)| *other != key);
                maps.push(without.map(|(key, value)| (key.clone(), value.clone())).collect());
                maps.extend(smaller(value).into_iter().map(|value| {
                    let mut entries = entries.clone();
                    entries.insert(key.clone(), value);
                    entries
                }));
            }
            maps.into_iter().map(Value::Object).chain(entries.values().cloned()).collect()
        }
        _ => Vec::new(),
    }
}

/// What a text of a JSON object or list stands for, made smaller: cut anywhere else it would be no JSON any more.
fn smaller_json(text: &str) -> Vec<String> {
    match serde_json::from_str(text) {
        Ok(value @ (Value::Object(_) | Value::Array(_))) => {
            smaller(&value).iter().map(Value::to_string).collect()
        }
        _ => Vec::new(),
    }
}

/// The text without a run of its lines, then without a run of its characters; long runs first.
fn smaller_texts(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let characters: Vec<char> = text.chars().collect();
    let by_lines = runs(lines.len()).flat_map(|run| without_each(&lines, run).map(|left| left.concat()));
    let by_characters =
        runs(characters.len().min(64)).flat_map(|run| without_each(&characters, run).map(String::from_iter));
    by_lines.chain(by_characters).collect()
}

/// Lengths of runs to try: half of all, a quarter, down to one.
fn runs(length: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(length / 2), |run| Some(run / 2))
        .take_while(|run| *run > 0)
        .chain((length == 1).then_some(1))
}

/// The items without the first run, without the second, and so on.
fn without_each<T: Clone>(items: &[T], run: usize) -> impl Iterator<Item = Vec<T>> {
    (0..items.len()).step_by(run.max(1)).map(move |start| {
        let (before, rest) = items.split_at(start);
        let after = rest.get(run..).unwrap_or_default();
        [before, after].concat()
    })
}
