//! CLU0620 extension-unknown.

use manifest::{Finding, Rule, Severity, suggest};

use super::extension;
use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0620",
    name: "extension-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Each system extension is one that the declared version of Talos has.",
    why: "Omni refuses the list, or the image cannot be built; the machine stays on its old one.",
    bad: concat!(cluster!("1.12.0", "1.34.0"), extensions!("siderolabs/iscsi-tool")),
    good: concat!(cluster!("1.12.0", "1.34.0"), extensions!("siderolabs/iscsi-tools")),
    source: "siderolabs/extensions, release branches; siderolabs/omni, internal/backend/extensions/extensions.go",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(talos) = &estate.versions.talos else { return };
    let Some(minor) = talos.value.minor() else { return };
    let lists = estate.machines.iter().filter_map(|machine| machine.extensions.as_ref());
    for name in lists.flat_map(|list| &list.names) {
        // Other publishers have names of their own.
        let Some(short) = name.value.strip_prefix("siderolabs/") else { continue };
        if extension::is_former(short) || extension::of_minor(minor).any(|known| known == short) {
            continue;
        }
        let message = format!("Talos {minor} has no extension `{}`", name.value);
        let help = match extension::since(short).filter(|since| *since > minor) {
            Some(since) => format!("it comes with Talos {since}; upgrade first"),
            None => match suggest(short, extension::of_minor(minor)) {
                Some(near) => format!("did you mean `siderolabs/{near}`?"),
                None => "leave it out, or name the one that replaces it".to_owned(),
            },
        };
        findings.push(
            Finding::new(&RULE, name.place.clone(), message)
                .related(talos.place.clone(), "the version of Talos")
                .help(help),
        );
    }
}
