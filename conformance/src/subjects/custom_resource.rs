//! Cilium's custom resources: what the API server drops, fills in and refuses.

use std::collections::BTreeSet;

use cilium_values::resource::KINDS;
use cilium_values::{CiliumVersion, crd};
use manifest::{FieldPath, Finding, Segment};
use serde_json::{Map, Value, json};

use crate::corpus::custom_resource::{definitions, object};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// One subject for each minor.
pub(crate) const CHECKED: [Subject; 5] = [
    subject("custom-resources-1.16", |random| question(random, 16), |question| ours(question, 16)),
    subject("custom-resources-1.17", |random| question(random, 17), |question| ours(question, 17)),
    subject("custom-resources-1.18", |random| question(random, 18), |question| ours(question, 18)),
    subject("custom-resources-1.19", |random| question(random, 19), |question| ours(question, 19)),
    subject("custom-resources-1.20", |random| question(random, 20), |question| ours(question, 20)),
];

const fn subject(
    name: &'static str,
    question: fn(&mut Random) -> Question,
    ours: fn(&Question) -> Answer,
) -> Subject {
    Subject {
        name,
        program: Program { directory: "kube", modfile: "go.mod" },
        recorded: 1_500,
        question,
        remake: remade,
        ours: Some(ours),
        agree,
    }
}

fn question(random: &mut Random, minor: usize) -> Question {
    let definitions: Vec<_> = definitions(minor).iter().collect();
    let definition = random.pick(&definitions);
    let plural = definition.name.split('.').next().unwrap_or_default();
    let kind = KINDS.iter().find(|kind| kind.plural == plural).map_or("", |kind| kind.kind);
    let mut whole = Map::from_iter([
        ("apiVersion".to_owned(), json!(format!("cilium.io/{}", definition.version))),
        ("kind".to_owned(), kind.into()),
        ("metadata".to_owned(), json!({"name": "a"})),
    ]);
    whole.extend(object(random, definition).as_object().cloned().unwrap_or_default());
    Question::new("crd.check")
        .with("crds", format!("conformance/facts/cilium/crds-1.{minor}.json.gz"))
        .with("crd", definition.name.as_str())
        .with("version", definition.version.as_str())
        .with("object", Value::Object(whole).to_string())
}

/// A question that was changed, about the same kind of object as before.
fn remade(question: Question) -> Question {
    let Ok(Value::Object(mut object)) = serde_json::from_str(question.text("object")) else {
        return question;
    };
    let plural = question.text("crd").split('.').next().unwrap_or_default();
    let kind = KINDS.iter().find(|kind| kind.plural == plural).map_or("", |kind| kind.kind);
    object.insert("apiVersion".to_owned(), json!(format!("cilium.io/{}", question.text("version"))));
    object.insert("kind".to_owned(), kind.into());
    question.with("object", Value::Object(object).to_string())
}

/// What is stored, what is dropped and what is refused, place by place.
fn ours(question: &Question, minor: u64) -> Answer {
    let Ok(object) = serde_json::from_str::<manifest::Value>(question.text("object")) else {
        return Answer::Misasked("no JSON".to_owned());
    };
    let cilium = CiliumVersion::new(1, minor, 0);
    let findings = crd::check_value(&object, &cilium);
    let places = |rule: &str| -> BTreeSet<String> {
        findings.iter().filter(|finding| finding.rule.name == rule).map(address).collect()
    };
    let errors: BTreeSet<(String, String)> = findings
        .iter()
        .filter(|finding| finding.rule.name == "object-refused")
        .map(|finding| (address(finding), finding.upstream.clone().unwrap_or_default()))
        .collect();
    let errors: Vec<Value> =
        errors.into_iter().map(|(field, detail)| json!({"field": field, "detail": detail})).collect();
    Answer::Ok(json!({
        "object": crd::stored(&object, &cilium),
        "pruned": places("field-pruned"),
        "errors": errors,
    }))
}

fn address(finding: &Finding) -> String {
    path(&finding.place.path)
}

/// A path as the API server writes it.
fn path(path: &FieldPath) -> String {
    let mut text = String::new();
    for segment in path.segments() {
        match segment {
            Segment::Key(key) if text.is_empty() => text.push_str(key),
            Segment::Key(key) => text.extend([".", key]),
            Segment::Index(index) => text.extend(["[", &index.to_string(), "]"]),
        }
    }
    text
}

