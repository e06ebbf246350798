//! The program `frank`.

fn main() {}
