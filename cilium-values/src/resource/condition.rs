//! What controllers say about an object.

use super::shape::{fields, words};

fields! { "camelCase"
    /// The status of kinds of which only conditions are told.
    #[derive(Default)]
    pub struct Conditions {
        optional {
            /// What controllers say about the object, one of each type.
            pub conditions: Vec<Condition>,
        }
    }

    /// One thing that a controller says about an object (`meta/v1 Condition`).
    pub struct Condition {
        /// What it is about, such as `cilium.io/PoolConflict`.
        #[serde(rename = "type")]
        pub type_: String,
        /// Whether it is so.
        pub status: ConditionStatus,
        /// Why, in one word for programs.
        pub reason: String,
        /// Why, for people; may be empty. Pools tell numbers in it.
        pub message: String,
        /// When the status became what it is (RFC 3339).
        pub last_transition_time: String,
        optional {
            /// The generation of the object that it is about. Absent: unknown.
            pub observed_generation: i64,
        }
    }
}

words! {
    /// Whether a condition holds.
    pub enum ConditionStatus {
        /// It does.
        True = "True",
        /// It does not.
        False = "False",
        /// The controller cannot say.
        Unknown = "Unknown",
    }
}
