//! A label selector is one or is refused, and choosing ends.

#![no_main]

use libfuzzer_sys::fuzz_target;
use omni_client::selector::Selector;

fuzz_target!(|text: &str| {
    let Ok(selector) = text.parse::<Selector>() else { return };
    for labels in [&[][..], &[("a", "")], &[("a", "64GiB"), ("b", "x")]] {
        let labels = labels.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect();
        let _matches: bool = selector.matches(&labels);
    }
});
