//! What a patch says without effect, and what it changes without saying so.

use std::borrow::Cow;

use manifest::yaml::{Document as Parsed, Node};
use manifest::{FieldPath, Finding, Part, Rule, Segment};

use super::{is_about, parsed, place, same};
use crate::configuration::Document;
use crate::facts::{Facts, Shape, Special};
use crate::model::Datum;
use crate::patch::merge::Merger;
use crate::patch::{Patch, Selector};
use crate::rules;

/// Compares, for every document of a patch, what it says with what came of it.
pub(super) fn find(
    patch: &Patch,
    documents: &[Document],
    before: &[Document],
    after: &[Document],
    findings: &mut Vec<Finding>,
) {
    let texts = parsed(&patch.source, patch.minor);
    findings.extend(texts.iter().filter_map(|text| passed_over(patch, text)));
    for right in documents {
        let text = texts.iter().find(|text| is_about(text, right.kind.name(), right.name()));
        let (Some(text), Some(left), Some(merged)) =
            (text, same(before, right.id()), same(after, right.id()))
        else {
            continue;
        };
        let mut search =
            Search { patch, text, facts: Facts::of(patch.minor), path: FieldPath::root(), findings };
        search.fields(text.root(), right.place, [&left.datum, &right.datum, &merged.datum]);
    }
}

/// A document that names a kind, but neither its version nor a setting: it is nowhere in the result.
fn passed_over(patch: &Patch, text: &Parsed) -> Option<Finding> {
    let taken = Selector::take(&mut Cow::Borrowed(text.root())).ok()?;
    let kind = text.root().get("kind").and_then(Node::as_text).filter(|kind| !kind.is_empty())?;
    if taken.has_rest || !taken.selectors.is_empty() {
        return None;
    }
    let at = FieldPath::root().key("kind");
    let span = text.span_of(&at, Part::Key);
    let message = format!("Talos passes over a document that says no more than that it is a `{kind}`");
    let finding = Finding::new(&rules::PATCH_WITHOUT_EFFECT, place(&patch.source, Some(span), at), message);
    Some(finding.help("add its `apiVersion`, `v1alpha1` in most cases"))
}

struct Search<'s> {
    patch: &'s Patch,
    text: &'s Parsed,
    facts: &'static Facts,
    path: FieldPath,
    findings: &'s mut Vec<Finding>,
}

/// A value before the patch, in it and after it.
type Three<'d> = [&'d Datum; 3];

impl Search<'_> {
    fn fields(&mut self, node: &Node, structure: usize, three: Three<'_>) {
        let facts = self.facts;
        for (index, field) in facts.at(structure).fields.iter().enumerate() {
            let [Some(left), Some(right), Some(merged)] = three.map(|datum| datum.field(index)) else {
                continue;
            };
            self.at(node, field.key, &field.shape, [left, right, merged]);
        }
    }

    /// Looks at the value behind a key of a mapping of the patch.
    fn at(&mut self, node: &Node, key: &str, shape: &Shape, three: Three<'_>) {
        let [left, _, merged] = three;
        let Some(said) = node.get(key) else {
            // Nothing is said; what is empty afterwards was taken away.
            if left != merged && !left.is_empty(shape, self.facts) && merged.is_empty(shape, self.facts) {
                let message =
                    format!("merging the patch takes `{}` away, which it does not mention", self.shown(key));
                self.say(&rules::PATCH_TAKES_AWAY, Part::Key, message);
            }
            return;
        };
        if said.is_null() {
            return;
        }
        self.path.push(Segment::Key(key.into()));
        self.value(said, shape, three);
        self.path.pop();
    }

    fn value(&mut self, said: &Node, shape: &Shape, three: Three<'_>) {
        let [left, right, merged] = three;
        match shape.behind_pointers() {
            Shape::Struct(place) if *left != Datum::Nil => self.fields(said, *place, three),
            Shape::Special(Special::Pem { .. }) => self.pair(said, three),
            Shape::Map(inner) => {
                if let [Datum::Map(left), Datum::Map(right), Datum::Map(merged)] = three {
                    for (key, right) in right {
                        if let (Some(left), Some(merged)) = (left.get(key), merged.get(key)) {
                            self.at(said, key, inner, [left, right, merged]);
                        }
                    }
                }
            }
            Shape::List { item, keyed: Some(key) } if *key != "image" => self.items(said, item, key, three),
            // What other lists and free mappings hold is added, or replaced as a whole.
            Shape::List { .. }
            | Shape::Free
            | Shape::Struct(_)
            | Shape::Special(Special::Args | Special::InlineManifests(_)) => {}
            Shape::Special(Special::Size) => {
                self.leaf(size(left) == size(merged), size(right) == size(merged));
            }
            _ => self.leaf(left == merged, right == merged),
        }
    }

    /// Looks at the items of a list that are merged with those of the same key. One that brings its key along is taken over
    /// as it is.
    fn items(&mut self, node: &Node, item: &Shape, key: &str, three: Three<'_>) {
        let [Datum::List(left), Datum::List(right), Datum::List(merged)] = three else { return };
        let lists = Merger { facts: self.facts };
        let keeps_nothing = matches!(item, Shape::Pointer(_));
        let nodes = node.as_sequence().unwrap_or_default().iter().enumerate();
        let nodes = nodes.filter(|(_, node)| keeps_nothing || !node.is_null());
        for ((index, node), right) in nodes.zip(right) {
            let Ok(Some(twin)) = lists.twin(left, right, item, key) else { continue };
            let (Some(left), Some(merged)) = (left.get(twin), merged.get(twin)) else { continue };
            self.path.push(Segment::Index(index));
            self.value(node, item, [left, right, merged]);
            self.path.pop();
        }
    }

    /// A certificate and its key, which have no fields of their own.
    fn pair(&mut self, node: &Node, three: Three<'_>) {
        for (index, key) in ["crt", "key"].into_iter().enumerate() {
            let [Some(left), Some(right), Some(merged)] = three.map(|datum| datum.field(index)) else {
                continue;
            };
            self.at(node, key, &Shape::String, [left, right, merged]);
        }
    }

    fn leaf(&mut self, is_unchanged: bool, is_as_said: bool) {
        if is_as_said {
            return;
        }
        let message = if is_unchanged {
            format!("`{}` stays as it is: an empty value of a patch counts as not given", self.path)
        } else {
            format!("`{}` becomes a mixture of what the patch says and what was there", self.path)
        };
        self.say(&rules::PATCH_WITHOUT_EFFECT, Part::Value, message);
    }

    fn shown(&self, key: &str) -> String {
        self.path.clone().key(key).to_string()
    }

    fn say(&mut self, rule: &'static Rule, part: Part, message: String) {
        let span = self.text.span_of(&self.path, part);
        let finding = Finding::new(rule, place(&self.patch.source, Some(span), self.path.clone()), message);
        self.findings.push(finding.help(match rule.code {
            "TAL0110" => "write the whole value into the configuration itself, or delete it with `$patch: delete` and set it in a patch behind it",
            _ => "repeat it in the patch",
        }));
    }
}

/// What is written of a size: the bytes before the share.
fn size(datum: &Datum) -> Option<&str> {
    let part = |place| datum.field(place).and_then(Datum::as_text);
    part(0).or_else(|| part(1))
}
