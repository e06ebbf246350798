//! A pattern for interface names is one or is refused, and matching ends.

#![no_main]

use cilium_values::l2::InterfacePattern;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(pattern) = text.parse::<InterfacePattern>() else { return };
    for name in ["eth0", "enp1s0f1", "lo", "bond0.100", ""] {
        let _matches: bool = pattern.matches(name);
    }
});
