//! The benchmarks are targets of this package: `cargo bench -p benches`.
