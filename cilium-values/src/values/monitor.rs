//! `monitor`: a container that prints events.

use crate::values::common::Resources;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `monitor`: A container that prints events.
    pub struct Monitor {
        /// Whether there is one.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Which events it prints.
        pub event_types: Setting<Vec<String>>,
        /// Its CPU and memory.
        pub resources: Group<Resources>,
    }
}
