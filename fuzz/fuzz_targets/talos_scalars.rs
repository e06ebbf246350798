//! A scalar of Talos that is read is printed so that it is read as the same.

#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use talos_config::scalar::{
    Addr, AddrPort, ByteSize, DiskSize, DiskSizeMatcher, Duration, HardwareAddr, PercentageSize, Prefix,
    Size, Url,
};

fuzz_target!(|text: &str| {
    again::<Addr>(text);
    again::<AddrPort>(text);
    again::<ByteSize>(text);
    again::<DiskSize>(text);
    again::<DiskSizeMatcher>(text);
    again::<Duration>(text);
    again::<HardwareAddr>(text);
    again::<PercentageSize>(text);
    again::<Prefix>(text);
    again::<Size>(text);
    if !looks_like_a_host(text) {
        again::<Url>(text);
    }
});

/// Whether the path of a URL is printed where a host would stand: `/%2Fa` as `//a`. So Go does it, and we with it.
fn looks_like_a_host(text: &str) -> bool {
    text.parse::<Url>().is_ok_and(|url| url.host().is_empty() && url.path().starts_with("//"))
}

fn again<T: FromStr<Err: Debug> + Display>(text: &str) {
    let Ok(value) = text.parse::<T>() else { return };
    let printed = value.to_string();
    let second: T = printed.parse().unwrap_or_else(|error| panic!("{printed:?} is not read back: {error:?}"));
    assert_eq!(printed, second.to_string());
}
