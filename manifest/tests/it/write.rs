//! Writing YAML.

mod go;
mod layout;
mod order;
mod round_trip;
mod safe;
mod typed;
