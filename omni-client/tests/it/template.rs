//! Cluster templates.

mod model;
