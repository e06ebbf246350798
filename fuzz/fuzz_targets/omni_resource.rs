//! A resource of Omni is read, or there is a reason why not.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::Source;
use manifest::yaml::parse;
use omni_client::resource::read;

fuzz_target!(|text: &str| {
    let Ok(documents) = parse(&Source::new("fuzz", text)) else { return };
    for document in &documents {
        let decoded = read(document);
        assert!(decoded.value.is_some() || !decoded.findings.is_empty(), "neither a resource nor a reason");
    }
});
