//! Selection by labels.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Objects by their labels: all conditions must hold, and none is as good as true.
///
/// ```
/// use std::collections::BTreeMap;
/// use cilium_values::resource::LabelSelector;
///
/// let labels = BTreeMap::from([("app".to_owned(), "web".to_owned())]);
/// let selector = LabelSelector { match_labels: labels.clone(), ..LabelSelector::default() };
/// assert_eq!(selector.matches(&labels), Some(true));
/// assert_eq!(LabelSelector::default().matches(&labels), Some(true));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LabelSelector {
    /// Labels with the value each must have.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub match_labels: BTreeMap<String, String>,
    /// Further conditions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub match_expressions: Vec<Requirement>,
}

/// One condition on labels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Requirement {
    /// The label.
    pub key: String,
    /// How it is compared.
    pub operator: Operator,
    /// What it is compared with: at least one for `In` and `NotIn`, none for the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
}

/// How a label is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Operator {
    /// It is there with one of the values.
    In,
    /// It is absent, or has none of the values.
    NotIn,
    /// It is there.
    Exists,
    /// It is absent.
    DoesNotExist,
}

impl LabelSelector {
    /// Whether labels meet all conditions; none where a condition is itself invalid (`In` without values), which
    /// Cilium treats as a selector that fails, so nothing is selected.
    #[must_use]
    pub fn matches(&self, labels: &BTreeMap<String, String>) -> Option<bool> {
        let mut all = self.match_labels.iter().all(|(key, value)| labels.get(key) == Some(value));
        for requirement in &self.match_expressions {
            all &= requirement.matches(labels)?;
        }
        Some(all)
    }
}

impl Requirement {
    fn matches(&self, labels: &BTreeMap<String, String>) -> Option<bool> {
        let takes_values = matches!(self.operator, Operator::In | Operator::NotIn);
        if takes_values == self.values.is_empty() {
            return None;
        }
        let value = labels.get(&self.key);
        Some(match self.operator {
            Operator::In => value.is_some_and(|value| self.values.contains(value)),
            Operator::NotIn => !value.is_some_and(|value| self.values.contains(value)),
            Operator::Exists => value.is_some(),
            Operator::DoesNotExist => value.is_none(),
        })
    }
}
