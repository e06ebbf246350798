//! Mappings whose keys the chart does not know: labels, annotations, quantities, and values of any form.

use std::collections::BTreeMap;

use manifest::{Map, Value};
use serde::{Deserialize, Serialize};

use super::IntOrText;
use crate::values::{Overlay, Setting};

/// Names with texts, such as labels and annotations. A key that is `null` removes the chart's own entry.
pub type Texts = BTreeMap<String, Setting<String>>;

/// Names of resources with Kubernetes quantities: `cpu` with `500m` or 2, `memory` with `128Mi`.
pub type Quantities = BTreeMap<String, Setting<IntOrText>>;

/// A value of any form, handed on as it is.
///
/// It stands where Kubernetes (or another API) defines the form and the chart does not look at it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Any(pub Value);

/// Keys with values of any form, handed on as they are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Open(pub Map);

impl Any {
    /// Whether a template takes it for yes: anything but null, `false`, zero and what is empty.
    #[must_use]
    pub fn is_truthy(&self) -> bool {
        match &self.0 {
            Value::Null => false,
            Value::Bool(value) => *value,
            Value::Int(number) => *number != 0,
            Value::UInt(number) => *number != 0,
            Value::Float(number) => *number != 0.0,
            Value::String(text) => !text.is_empty(),
            Value::Sequence(items) => !items.is_empty(),
            Value::Mapping(map) => !map.is_empty(),
        }
    }
}

impl<T: Overlay + PartialEq> Overlay for BTreeMap<String, Setting<T>> {
    fn overlay(&mut self, over: &Self) {
        for (key, over) in over {
            self.entry(key.clone()).or_default().overlay(over);
        }
    }

    fn difference(&self, base: &Self) -> Option<Self> {
        let left: Self = self
            .iter()
            .filter_map(|(key, value)| {
                let base = base.get(key).unwrap_or(&Setting::Unset);
                value.difference(base).map(|left| (key.clone(), left))
            })
            .collect();
        (!left.is_empty()).then_some(left)
    }

    fn drop_nulls(&mut self) {
        self.retain(|_, value| {
            value.drop_nulls();
            !value.is_unset()
        });
    }
}

impl Overlay for Any {
    fn overlay(&mut self, over: &Self) {
        overlay(&mut self.0, &over.0);
    }

    fn difference(&self, base: &Self) -> Option<Self> {
        difference(&self.0, &base.0).map(Self)
    }

    fn drop_nulls(&mut self) {
        drop_nulls(&mut self.0);
    }
}

impl Overlay for Open {
    fn overlay(&mut self, over: &Self) {
        overlay_map(&mut self.0, &over.0);
    }

    fn difference(&self, base: &Self) -> Option<Self> {
        difference_map(&self.0, &base.0).map(Self)
    }

    fn drop_nulls(&mut self) {
        drop_nulls_in_map(&mut self.0);
    }
}

fn overlay(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Mapping(base), Value::Mapping(over)) => overlay_map(base, over),
        (base, over) => base.clone_from(over),
    }
}

fn overlay_map(base: &mut Map, over: &Map) {
    for (key, over) in over.iter() {
        overlay(base.get_or_insert(key), over);
    }
}

fn difference(value: &Value, base: &Value) -> Option<Value> {
    match (value, base) {
        (Value::Mapping(map), Value::Mapping(base)) => difference_map(map, base).map(Value::Mapping),
        (value, base) => (value != base).then(|| value.clone()),
    }
}

fn difference_map(map: &Map, base: &Map) -> Option<Map> {
    let left: Map = map
        .iter()
        .filter_map(|(key, value)| match base.get(key) {
            Some(base) => difference(value, base).map(|left| (key, left)),
            None => (!value.is_null()).then(|| (key, value.clone())),
        })
        .collect();
    (!left.is_empty()).then_some(left)
}

fn drop_nulls(value: &mut Value) {
    if let Value::Mapping(map) = value {
        drop_nulls_in_map(map);
    }
}

fn drop_nulls_in_map(map: &mut Map) {
    map.retain(|_, value| {
        drop_nulls(value);
        !value.is_null()
    });
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Any {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Any".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::Schema::default()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Open {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Open".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "object"})
    }
}
