//! Shapes that return all over the value tree.

mod basics;
mod image;
mod map;
mod monitoring;
mod pod;
mod resources;
mod rollout;
mod scheduling;
mod security;
mod union;
mod words;

pub use basics::{
    AutoTls, ExtraNames, KeyPair, Listener, SecretsNamespace, ServerKeyPair, ServiceAccount, Toggle,
};
pub use image::{Image, OperatorImage};
pub use map::{Any, Quantities, Texts};
pub use monitoring::{Dashboards, Pprof, ServiceMonitor};
pub use pod::{EnvVar, HostPathMount, SecretName, VolumeMount};
pub use resources::Resources;
pub use rollout::{PodDisruptionBudget, Probe, RollingUpdate, UpdateStrategy};
pub use scheduling::{
    Affinity, NodeAffinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, NodeSelectorTerms,
    PodAffinity, PodAffinityTerm, PreferredNode, PreferredPods, Toleration, TopologySpreadConstraint,
};
pub use security::{Capabilities, PodSecurityContext, Profile, SeLinuxOptions, SecurityContext};
pub use union::{BoolOrText, IntOrText, NumberOrText, TextOrList};
pub use words::{CertificateMethod, DnsPolicy, PullPolicy, ServiceType, TrafficPolicy};
