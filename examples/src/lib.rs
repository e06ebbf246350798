//! The examples are targets of this package: `cargo run --example frank`, `cargo run --example embed`.
