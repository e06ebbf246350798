//! Writing YAML.

mod layout;
