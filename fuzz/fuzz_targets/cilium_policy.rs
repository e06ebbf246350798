//! Manifests of Cilium's kinds are checked and solved for old and new versions, whatever they are; every place that is
//! named lies in them.

#![no_main]

use cilium_values::objects::Objects;
use cilium_values::{CiliumVersion, Values};
use libfuzzer_sys::fuzz_target;
use manifest::Source;
use manifest::yaml::parse;

fuzz_target!(|text: &str| {
    let Ok(documents) = parse(&Source::new("objects.yaml", text)) else { return };
    let objects = Objects::read(&documents);
    for minor in [16, 18, 20] {
        for finding in objects.check(&Values::default(), &CiliumVersion::new(1, minor, 0)) {
            if let Some(span) = finding.place.span {
                assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
            }
        }
    }
});
