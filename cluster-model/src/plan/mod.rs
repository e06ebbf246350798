//! What a change does to a running cluster: what differs, what happens to each machine and why, and in which order it
//! can be done without losing etcd's quorum or a volume's last replica.
//!
//! Both sides are what is declared: Omni's resources and templates, Helm values, Kubernetes manifests. The spec gives
//! them ([`Declared::of`]), or files do ([`Declared::read`]).
//!
//! ```
//! use cluster_model::plan::{Declared, plan};
//! use cluster_model::{Source, check, spec};
//!
//! let cluster = |text: &str| check(&Source::new("cluster.yaml", text)).cluster.ok_or("findings");
//! let old = Declared::of(&cluster(spec::STARTER)?)?;
//! let new = Declared::of(&cluster(&spec::STARTER.replace("talos: 1.12.6", "talos: 1.12.7"))?)?;
//!
//! assert!(plan(&old, &old).is_empty());
//! let plan = plan(&old, &new);
//! assert!(plan.machines.iter().all(|machine| machine.effect.to_string() == "reinstall"));
//! // One control plane after the other, then the workers.
//! assert_eq!(plan.order.first().map(|wave| wave.machines.len()), Some(1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod change;
mod declared;
mod effective;
mod machine;
mod order;
pub mod rules;
mod text;

use manifest::Finding;
use serde::Serialize;

pub(crate) use change::words;
pub use change::{Leaf, ResourceChange, Side};
pub use declared::{Declared, ResourceId, Storage};
pub use machine::{MachinePlan, Membership, Reason};
pub use order::{Wave, Work};

/// What a change does. As JSON it is the same data, without the findings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// What differs, by resource; secrets are masked.
    pub resources: Vec<ResourceChange>,
    /// The machines that the change reaches.
    pub machines: Vec<MachinePlan>,
    /// The order for everything that takes a machine away for a while or for good.
    pub order: Vec<Wave>,
    /// What is dangerous about it. An error means that there is no safe order.
    #[serde(skip)]
    pub findings: Vec<Finding>,
}

impl Plan {
    /// Whether the two sides declare the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.resources.is_empty() && self.machines.is_empty()
    }

    /// The plan as a picture for people.
    #[must_use]
    pub fn text(&self) -> String {
        text::text(self)
    }
}

/// What it takes to come from one declaration to the other.
#[must_use]
pub fn plan(old: &Declared, new: &Declared) -> Plan {
    let resources = change::resources(old, new);
    let machines = machine::machines(old, new);
    let order = order::order(&machines, new);
    let facts = rules::Facts { old, new, resources: &resources, machines: &machines };
    let findings = rules::check(&facts);
    Plan { resources, machines, order, findings }
}
