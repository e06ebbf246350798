//! CLU0611 usb-interface-by-name.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0611",
    name: "usb-interface-by-name",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A network adapter on USB is not selected by the name that the kernel gives it.",
    why: "The name holds the port of the bus: in another socket, or on another hub, the adapter has another name and the machine no network.",
    bad: patch!(
        "    machine:
      network:
        interfaces:
          - {interface: enp0s20f0u4, dhcp: true}
"
    ),
    good: patch!(
        "    machine:
      network:
        interfaces:
          - {deviceSelector: {hardwareAddr: \"00:e0:4c:*\"}, dhcp: true}
"
    ),
    source: "derio-net/frank, patches/phase04-gpu/404-gpu1-usb-25g-nic.template.yaml; systemd documentation, net-naming-scheme",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        for interface in effective.interfaces() {
            let Some(name) = interface.name.filter(|name| is_on_usb(name)) else { continue };
            let place = [interface.field.get("interface"), interface.field.get("name")];
            let place = place.iter().find(|field| field.is_set()).unwrap_or(&interface.field).place();
            let message = format!("`{name}` is the name of a port of USB, not of the adapter in it");
            findings.push(
                Finding::new(&RULE, place, message)
                    .help("select the adapter by its `hardwareAddr`, or by a name made of it (`enx...`)"),
            );
        }
    }
}

/// Whether a predictable name leads over a port of USB (`u4`), and is not made of the hardware address.
fn is_on_usb(name: &str) -> bool {
    let Some(rest) = ["en", "wl", "ww"].into_iter().find_map(|prefix| name.strip_prefix(prefix)) else {
        return false;
    };
    let bytes = rest.as_bytes();
    let port = |pair: &[u8]| matches!(pair, [b'u', digit] if digit.is_ascii_digit());
    rest.starts_with('p') && bytes.windows(2).any(port)
}
