//! Laws of origins, over the random cases that are asked about patches.

use conformance::{Question, SUBJECTS};
use manifest::yaml::{self, Document, Reading};
use manifest::{Source, Value};
use talos_config::patch::{self, How, Leaf, Patched};
use talos_config::{Configuration, Minor, Patch};

const CASES: u64 = 150;

/// What a case makes, if it can be done: the same text with and without origins.
fn patched(question: &Question, minor: Minor) -> Option<Patched> {
    let load = |text| Patch::load(&Source::new("patch", text), minor).value;
    let patches: Vec<_> = question.texts("patches").map(load).collect::<Option<_>>()?;
    let config = Source::new("config", question.text("config"));
    let plain = patch::apply(&config, &patches, minor);
    match (plain, patch::apply_with_origins(&config, &patches, minor)) {
        (Ok(text), Ok(result)) => {
            assert_eq!(text, result.text);
            Some(result)
        }
        (Err(plain), Err(followed)) => {
            assert_eq!(plain.to_string(), followed.to_string());
            None
        }
        (plain, followed) => panic!("{question:?}: {plain:?} but {followed:?}"),
    }
}

fn cases(mut check: impl FnMut(&Question, Minor, &Patched)) -> usize {
    let minors = [
        ("1.9", Minor::V1_9),
        ("1.10", Minor::V1_10),
        ("1.11", Minor::V1_11),
        ("1.12", Minor::V1_12),
        ("1.13", Minor::V1_13),
        ("1.14", Minor::V1_14),
    ];
    let mut checked = 0;
    for (name, minor) in minors {
        let subject =
            SUBJECTS.iter().find(|subject| subject.name == format!("talos-patched-{name}")).unwrap();
        for index in 0..CASES {
            let question = subject.case(5, index);
            if let Some(patched) = patched(&question, minor) {
                check(&question, minor, &patched);
                checked += 1;
            }
        }
    }
    checked
}

fn documents(text: &str) -> Vec<Document> {
    yaml::parse(&Source::new("result", text)).unwrap()
}

#[test]
fn every_value_of_a_result_has_an_origin() {
    let checked = cases(|question, _, patched| {
        let leaves = patched.origins.leaves();
        let mut expected = 0;
        for document in documents(&patched.text) {
            expected += count(&document.decode::<Value>(Reading::Json).value.unwrap());
        }
        assert_eq!(leaves.len(), expected, "{question:?}\n{}", patched.text);
    });
    assert!(checked > 80, "{checked}");
}

fn count(value: &Value) -> usize {
    match value {
        Value::Mapping(map) if !map.is_empty() => map.iter().map(|(_, value)| count(value)).sum(),
        Value::Sequence(items) if !items.is_empty() => items.iter().map(count).sum(),
        _ => 1,
    }
}

/// Puts the text of an origin in the place of its value: it must be written as the same value again.
#[test]
fn the_text_of_an_origin_yields_the_value() {
    let mut replaced = 0;
    cases(|question, minor, patched| {
        let Some(canonical) = written(&patched.text, minor) else { return };
        for leaf in patched.origins.leaves().iter().filter(|leaf| leaf.origin.how == How::Written) {
            let Some(text) = with_said(&patched.text, leaf) else { continue };
            let Some(again) = written(&text, minor) else {
                panic!("{question:?}\n{leaf:?}\n{text}");
            };
            // The parts of a URL may come from two texts.
            assert!(
                again == canonical || leaf.origin.text().contains("://"),
                "{question:?}\n{leaf:?} {}\n{canonical}\n{again}",
                leaf.origin.text()
            );
            replaced += 1;
        }
    });
    assert!(replaced > 1_000, "{replaced}");
}

fn written(text: &str, minor: Minor) -> Option<String> {
    Configuration::load(&Source::new("result", text), minor).value?.encode().ok()
}

/// The result with a value as the text of its origin says it; none where that text cannot stand in another place.
fn with_said(text: &str, leaf: &Leaf) -> Option<String> {
    let said = leaf.origin.text();
    if said.is_empty() || said.contains('\n') || said.starts_with(['|', '>', '&', '*', '!']) {
        return None;
    }
    // An operation hands over the value of a number or date, not how it is written.
    let is_operation = leaf.origin.source.text().starts_with(['[', '-']);
    if is_operation && !said.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    // A block of one line cannot stand behind its key.
    let read = yaml::parse(&Source::new("said", said)).ok()?;
    if read.first()?.root().as_scalar().is_none() && !said.starts_with(['[', '{']) {
        return None;
    }
    let mut result = text.to_owned();
    result.replace_range(leaf.span.range(), said);
    Some(result)
}
