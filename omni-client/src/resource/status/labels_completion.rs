//! Labels that resources of a type have.

use std::collections::BTreeMap;

use super::message::message;
use crate::resource::Spec;

message! {
    /// Labels that resources of a type have, to be offered while typing. Its id is the type.
    LabelsCompletion = "LabelsCompletionSpec" {
        /// The values of each label, by its key.
        items: BTreeMap<String, Values> = "items",
    }
}

impl Spec for LabelsCompletion {
    const TYPE: &'static str = "LabelsCompletions.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}

message! {
    /// The values of a label.
    Values = "LabelsCompletionSpec.Values" {
        /// The values.
        items: Vec<String> = "items",
    }
}
