//! A cluster template is loaded or there is a reason why not; a valid one renders, twice to the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::Source;
use omni_client::resource::print_all;
use omni_client::template::{NoFiles, Template};

fuzz_target!(|text: &str| {
    let loaded = Template::load(&Source::new("fuzz", text));
    for finding in &loaded.findings {
        if let Some(span) = finding.place.span {
            assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
        }
    }
    if !loaded.findings.is_empty() {
        return;
    }
    if let Err(refusal) = loaded.template.validate(&NoFiles) {
        assert!(!refusal.findings(&loaded.documents).is_empty(), "refused without a reason");
        return;
    }
    // Two documents may still make the same resource, or kernel arguments meet a machine class.
    let Ok(resources) = loaded.template.render(&NoFiles) else { return };
    let again = loaded.template.render(&NoFiles).expect("what renders once renders twice");
    assert_eq!(print_all(&resources, 2).ok(), print_all(&again, 2).ok());
});
