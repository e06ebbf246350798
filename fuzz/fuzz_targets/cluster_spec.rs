//! A `cluster.yaml` is checked, whatever it is; every place that is named lies in it, and what has no errors generates.

#![no_main]

use cluster_model::{Source, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let source = Source::new("cluster.yaml", text);
    let checked = check(&source);
    for finding in &checked.findings {
        if let Some(span) = finding.place.span {
            assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
        }
    }
    if let Some(cluster) = checked.cluster {
        cluster.artifacts().expect("a cluster can be written");
    }
});
