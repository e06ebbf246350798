//! An expression is taken or there is a fault in it, at a place in its text, twice the same; what it comes to is known only
//! where it is taken.

#![no_main]

use libfuzzer_sys::fuzz_target;
use talos_config::Minor;
use talos_config::expression::{Environment, Value, check, holds};

const ENVIRONMENTS: [Environment; 6] = [
    Environment::Disk,
    Environment::Volume,
    Environment::Member,
    Environment::Link,
    Environment::Trigger,
    Environment::Scoring,
];

fuzz_target!(|text: &str| {
    for environment in ENVIRONMENTS {
        for minor in Minor::ALL {
            let faults = check(text, environment, minor);
            assert_eq!(faults, check(text, environment, minor));
            for fault in &faults {
                assert!(text.get(fault.span.range()).is_some(), "{fault}: no such place");
                assert!(fault.line == -1 || fault.line >= 1 && fault.column >= 1, "{fault}: no such line");
            }
            let known = |name: &str| match name.len() % 4 {
                0 => Some(Value::Uint(u64::MAX)),
                1 => Some(Value::Text(name.to_owned())),
                2 => Some(Value::Bool(true)),
                _ => None,
            };
            let truth = holds(text, environment, minor, &known);
            assert!(truth.is_none() || faults.is_empty(), "an expression with faults is {truth:?}");
            assert_eq!(truth, holds(text, environment, minor, &known));
        }
    }
});
