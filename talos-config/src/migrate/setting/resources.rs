//! What a component gets and may use, in its two forms.

use super::base_runtime_spec::{map, value};
use crate::{k8s, v1alpha1};

pub(super) fn up(old: Option<v1alpha1::ResourcesConfig>) -> Option<k8s::ResourcesConfig> {
    let new = old.map(|old| k8s::ResourcesConfig { requests: map(old.requests), limits: map(old.limits) });
    new.filter(|new| *new != k8s::ResourcesConfig::default())
}

pub(super) fn down(new: Option<k8s::ResourcesConfig>) -> Option<v1alpha1::ResourcesConfig> {
    let old =
        new.map(|new| v1alpha1::ResourcesConfig { requests: value(new.requests), limits: value(new.limits) });
    old.filter(|old| *old != v1alpha1::ResourcesConfig::default())
}
