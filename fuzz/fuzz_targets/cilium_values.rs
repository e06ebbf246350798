//! A values file is read and checked for old and new charts, whatever it is; every place that is named lies in it, and
//! what is left beyond the chart's own values comes to the same.

#![no_main]

use cilium_values::CiliumVersion;
use cilium_values::check::{Target, check};
use cilium_values::values::read;
use libfuzzer_sys::fuzz_target;
use manifest::Source;

fuzz_target!(|text: &str| {
    let read = read(&Source::new("values.yaml", text));
    let mut findings = read.findings;
    if let (Some(values), Some(document)) = (&read.values, &read.document) {
        for minor in [16, 18, 20] {
            let cilium = CiliumVersion::new(1, minor, 0);
            let effective = values.effective(&cilium);
            let again = values.beyond_defaults(&cilium).effective(&cilium);
            // As texts: a number that is none does not equal itself.
            assert_eq!(format!("{again:?}"), format!("{effective:?}"), "{cilium}");
            let found = check(values, &Target::new(cilium));
            findings.extend(found.into_iter().map(|finding| finding.locate(document)));
        }
    }
    for finding in &findings {
        if let Some(span) = finding.place.span {
            assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
        }
    }
});
