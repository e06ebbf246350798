//! CLU0209 resolver-inside-cluster.

use manifest::{Finding, Rule, Severity};

use super::inside;
use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0209",
    name: "resolver-inside-cluster",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Machines have a nameserver and a time server that the cluster itself does not serve.",
    why: "After a loss of power the machines need the cluster to start the cluster: nothing starts.",
    bad: concat!(
        patch!(
            "    machine:
      network: {nameservers: [10.0.0.53]}
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
"
        ),
        served!("dns", "53")
    ),
    good: concat!(
        patch!(
            "    machine:
      network: {nameservers: [10.0.0.53, 9.9.9.9]}
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
"
        ),
        served!("dns", "53")
    ),
    source: "AlverezYari/phillips-homelab issue 210",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        let of_document = |kind: &str, list: &str, key: &str| -> Vec<Field<'_>> {
            let items = effective.of_kind(kind).flat_map(|document| document.get(list).items());
            items.map(|item| if key.is_empty() { item } else { item.get(key) }).collect()
        };
        let listed = |keys: &str| effective.get(keys).iter().flat_map(Field::items).collect::<Vec<_>>();
        let resolvers =
            [listed("machine.network.nameservers"), of_document("ResolverConfig", "nameservers", "address")];
        let clocks = [listed("machine.time.servers"), of_document("TimeSyncConfig", "ntp.servers", "")];
        for (what, servers) in [("nameserver", resolvers.concat()), ("time server", clocks.concat())] {
            let found: Vec<_> = servers
                .iter()
                .map_while(|server| Some((server, inside(estate, server.text()?.parse().ok()?)?)))
                .collect();
            // One that is outside is enough.
            let Some((server, (holder, place))) = found.first().filter(|_| found.len() == servers.len())
            else {
                continue;
            };
            let message = format!("every {what} of the machine is served by the cluster: {holder}");
            findings.push(
                Finding::new(&RULE, server.place(), message)
                    .related(place.clone(), "the cluster's own address")
                    .help(format!("add a {what} that runs elsewhere")),
            );
        }
    }
}
