//! Resources as omnictl prints them, with every key.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use manifest::yaml::{self, Layout, WriteError};
use serde::{Serialize, Serializer};

use super::{AnyResource, ManifestMode, Metadata};
use crate::OmniVersion;

/// A resource as `omnictl get -o yaml` (four spaces a level) and `omnictl cluster template render` (two) print it:
/// all metadata keys in their order, labels and annotations as bare texts, and a spec with all its fields.
///
/// Times that nobody set are the year 1, as in Go. Fails on a spec that no YAML can hold.
pub fn print(resource: &AnyResource, indent: usize) -> Result<String, WriteError> {
    print_all([resource], indent)
}

/// Several resources, with a line `---` between them. Fails as [`print()`] does.
pub fn print_all<'r>(
    resources: impl IntoIterator<Item = &'r AnyResource>,
    indent: usize,
) -> Result<String, WriteError> {
    let steps = [" ".repeat(indent), " ".repeat(2 * indent)];
    let layout = Layout::go(OmniVersion::LATEST.yaml()).indent(indent);
    let mut text = String::new();
    for (index, resource) in resources.into_iter().enumerate() {
        if index > 0 {
            text.push_str("---\n");
        }
        text.push_str("metadata:\n");
        metadata(resource.metadata(), &steps, &mut text);
        text.push_str(&yaml::to_string(&WithSpec { spec: WholeSpec(resource) }, &layout)?);
    }
    Ok(text)
}

fn metadata(metadata: &Metadata, [step, two_steps]: &[String; 2], text: &mut String) {
    const NEVER: &str = "0001-01-01T00:00:00Z";
    let mut scalar = |key: &str, value: &str| entry(step, key, value, text);
    scalar("namespace", &metadata.namespace);
    scalar("type", &metadata.resource_type);
    scalar("id", &metadata.id);
    scalar("version", &metadata.version.to_string());
    scalar("owner", &metadata.owner);
    scalar("phase", &metadata.phase.to_string());
    scalar("created", metadata.created.as_deref().unwrap_or(NEVER));
    scalar("updated", metadata.updated.as_deref().unwrap_or(NEVER));
    let mut mapping = |name: &str, entries: &BTreeMap<String, String>| {
        if !entries.is_empty() {
            line(text, format_args!("{step}{name}:"));
            for (key, value) in entries {
                entry(two_steps, key, value, text);
            }
        }
    };
    mapping("labels", &metadata.labels);
    mapping("annotations", &metadata.annotations);
    if !metadata.finalizers.is_empty() {
        line(text, format_args!("{step}finalizers:"));
        for finalizer in &metadata.finalizers {
            line(text, format_args!("{two_steps}- {}", bare(finalizer)));
        }
    }
}

fn entry(indent: &str, key: &str, value: &str, text: &mut String) {
    let (key, value) = (bare(key), bare(value));
    text.reserve(indent.len() + key.len() + value.len() + 3);
    text.push_str(indent);
    text.push_str(&key);
    text.push_str(if value.is_empty() { ":" } else { ": " });
    text.push_str(&value);
    text.push('\n');
}

fn line(text: &mut String, line: fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}

/// A text without quotes and whatever it reads as, unless YAML would not take it for one plain scalar.
fn bare(text: &str) -> Cow<'_, str> {
    if is_ordinary(text) {
        return Cow::Borrowed(text);
    }
    let first = text.chars().next();
    let second = text.chars().nth(1);
    let indicator = match first {
        Some('-' | '?' | ':') => second.is_none_or(char::is_whitespace),
        Some(c) => ",[]{}#&*!|>'\"%@`".contains(c),
        None => false,
    };
    let is_plain = !indicator
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("---")
        && !text.starts_with("...")
        && !text.chars().any(char::is_control);
    if is_plain {
        return Cow::Borrowed(text);
    }
    if text.chars().any(char::is_control) {
        // Escapes of JSON are escapes of YAML.
        return Cow::Owned(format!("{text:?}"));
    }
    Cow::Owned(format!("'{}'", text.replace('\'', "''")))
}

/// A quick yes for nearly all names, keys and times, and for nothing.
fn is_ordinary(text: &str) -> bool {
    let is_quiet = |byte: &u8| QUIET.get(usize::from(*byte)) == Some(&true);
    match text.as_bytes() {
        [] => true,
        [.., b':'] => false,
        [first, rest @ ..] => first.is_ascii_alphanumeric() && rest.iter().all(is_quiet),
    }
}

/// The bytes that mean nothing to any reader inside of a text; asked for each byte that is printed.
static QUIET: [bool; 256] = quiet();

#[expect(clippy::indexing_slicing, reason = "only run when the crate is built")]
const fn quiet() -> [bool; 256] {
    let mut quiet = [false; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        quiet[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/' | b':');
        byte += 1;
    }
    quiet
}

#[derive(Serialize)]
struct WithSpec<'r> {
    spec: WholeSpec<'r>,
}

/// The spec with the fields that are else only written where they hold something.
struct WholeSpec<'r>(&'r AnyResource);

impl Serialize for WholeSpec<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Patch<'r> {
            data: &'r str,
            compresseddata: &'r [u8],
        }
        #[derive(Serialize)]
        struct Manifests<'r> {
            compresseddata: &'r [u8],
            data: &'r str,
            mode: ManifestMode,
        }
        match self.0 {
            AnyResource::ConfigPatch(patch) => {
                let spec = &patch.spec;
                Patch { data: &spec.data, compresseddata: &spec.compressed_data }.serialize(serializer)
            }
            AnyResource::KubernetesManifestGroup(group) => {
                let spec = &group.spec;
                let compresseddata = &*spec.compressed_data;
                Manifests { compresseddata, data: &spec.data, mode: spec.mode }.serialize(serializer)
            }
            other => other.serialize_spec(serializer),
        }
    }
}
