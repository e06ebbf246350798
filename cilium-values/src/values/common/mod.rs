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
    AutoTls, KeyPair, KeyPairOrSecret, Listener, SecretsNamespace, ServerKeyPair, ServiceAccount,
    SyncedNamespace, Toggle,
};
pub use image::{Image, OperatorImage};
pub use map::{Any, Open, Quantities, Texts};
pub use monitoring::{Dashboards, Pprof, ScrapeSettings, ServiceMonitor};
pub use pod::{EnvVar, HostPathMount, SecretName, VolumeMount};
pub use resources::Resources;
pub use rollout::{PodDisruptionBudget, Probe, RollingUpdate, UpdateStrategy};
pub use scheduling::{
    Affinity, NodeAffinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, NodeSelectorTerms,
    PodAffinity, PodAffinityTerm, PreferredNode, PreferredPods, Toleration, TopologySpreadConstraint,
};
pub use security::{Capabilities, PodSecurityContext, Profile, SeLinuxOptions, SecurityContext};
pub use union::{BoolOrText, IntOrText, Nothing, NumberOrText, TextOrList};
pub use words::{CertificateMethod, DnsPolicy, PullPolicy, ServiceType, TrafficPolicy};
