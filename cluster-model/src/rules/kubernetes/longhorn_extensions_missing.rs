//! CLU0801 longhorn-extensions-missing.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0801",
    name: "longhorn-extensions-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where Longhorn is installed, machines have the extensions that it works with: `iscsi-tools` and `util-linux-tools`.",
    why: "Without `iscsiadm` no volume is attached; without `fstrim` volumes never give space back.",
    bad: concat!(
        application!(
            "longhorn",
            "          defaultSettings: {defaultReplicaCount: 3}
"
        ),
        extensions!("siderolabs/iscsi-tools")
    ),
    good: concat!(
        application!(
            "longhorn",
            "          defaultSettings: {defaultReplicaCount: 3}
"
        ),
        extensions!("siderolabs/iscsi-tools, siderolabs/util-linux-tools")
    ),
    source: "Sidero documentation, Longhorn; longhorn/website pull request 827",
};

const NEEDED: [&str; 2] = ["siderolabs/iscsi-tools", "siderolabs/util-linux-tools"];

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(release) = estate.releases_of("longhorn").next() else { return };
    for list in estate.machines.iter().filter_map(|machine| machine.extensions.as_ref()) {
        let missing: Vec<&str> = NEEDED.into_iter().filter(|name| list.get(name).is_none()).collect();
        if missing.is_empty() {
            continue;
        }
        let message = format!("Longhorn does not work on machines without {}", missing.join(" and "));
        findings.push(
            Finding::new(&RULE, list.place.clone(), message)
                .related(release.place(), "Longhorn is installed here")
                .help(format!("add {} to the list", missing.join(" and "))),
        );
    }
}
