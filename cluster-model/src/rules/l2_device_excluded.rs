//! CLU0410 l2-device-excluded.

use cilium_values::Values;
use manifest::yaml::to_value;
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// The devices that Cilium is confined to hold an interface of every machine whose interfaces are declared.
pub(super) static RULE: Rule = Rule {
    code: "CLU0410",
    name: "l2-device-excluded",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The devices that Cilium is confined to hold an interface of every machine whose interfaces are declared.",
    why: "L2 announcements work on devices that Cilium manages only: the machine wins the election and never answers ARP.",
    bad: "cilium: {values: {devices: [bond0]}}
",
    good: "cilium: {values: {devices: [eth+, en+]}}
",
    source: "Cilium documentation, L2 announcements; davealtena/homelab issue 1079",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| !cilium.policies.is_empty()) else { return };
    let Some(devices) = devices(&cilium.values) else { return };
    for machine in estate.machines.iter().filter(|machine| !machine.nics.is_empty()) {
        if machine.nics.iter().any(|nic| devices.iter().any(|device| covers(device, nic.as_str()))) {
            continue;
        }
        let names: Vec<&str> = machine.nics.iter().map(|nic| nic.as_str()).collect();
        let message =
            format!("`devices` leaves out every interface of `{}` ({})", machine.name, names.join(", "));
        let place = machine.nics.first().map_or_else(|| machine.place.clone(), |nic| nic.place.clone());
        findings.push(
            Finding::new(&RULE, cilium.value_place("devices"), message)
                .related(place, "an interface that is declared")
                .help(
                    "add the interface to `devices`, or leave `devices` out: Cilium then finds them itself",
                ),
        );
    }
}

fn devices(values: &Values) -> Option<Vec<String>> {
    let declared = to_value(values).ok()?;
    let devices = declared.get("devices")?;
    let texts: Vec<String> = match devices.as_sequence() {
        Some(items) => items.iter().filter_map(|item| item.as_str()).map(str::to_owned).collect(),
        None => devices.as_str()?.split([' ', ',']).map(str::to_owned).collect(),
    };
    // Entries that exclude say nothing of what is left.
    let named = texts.into_iter().filter(|device| !device.is_empty()).collect::<Vec<_>>();
    (!named.is_empty() && !named.iter().any(|device| device.starts_with('!'))).then_some(named)
}

/// Whether an entry means an interface: by name, or by what it begins with where the entry ends in `+`.
fn covers(device: &str, interface: &str) -> bool {
    device.strip_suffix('+').map_or(device == interface, |prefix| interface.starts_with(prefix))
}
