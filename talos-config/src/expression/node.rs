//! The tree of an expression.

use super::types::Type;

/// A node's place in the tree.
pub(super) type Id = usize;

/// A node and the byte that its faults are said at.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) at: usize,
}

/// What a node is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Literal(Type),
    Name(String),
    /// A field; `has` only asks whether it is there.
    Select {
        operand: Id,
        field: String,
        test: bool,
    },
    /// A field that may be absent: `a.?b`.
    OptionalSelect {
        operand: Id,
        field: String,
    },
    Call {
        name: String,
        target: Option<Id>,
        arguments: Vec<Id>,
    },
    /// Items, and whether each may be absent.
    List(Vec<(Id, bool)>),
    /// Keys, values, and whether each may be absent.
    Map(Vec<(Id, Id, bool)>),
    Message {
        name: String,
        fields: Vec<MessageField>,
    },
    Fold(Box<Fold>),
    /// What could not be understood; a fault says so.
    Wrong,
}

/// A field of a message that is written out.
#[derive(Clone, Debug)]
pub(super) struct MessageField {
    pub(super) name: String,
    pub(super) value: Id,
    pub(super) optional: bool,
    pub(super) at: usize,
}

/// What macros over lists and maps become.
#[derive(Clone, Debug)]
pub(super) struct Fold {
    pub(super) range: Id,
    pub(super) variable: String,
    pub(super) accumulator: String,
    pub(super) initial: Id,
    pub(super) condition: Id,
    pub(super) step: Id,
    pub(super) result: Id,
}

/// All nodes of an expression.
#[derive(Debug, Default)]
pub(super) struct Tree(Vec<Node>);

impl Tree {
    pub(super) fn add(&mut self, at: usize, kind: Kind) -> Id {
        self.0.push(Node { kind, at });
        self.0.len() - 1
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        static NOTHING: Node = Node { kind: Kind::Wrong, at: 0 };
        self.0.get(id).unwrap_or(&NOTHING)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// A selection of names only, as one name.
    pub(super) fn qualified(&self, mut id: Id) -> Option<String> {
        let mut parts = Vec::new();
        loop {
            match &self.node(id).kind {
                Kind::Name(name) => {
                    parts.push(name.as_str());
                    parts.reverse();
                    return Some(parts.join("."));
                }
                Kind::Select { operand, field, test: false } => {
                    parts.push(field);
                    id = *operand;
                }
                _ => return None,
            }
        }
    }
}
