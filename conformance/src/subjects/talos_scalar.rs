//! The scalars of Talos: which texts each type takes and how it is printed.

use std::fmt::Display;

use manifest::Source;
use manifest::yaml::{GoYaml, Reading, parse_as};
use serde::de::DeserializeOwned;
use serde_json::Value;
use talos_config::scalar::{
    Addr, AddrPort, ByteSize, DiskSize, DiskSizeMatcher, Duration, HardwareAddr, PercentageSize, Prefix,
    Size, Url,
};

use crate::corpus::{network, scalar, size};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// One text into one type and back.
pub(crate) const SCALARS: Subject = Subject {
    name: "talos-scalars",
    program: Program { directory: "scalar", modfile: "go.mod" },
    recorded: 8_000,
    question,
    remake: |question| question,
    ours: Some(ours),
    agree: Answer::same_result,
};

const TYPES: &[&str] = &[
    "addr",
    "addr-port",
    "byte-size",
    "disk-size",
    "disk-size-matcher",
    "duration",
    "endpoint",
    "hardware-addr",
    "percentage-size",
    "prefix",
    "size",
    "url",
];

fn question(random: &mut Random) -> Question {
    let kind = random.pick(TYPES);
    let text = match kind {
        _ if random.chance(4) => scalar::bare(random),
        "addr" => network::address(random),
        "addr-port" => network::address_port(random),
        "disk-size-matcher" => size::matcher(random),
        "duration" => scalar::duration(random),
        "endpoint" | "url" => network::url(random),
        "hardware-addr" => size::hardware(random),
        "percentage-size" => size::percentage(random),
        "prefix" => network::prefix(random),
        "size" if random.chance(50) => size::percentage(random),
        _ => size::bytes(random),
    };
    Question::new("scalar.read").with("type", kind).with("text", text)
}

fn ours(question: &Question) -> Answer {
    let text = question.text("text");
    match question.text("type") {
        "addr" => printed::<Addr>(text),
        "addr-port" => printed::<AddrPort>(text),
        "byte-size" => printed::<ByteSize>(text),
        "disk-size" => printed::<DiskSize>(text),
        "disk-size-matcher" => printed::<DiskSizeMatcher>(text),
        "duration" => printed::<Duration>(text),
        "endpoint" | "url" => printed::<Url>(text),
        "hardware-addr" => printed::<HardwareAddr>(text),
        "percentage-size" => printed::<PercentageSize>(text),
        "prefix" => printed::<Prefix>(text),
        "size" => printed::<Size>(text),
        other => Answer::Misasked(format!("unknown type {other}")),
    }
}

/// Reads the text in quotes, as the item of a list, as the oracle does.
fn printed<T: DeserializeOwned + Display>(text: &str) -> Answer {
    let quoted = format!("- {}\n", Value::from(text));
    let documents = match parse_as(&Source::new("question", quoted), GoYaml::V4Rc4) {
        Ok(documents) => documents,
        Err(finding) => return Answer::Refused(finding.message),
    };
    let Some(document) = documents.first() else { return Answer::Refused("no document".to_owned()) };
    let decoded = document.decode::<Vec<T>>(Reading::Go(GoYaml::V4Rc4));
    match (decoded.findings.first(), decoded.value.unwrap_or_default().first()) {
        (None, Some(value)) => Answer::Ok(value.to_string().into()),
        (Some(finding), _) => Answer::Refused(finding.message.clone()),
        (None, None) => Answer::Refused("no value and no finding".to_owned()),
    }
}
