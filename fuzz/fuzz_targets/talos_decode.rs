//! A configuration is loaded or there is a reason why not, at a place in the text; a loaded one is written so that the
//! same is loaded from it, for every minor.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::Source;
use talos_config::validate::{Mode, validate};
use talos_config::{Configuration, Minor};

const MINORS: [Minor; 6] =
    [Minor::V1_9, Minor::V1_10, Minor::V1_11, Minor::V1_12, Minor::V1_13, Minor::V1_14];

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let minor = MINORS[usize::from(choice) % MINORS.len()];
    let loaded = Configuration::load(&Source::new("fuzz", text), minor);
    for finding in &loaded.findings {
        if let Some(span) = finding.place.span {
            assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
        }
    }
    let Some(configuration) = loaded.value else {
        assert!(!loaded.findings.is_empty(), "refused without a reason");
        return;
    };
    let _ = validate(&configuration, Mode::Metal);
    let Ok(written) = configuration.encode() else { return };
    // Go's own writer loses a space that begins a line behind a first line break.
    if ["|\n\n", "|-\n\n", "|+\n\n"].iter().any(|block| written.contains(block)) {
        return;
    }
    // What says nothing has no kind once it is written.
    let Some(again) = Configuration::load(&Source::new("written", written.as_str()), minor).value else {
        return;
    };
    let rewritten = again.encode().expect("what was written once can be written again");
    assert_eq!(written, rewritten);
});
