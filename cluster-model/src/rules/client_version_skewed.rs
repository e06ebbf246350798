//! CLU0505 client-version-skewed.

use manifest::{Finding, Place, Rule, Severity, Span};
use talos_config::TalosVersion;

use crate::estate::Estate;
use crate::import::File;

pub(super) static RULE: Rule = Rule {
    code: "CLU0505",
    name: "client-version-skewed",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The version of `talosctl` that the repository pins is at most one minor away from that of the cluster.",
    why: "The client checks configuration by its own rules, and generates and upgrades with its own defaults.",
    bad: concat!(
        cluster!("1.12.0", "1.34.0"),
        member!(control_plane),
        "\
### mise.toml
[tools]
talosctl = \"1.8.0\"
"
    ),
    good: concat!(
        cluster!("1.12.0", "1.34.0"),
        member!(control_plane),
        "\
### mise.toml
[tools]
talosctl = \"1.12.1\"
"
    ),
    source: "derio-net/frank, agents/rules/frank-gotchas.md; dis-bzh/OpenAether-infra pull request 101",
};

/// Files in which people pin the versions of their tools (asdf, mise).
const FILES: [&str; 3] = [".tool-versions", "mise.toml", ".mise.toml"];

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(talos) = &estate.versions.talos else { return };
    for file in estate.files.iter() {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let Some((version, span)) = Some(file).filter(|_| FILES.contains(&name)).and_then(pinned) else {
            continue;
        };
        if talos.value.minors_apart(&version).is_some_and(|minors| minors <= 1) {
            continue;
        }
        let place = Place { source: Some(file.path.clone()), span: Some(span), ..Place::default() };
        let message =
            format!("`talosctl` is pinned to {version}, and the cluster runs Talos {}", talos.value);
        findings.push(
            Finding::new(&RULE, place, message)
                .related(talos.place.clone(), "the version of Talos")
                .help(format!("pin `talosctl` to {}", talos.value)),
        );
    }
}

/// The version of `talosctl` that a file names, with the bytes of the line that does.
fn pinned(file: &File) -> Option<(TalosVersion, Span)> {
    let mut start = 0;
    for line in file.source.as_ref()?.text().split_inclusive('\n') {
        let words: Vec<&str> =
            line.split([' ', '=', '"', '\t', '\n']).filter(|word| !word.is_empty()).collect();
        let version = match &*words {
            [name, version, ..] if name.rsplit([':', '/']).next() == Some("talosctl") => version.parse().ok(),
            _ => None,
        };
        if let Some(version) = version {
            return Some((version, Span::new(start, start + line.trim_end().len())));
        }
        start += line.len();
    }
    None
}
