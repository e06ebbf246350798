//! The tree of a YAML text: kinds, tags, texts and places, before any type is asked for.

use manifest::yaml::{Document, GoYaml, Kind, Node, Resolved, Scalar, Style, parse_as, resolve_as};
use manifest::{Source, Span};
use serde_json::{Value, json};

use crate::corpus::yaml::{Want, document};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// The trees of whole streams.
pub(crate) const TREES: Subject = Subject {
    name: "yaml-trees",
    program: Program { directory: "yaml", modfile: "go.mod" },
    recorded: 5_000,
    question,
    remake: |question| question,
    ours: Some(|question| ours(question, GoYaml::V4Rc6)),
    agree: |theirs, ours| match (theirs, ours) {
        (Answer::Ok(theirs), Answer::Ok(ours)) => holds(theirs, ours),
        (Answer::Refused(theirs), Answer::Refused(ours)) => theirs.ends_with(ours),
        _ => Answer::same_result(theirs, ours),
    },
};

/// The same by the library of Talos 1.13.
pub(crate) const TREES_RC4: Subject = Subject {
    name: "yaml-trees-rc4",
    program: Program { directory: "yaml", modfile: "rc4.mod" },
    recorded: 1_000,
    ours: Some(|question| ours(question, GoYaml::V4Rc4)),
    ..TREES
};

/// The same by the library of Talos 1.12.
pub(crate) const TREES_RC3: Subject = Subject {
    name: "yaml-trees-rc3",
    program: Program { directory: "yaml", modfile: "rc3.mod" },
    recorded: 1_000,
    ours: Some(|question| ours(question, GoYaml::V4Rc3)),
    ..TREES
};

/// The same by the library of Talos 1.9 to 1.11.
pub(crate) const TREES_V3: Subject = Subject {
    name: "yaml-trees-v3",
    program: Program { directory: "yaml", modfile: "v3.mod" },
    recorded: 1_000,
    ours: Some(|question| ours(question, GoYaml::V3)),
    ..TREES
};

const CORE: &str = "tag:yaml.org,2002:";

fn question(random: &mut Random) -> Question {
    let want = *random.pick(&[&Want::Anything, &Want::Struct, &Want::Labels]);
    Question::new("yaml.tree").with("text", document(random, want))
}

fn ours(question: &Question, release: GoYaml) -> Answer {
    match parse_as(&Source::new("question", question.text("text")), release) {
        Ok(documents) => {
            Answer::Ok(documents.iter().map(|document| Tree { document, release }.described()).collect())
        }
        Err(finding) => Answer::Refused(finding.upstream.unwrap_or(finding.message)),
    }
}

/// A document as a release reads it.
struct Tree<'d> {
    document: &'d Document,
    release: GoYaml,
}

impl Tree<'_> {
    fn described(&self) -> Value {
        json!({"kind": "document", "content": [self.node(self.document.root())]})
    }

    fn node(&self, node: &Node) -> Value {
        match &node.kind {
            Kind::Alias(target) if target.span == node.span => self.anchored(target),
            Kind::Alias(_) => json!({"kind": "alias"}),
            _ => self.anchored(node),
        }
    }

    /// A node with or without an anchor. Where a tag, an anchor or the sign of a block stands before the text, upstream's
    /// place is there and ours is that of the text.
    fn anchored(&self, node: &Node) -> Value {
        match &node.kind {
            Kind::Scalar(scalar) => {
                let mut described = json!({"kind": "scalar", "tag": self.tag(node, scalar)});
                insert(&mut described, "value", &scalar.text);
                let is_block = matches!(scalar.style, Style::Literal | Style::Folded);
                if !self.has_tag(node) && !is_block && !scalar.text.is_empty() {
                    self.place(node.span, &mut described);
                }
                described
            }
            Kind::Sequence(items) => {
                let items: Vec<Value> = items.iter().map(|item| self.node(item)).collect();
                json!({"kind": "list", "content": items})
            }
            Kind::Mapping(entries) => {
                let nodes = entries.iter().flat_map(|entry| [&entry.key, &entry.value]);
                let content: Vec<Value> = nodes.map(|child| self.node(child)).collect();
                json!({"kind": "map", "content": content})
            }
            Kind::Alias(_) => json!({"kind": "alias"}),
        }
    }

    /// Whether a tag stands before a node, even one that says nothing; there may be comments between them.
    fn has_tag(&self, node: &Node) -> bool {
        let before = self.document.source().text().get(..node.span.start).unwrap_or_default();
        let mut lines =
            before.lines().rev().map(|line| line.split('#').next().unwrap_or_default().trim_end());
        node.tag.is_some() || lines.find(|line| !line.is_empty()).is_some_and(|line| line.ends_with('!'))
    }

    fn place(&self, span: Span, described: &mut Value) {
        let position = self.document.source().position(span.start);
        if let Some(fields) = described.as_object_mut() {
            fields.insert("line".to_owned(), position.line.into());
            fields.insert("column".to_owned(), position.column.into());
        }
    }

    fn tag(&self, node: &Node, scalar: &Scalar) -> String {
        if let Some(tag) = &node.tag {
            return tag.strip_prefix(CORE).map_or_else(|| tag.to_string(), |short| format!("!!{short}"));
        }
        let name = match resolve_as(&scalar.text, self.release) {
            _ if !scalar.is_plain() => "str",
            Resolved::Null => "null",
            Resolved::Bool(_) => "bool",
            Resolved::Int(_) | Resolved::UInt(_) => "int",
            Resolved::Float(_) => "float",
            Resolved::Timestamp => "timestamp",
            Resolved::Merge => "merge",
            Resolved::String => "str",
        };
        format!("!!{name}")
    }
}

fn insert(described: &mut Value, name: &str, text: &str) {
    if let Some(fields) = described.as_object_mut().filter(|_| !text.is_empty()) {
        fields.insert(name.to_owned(), text.into());
    }
}

/// Whether upstream's node says all that ours says. An anchor stands before its node, where upstream begins to count.
fn holds(theirs: &Value, ours: &Value) -> bool {
    match (theirs, ours) {
        (Value::Array(theirs), Value::Array(ours)) => {
            theirs.len() == ours.len() && theirs.iter().zip(ours).all(|(theirs, ours)| holds(theirs, ours))
        }
        (Value::Object(theirs), Value::Object(ours)) => {
            ours.iter().all(|(name, ours)| match theirs.get(name) {
                _ if matches!(name.as_str(), "line" | "column") && theirs.contains_key("anchor") => true,
                Some(theirs) => holds(theirs, ours),
                None => ours.as_array().is_some_and(Vec::is_empty),
            })
        }
        _ => theirs == ours,
    }
}
