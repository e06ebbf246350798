//! What a component gets and may use, in its two forms.

use crate::{k8s, v1alpha1};

pub(super) fn up(old: Option<v1alpha1::ResourcesConfig>) -> Option<k8s::ResourcesConfig> {
    let new = old.map(|old| k8s::ResourcesConfig { requests: old.requests, limits: old.limits });
    new.filter(|new| *new != k8s::ResourcesConfig::default())
}

pub(super) fn down(new: Option<k8s::ResourcesConfig>) -> Option<v1alpha1::ResourcesConfig> {
    let old = new.map(|new| v1alpha1::ResourcesConfig { requests: new.requests, limits: new.limits });
    old.filter(|old| *old != v1alpha1::ResourcesConfig::default())
}
