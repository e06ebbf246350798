//! `kind: ControlPlane` and `kind: Workers`.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Patch, is_default, kind};

kind!(ControlPlaneKind = "ControlPlane");
kind!(WorkersKind = "Workers");

macro_rules! machine_set {
    ($(#[$doc:meta])* $name:ident, $kind:ident, $word:literal, $of_name:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default, rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name {
            #[doc = concat!("Always `", $word, "`.")]
            pub kind: $kind,
            /// The system extensions of all machines of the set; they replace those of the cluster. Absent: those of
            /// the cluster hold. Empty: none at all.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub system_extensions: Option<Vec<String>>,
            #[doc = $of_name]
            #[serde(skip_serializing_if = "String::is_empty")]
            pub name: String,
            /// Labels of the machine set. Keys under `omni.sidero.dev/` are refused.
            #[serde(skip_serializing_if = "BTreeMap::is_empty")]
            pub labels: BTreeMap<String, String>,
            /// Annotations of the machine set. Keys under `omni.sidero.dev/` are refused.
            #[serde(skip_serializing_if = "BTreeMap::is_empty")]
            pub annotations: BTreeMap<String, String>,
            /// The backup of etcd to start from. Control planes only.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub bootstrap_spec: Option<Bootstrap>,
            /// UUIDs of the machines. Excludes `machine_class`.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            pub machines: Vec<String>,
            /// The class from which Omni takes the machines. Excludes `machines`.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub machine_class: Option<MachineClass>,
            /// How configuration changes go out. Workers only; absent means one machine at a time.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub update_strategy: Option<Rollout>,
            /// How machines are removed. Workers only.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub delete_strategy: Option<Rollout>,
            /// How Talos upgrades go out. Since Omni 1.6.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub upgrade_strategy: Option<Rollout>,
            /// Patches for all machines of the set; their weights begin at 400.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            pub patches: Vec<Patch>,
            /// Extra kernel arguments of all machines of the set that have none of their own. Not with a machine
            /// class. Since Omni 1.5.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub kernel_args: Option<Vec<String>>,
        }
    };
}

machine_set!(
    /// The machines that run etcd and the API server. The id of their set is `<cluster>-control-planes`. See
    /// `client/pkg/template/internal/models/controlplane.go`.
    ControlPlane, ControlPlaneKind, "ControlPlane", "Must be empty: the control plane has a fixed name."
);

machine_set!(
    /// Machines that run workloads. The id of their set is `<cluster>-<name>`. See
    /// `client/pkg/template/internal/models/workers.go`.
    Workers, WorkersKind, "Workers", "Name of the set, unique in the cluster. Absent: `workers`."
);

/// `bootstrapSpec` of a control plane.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "BootstrapSpec")]
pub struct Bootstrap {
    /// The UUID (not the name) of the cluster that was backed up; required.
    #[serde(rename = "clusterUUID")]
    pub cluster_uuid: String,
    /// Name of the snapshot; required.
    pub snapshot: String,
}

/// `machineClass` of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "MachineClassConfig")]
pub struct MachineClass {
    /// Id of the class.
    pub name: String,
    /// How many machines; absent means none.
    pub size: Size,
}

/// How many machines of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// So many.
    Count(u32),
    /// All that there are. Written `Unlimited`; `unlimited`, `infinity` and `∞` are read as well.
    Unlimited,
}

/// A text that is not a [`Size`]; the words are those of omnictl.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid machine count {text}: strconv.ParseUint: parsing {text:?}: {problem}")]
pub struct ParseSizeError {
    text: String,
    problem: &'static str,
}

/// How changes go out to the machines of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "UpdateStrategyConfig")]
pub struct Rollout {
    /// The kind of rollout; absent means rolling for configuration changes, and unset for the others.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<RolloutKind>,
    /// The pace, where it is rolling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rolling: Option<Rolling>,
}

/// The kinds of rollout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[doc(alias = "UpdateStrategyType")]
pub enum RolloutKind {
    /// As Omni does without being told: configuration changes to all machines at once.
    Unset,
    /// A few machines at a time.
    Rolling,
}

/// The pace of a rolling change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "RollingUpdateStrategyConfig")]
pub struct Rolling {
    /// How many machines at a time; absent means one.
    #[serde(skip_serializing_if = "is_default")]
    pub max_parallelism: u32,
}

impl Default for Size {
    fn default() -> Self {
        Self::Count(0)
    }
}

impl FromStr for Size {
    type Err = ParseSizeError;

    fn from_str(text: &str) -> Result<Self, ParseSizeError> {
        match text {
            "unlimited" | "Unlimited" | "infinity" | "∞" => return Ok(Self::Unlimited),
            "Static" => return Ok(Self::default()),
            _ => {}
        }
        let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let problem = if is_number { "value out of range" } else { "invalid syntax" };
        let refused = || ParseSizeError { text: text.to_owned(), problem };
        if is_number { text.parse().map(Self::Count).map_err(|_| refused()) } else { Err(refused()) }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Unlimited => f.write_str("Unlimited"),
        }
    }
}

impl Serialize for Size {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Count(count) => serializer.serialize_u32(*count),
            Self::Unlimited => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrWord;
        impl Visitor<'_> for NumberOrWord {
            type Value = Size;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number of machines or `Unlimited`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Size, E> {
                if text.is_empty() { Ok(Size::default()) } else { text.parse().map_err(E::custom) }
            }

            fn visit_u64<E: serde::de::Error>(self, count: u64) -> Result<Size, E> {
                self.visit_str(&count.to_string())
            }
        }
        deserializer.deserialize_str(NumberOrWord)
    }
}
