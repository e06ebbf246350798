//! Versions, in the estate.

use ::manifest::Finding;
use cilium_values::CiliumVersion;
use talos_config::{Minor, TalosVersion};

use super::Placed;
use crate::scalar::KubernetesVersion;

/// Versions of the systems that make up the cluster, each absent where it is not declared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Versions {
    /// Talos Linux.
    pub talos: Option<Placed<TalosVersion>>,
    /// Kubernetes.
    pub kubernetes: Option<Placed<KubernetesVersion>>,
    /// The Cilium chart.
    pub cilium: Option<Placed<CiliumVersion>>,
}

impl Versions {
    /// Takes over what is not known yet.
    pub(crate) fn fill(&mut self, other: &Self) {
        let Self { talos, kubernetes, cilium } = other;
        self.talos = self.talos.take().or_else(|| talos.clone());
        self.kubernetes = self.kubernetes.take().or_else(|| kubernetes.clone());
        self.cilium = self.cilium.take().or_else(|| cilium.clone());
    }

    /// Whether both are the same versions, wherever they are said.
    pub(crate) fn are_alike(&self, other: &Self) -> bool {
        fn value<T>(placed: Option<&Placed<T>>) -> Option<&T> {
            placed.map(|placed| &placed.value)
        }
        let Self { talos, kubernetes, cilium } = self;
        value(talos.as_ref()) == value(other.talos.as_ref())
            && value(kubernetes.as_ref()) == value(other.kubernetes.as_ref())
            && value(cilium.as_ref()) == value(other.cilium.as_ref())
    }

    /// The version of Cilium by which values and objects are read: the newest known one where none is declared.
    #[must_use]
    pub fn cilium_or_newest(&self) -> CiliumVersion {
        let newest = || CiliumVersion::new(1, 20, 0);
        self.cilium.as_ref().map_or_else(newest, |cilium| cilium.value.clone())
    }

    /// What a check finds by the declared version of Cilium. Where none is declared, what it finds by every version that
    /// is known, in the words for the newest.
    pub(crate) fn under_every_cilium(&self, check: impl Fn(&CiliumVersion) -> Vec<Finding>) -> Vec<Finding> {
        if let Some(cilium) = &self.cilium {
            return check(&cilium.value);
        }
        let mut found = check(&self.cilium_or_newest());
        for minor in 16..20 {
            if found.is_empty() {
                break;
            }
            let other = check(&CiliumVersion::new(1, minor, 0));
            let is_same = |one: &Finding, other: &Finding| {
                one.rule.code == other.rule.code && one.place.path == other.place.path
            };
            found.retain(|one| other.iter().any(|other| is_same(one, other)));
        }
        found
    }

    /// The minor of Talos by which configuration is read: the newest stable one where none is declared, or one that
    /// is not known.
    #[must_use]
    pub fn talos_minor(&self) -> Minor {
        self.talos.as_ref().and_then(|talos| talos.value.minor()).unwrap_or_default()
    }
}
