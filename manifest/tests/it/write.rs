//! Writing YAML.

mod go;
mod layout;
mod round_trip;
mod safe;
