//! Which resources of a type are meant.

use super::wire::cosi;
use crate::selector::{Selector, Term, Test};

/// A choice among the resources of a type; the default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// By label; one of them must hold, all do if there is none.
    pub selectors: Vec<Selector>,
    /// By id: a pattern in Go's syntax that is found somewhere in the id.
    pub id_pattern: Option<String>,
}

impl Query {
    /// By labels.
    #[must_use]
    pub fn labels(selector: Selector) -> Self {
        Self { selectors: vec![selector], id_pattern: None }
    }

    /// The one resource with this id.
    #[must_use]
    pub fn id(id: &str) -> Self {
        let escape = |c: char| {
            let is_special = r"\.+*?()|[]{}^$".contains(c);
            is_special.then_some('\\').into_iter().chain([c])
        };
        let id: String = id.chars().flat_map(escape).collect();
        Self { selectors: Vec::new(), id_pattern: Some(format!("^{id}$")) }
    }

    pub(super) fn label_query(&self) -> Vec<cosi::LabelQuery> {
        let query =
            |selector: &Selector| cosi::LabelQuery { terms: selector.terms.iter().map(term).collect() };
        self.selectors.iter().map(query).collect()
    }

    pub(super) fn id_query(&self) -> Option<cosi::IdQuery> {
        self.id_pattern.clone().map(|regexp| cosi::IdQuery { regexp })
    }
}

fn term(term: &Term) -> cosi::LabelTerm {
    let (op, value) = match &term.test {
        Test::Exists => (cosi::Operation::Exists, Vec::new()),
        Test::Equal(value) => (cosi::Operation::Equal, vec![value.clone()]),
        Test::In(values) => (cosi::Operation::In, values.clone()),
        Test::Less(limit) => (cosi::Operation::LtNumeric, vec![limit.clone()]),
        Test::LessOrEqual(limit) => (cosi::Operation::LteNumeric, vec![limit.clone()]),
    };
    cosi::LabelTerm { key: term.key.clone(), op: op.into(), value, invert: term.invert }
}
