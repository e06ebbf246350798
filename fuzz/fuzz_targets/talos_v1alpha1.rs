//! A machine configuration that is read is written so that the same is read from it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::Source;
use manifest::yaml::{GoYaml, Layout, Reading, parse, to_string};
use talos_config::v1alpha1::Config;

fuzz_target!(|text: &str| {
    let Some(config) = read(text) else { return };
    let Ok(written) = to_string(&config, &Layout::default()) else { return };
    let again = read(&written).unwrap_or_else(|| panic!("not read back:\n{written}"));
    assert_eq!(
        written,
        to_string(&again, &Layout::default()).expect("what was written once can be written again")
    );
});

fn read(text: &str) -> Option<Config> {
    let documents = parse(&Source::new("fuzz", text)).ok()?;
    let decoded = documents.first()?.decode::<Config>(Reading::Go(GoYaml::V4Rc4));
    decoded.value.filter(|_| decoded.findings.is_empty())
}
