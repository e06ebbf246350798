//! Patches are applied or there is a reason why not, twice with the same result; origins are of that result, and lie in
//! the texts that they name.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::Source;
use talos_config::{Minor, Patch, patch};

const MINORS: [Minor; 6] =
    [Minor::V1_9, Minor::V1_10, Minor::V1_11, Minor::V1_12, Minor::V1_13, Minor::V1_14];

/// What parts the configuration and its patches.
const MARK: &str = "\n=====\n";

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let minor = MINORS[usize::from(choice) % MINORS.len()];
    let mut parts = text.split(MARK);
    let config = Source::new("config", parts.next().unwrap_or_default());
    let mut patches = Vec::new();
    for part in parts.take(4) {
        let loaded = Patch::load(&Source::new("patch", part), minor);
        match loaded.value {
            Some(patch) => patches.push(patch),
            None => assert!(!loaded.findings.is_empty(), "refused without a reason"),
        }
    }
    let result = patch::apply(&config, &patches, minor);
    let again = patch::apply(&config, &patches, minor);
    assert_eq!(result.as_ref().map_err(ToString::to_string), again.as_ref().map_err(ToString::to_string));
    let Ok(patched) = patch::apply_with_origins(&config, &patches, minor) else { return };
    assert_eq!(Ok(&patched.text), result.as_ref().map_err(ToString::to_string));
    for leaf in patched.origins.leaves() {
        let said = leaf.origin.source.text().get(leaf.origin.span.range());
        assert!(
            said.is_some() && patched.text.get(leaf.span.range()).is_some(),
            "{}: no such place",
            leaf.path
        );
    }
});
