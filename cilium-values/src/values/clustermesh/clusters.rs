//! Other clusters of a mesh.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::values::Setting;
use crate::values::common::Any;
use crate::values::shape::replaced;

/// The other clusters of a mesh: a list, or a mapping by name.
#[derive(Clone, Debug, PartialEq)]
pub enum MeshClusters {
    /// One after the other, each with its name.
    List(Vec<Any>),
    /// By name.
    ByName(BTreeMap<String, Setting<Any>>),
}

replaced!(MeshClusters);

impl Serialize for MeshClusters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::List(list) => list.serialize(serializer),
            Self::ByName(map) => map.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for MeshClusters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListOrMap;

        impl<'de> Visitor<'de> for ListOrMap {
            type Value = MeshClusters;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of clusters, or clusters by name")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<MeshClusters, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(MeshClusters::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<MeshClusters, A::Error> {
                let mut map = BTreeMap::new();
                while let Some((name, cluster)) = entries.next_entry()? {
                    map.insert(name, cluster);
                }
                Ok(MeshClusters::ByName(map))
            }
        }

        deserializer.deserialize_any(ListOrMap)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for MeshClusters {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MeshClusters".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": ["array", "object"]})
    }
}
