//! Certificate authorities, by the role of the machine.

use super::{Checker, View, cluster, keys};
use crate::rules;
use crate::scalar::MachineType;

pub(super) fn check(checker: &mut Checker<'_>, config: View<'_>, role: Option<MachineType>) {
    let machine = config.get(keys!("machine"));
    let ca = machine.get(keys!("ca"));
    let accepted = !machine.items(keys!("acceptedCAs")).is_empty();
    if !ca.is_set() && !accepted {
        let message = "issuing CA or some accepted CAs are required (.machine.ca, machine.acceptedCAs)";
        checker.say(&rules::CERTIFICATE_AUTHORITY_MISSING, "machine.ca", message);
    }
    match role {
        Some(role) if role.is_control_plane() => {
            cluster::cni(checker, config);
            if !ca.is_set() {
                let message = "issuing CA is required (.machine.ca)";
                checker.say(&rules::CERTIFICATE_AUTHORITY_MISSING, "machine.ca", message);
            } else if !ca.has(keys!("key")) {
                let message = "issuing CA key is required for controlplane nodes (.machine.ca.key)";
                checker.say(&rules::CERTIFICATE_AUTHORITY_MISSING, "machine.ca.key", message);
            }
        }
        Some(_) => worker(checker, config, accepted),
        None => {
            let message = format!("unknown machine type {:?}", machine.text(keys!("type")));
            checker.say(&rules::MACHINE_TYPE_UNKNOWN, "machine.type", message);
        }
    }
}

fn worker(checker: &mut Checker<'_>, config: View<'_>, accepted: bool) {
    let machine = config.get(keys!("machine"));
    for (index, device) in machine.items(keys!("network.interfaces")).enumerate() {
        let path = format!("machine.network.interfaces[{index}]");
        let vlans = device.items(keys!("vlans")).enumerate();
        let links = vlans.map(|(place, vlan)| (vlan, format!("{path}.vlans[{place}].vip")));
        let own = std::iter::once((device, format!("{path}.vip")));
        for (_, path) in own.chain(links).filter(|(link, _)| link.get(keys!("vip")).is_set()) {
            let message = "virtual (shared) IP is not allowed on non-controlplane nodes";
            checker.say(&rules::INTERFACE_INVALID, path, message);
        }
    }
    let ca = machine.get(keys!("ca"));
    if ca.is_set() {
        if ca.has(keys!("key")) {
            let message = "issuing Talos API CA key is not allowed on non-controlplane nodes (.machine.ca)";
            checker.say(&rules::KEY_ON_WORKER, "machine.ca.key", message);
        }
        if !ca.has(keys!("crt")) && !accepted {
            let message = "trusted CA certificates are required on non-controlplane nodes (.machine.ca.crt, .machine.acceptedCAs)";
            checker.say(&rules::CERTIFICATE_AUTHORITY_MISSING, "machine.ca.crt", message);
        }
    }
    if config.has(keys!("cluster.ca.key")) {
        let message = "issuing Kubernetes API CA key is not allowed on non-controlplane nodes (.cluster.ca)";
        checker.say(&rules::KEY_ON_WORKER, "cluster.ca.key", message);
    }
}