/// The same object is stored, the same fields are dropped, and the same are refused in the same words.
fn agree(theirs: &Answer, ours: &Answer) -> bool {
    let (Answer::Ok(theirs), Answer::Ok(ours)) = (theirs, ours) else { return false };
    let (mut refused, mut our_refused) = (complaints(theirs), complaints(ours));
    // The server evaluates no rules in CEL on an object that is refused for one of these reasons; the oracle does.
    let is_blocked = refused.iter().any(|complaint| BLOCKING.contains(&complaint.kind));
    if is_blocked {
        refused.retain(|complaint| !complaint.is_rule());
        our_refused.retain(|complaint| !complaint.is_rule());
    }
    // What is of a wrong type is refused once more for what the type would have brought with it.
    let mistyped: BTreeSet<&str> = refused
        .iter()
        .filter(|complaint| complaint.kind == "FieldValueTypeInvalid")
        .map(|complaint| complaint.field)
        .collect();
    let is_of_type = |complaint: &&Complaint<'_>| {
        complaint.kind == "FieldValueTypeInvalid" || !mistyped.contains(complaint.place())
    };
    // The same of a number or text, and of what all of several schemas have to say.
    let is_repeated = |complaint: &&Complaint<'_>| {
        let at_place = || refused.iter().filter(|other| other.place() == complaint.place());
        complaint.detail.contains(" of type integer: ")
            && at_place().any(|other| other.detail.contains(" of type integer,string: "))
            || complaint.kind == "FieldValueNotSupported"
                && at_place().any(|other| other.detail.contains("(allOf)"))
    };
    // Of the forms that exclude each other, the server says what the first one lacks.
    let formless: BTreeSet<&str> = refused
        .iter()
        .filter(|complaint| {
            complaint.detail.contains("Found none valid") || complaint.detail.contains("(anyOf)")
        })
        .map(Complaint::place)
        .collect();
    let is_lacking = |complaint: &&Complaint<'_>| {
        let parent = complaint.place().rsplit_once('.').map_or("", |(parent, _)| parent);
        complaint.words() == "Required value" && formless.contains(parent)
    };
    let words = |complaint: &Complaint<'_>| (complaint.place().to_owned(), complaint.words().to_owned());
    let ours_said: BTreeSet<_> =
        our_refused.iter().filter(|complaint| !is_lacking(complaint)).map(words).collect();
    // What is only said on top may be said by us, too.
    let is_needed = |complaint: &&Complaint<'_>| {
        is_of_type(complaint) && !is_repeated(complaint) || ours_said.contains(&words(complaint))
    };
    let theirs_said: BTreeSet<_> = refused
        .iter()
        .filter(|complaint| !is_lacking(complaint) && is_needed(complaint))
        .map(words)
        .collect();
    // Nor is it told what is dropped from something that has no place there at all.
    let pruned = |answer: &Value| -> BTreeSet<String> {
        let items = answer.get("pruned").and_then(Value::as_array).into_iter().flatten();
        let places = items.filter_map(Value::as_str);
        let is_below = |place: &str| {
            mistyped
                .iter()
                .any(|above| place.strip_prefix(above).is_some_and(|rest| rest.starts_with(['.', '['])))
        };
        places.filter(|place| !is_below(place)).map(str::to_owned).collect()
    };
    theirs.get("object").map(plain) == ours.get("object").map(plain)
        && pruned(theirs) == pruned(ours)
        && theirs_said == ours_said
}

/// The value with whole numbers written without a fraction.
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => number
            .as_f64()
            .filter(|number| number.fract() == 0.0 && number.abs() < 1e15)
            .map_or_else(|| value.clone(), |number| json!(format!("{number}"))),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), plain(value))).collect(),
        other => other.clone(),
    }
}

/// One reason of a refusal.
struct Complaint<'a> {
    /// Absent from our answers.
    kind: &'a str,
    field: &'a str,
    detail: &'a str,
}

/// After these the server evaluates no rules (`hasBlockingErr`).
const BLOCKING: [&str; 5] = [
    "FieldValueNotSupported",
    "FieldValueRequired",
    "FieldValueTooLong",
    "FieldValueTooMany",
    "FieldValueTypeInvalid",
];

fn complaints(answer: &Value) -> Vec<Complaint<'_>> {
    let items = answer.get("errors").and_then(Value::as_array).into_iter().flatten();
    let text = |item, key| Value::get(item, key).and_then(Value::as_str).unwrap_or_default();
    items
        .map(|item| Complaint {
            kind: text(item, "type"),
            field: text(item, "field"),
            detail: text(item, "detail"),
        })
        .collect()
}

impl<'a> Complaint<'a> {
    /// Where it is; the server names the place of combinations in their words only, and not that of the whole object.
    fn place(&self) -> &'a str {
        let quoted = self.detail.strip_prefix('"').and_then(|rest| rest.split_once("\" must "));
        match (self.field, quoted) {
            ("<nil>", Some((place, _))) => place,
            ("<nil>", None) => "",
            (field, _) => field,
        }
    }

    /// What is said; what has no detail says it all with its type.
    fn words(&self) -> &'a str {
        match (self.detail, self.kind) {
            ("", "FieldValueRequired") => "Required value",
            ("", "FieldValueDuplicate") => "Duplicate value",
            (detail, _) => detail,
        }
    }

    /// Whether these are the words of a rule in CEL: none of those that validation by schemas has.
    fn is_rule(&self) -> bool {
        let words = self.words();
        let is_of_schema = words.starts_with('"')
            || [
                " in body ",
                "Required value",
                "Duplicate value",
                "must have at most",
                "may not be more",
                "supported values",
            ]
            .iter()
            .any(|part| words.contains(part));
        !is_of_schema
    }
}
