//! CLU0210 registry-inside-cluster.

use manifest::{Finding, Rule, Severity};

use super::inside;
use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0210",
    name: "registry-inside-cluster",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A mirror for the images that machines start with does not stand in the cluster alone.",
    why: "After a loss of power no image can be pulled: the registry waits for the machines, and the machines for the registry.",
    bad: concat!(
        patch!(
            "    machine:
      registries:
        mirrors:
          ghcr.io: {endpoints: [\"https://10.0.0.53\"], skipFallback: true}
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
"
        ),
        served!("zot", "443")
    ),
    good: concat!(
        patch!(
            "    machine:
      registries:
        mirrors:
          ghcr.io: {endpoints: [\"https://10.0.0.53\"]}
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
"
        ),
        served!("zot", "443")
    ),
    source: "derio-net/frank, patches/phase06-cicd/06-cluster-zot-registry.yaml",
};

/// Where the images of Talos, Kubernetes and their parts come from.
const NEEDED: [&str; 6] = ["*", "docker.io", "factory.talos.dev", "gcr.io", "ghcr.io", "registry.k8s.io"];

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        let old = effective.get("machine.registries.mirrors");
        let old = old
            .iter()
            .flat_map(Field::entries)
            .map(|(name, mirror)| (name, mirror.get("endpoints").items(), mirror));
        let new = effective.of_kind("RegistryMirrorConfig").filter_map(|document| {
            let endpoints = document.get("endpoints").items().into_iter().map(|endpoint| endpoint.get("url"));
            Some((document.get("name").text()?, endpoints.collect::<Vec<_>>(), document))
        });
        for (name, endpoints, mirror) in old.chain(new) {
            if !NEEDED.contains(&name) || mirror.get("skipFallback").flag() != Some(true) {
                continue;
            }
            let holders: Vec<_> =
                endpoints.iter().map_while(|url| inside(estate, host(url.text()?)?)).collect();
            let all = holders.len() == endpoints.len();
            let Some((endpoint, (holder, place))) = endpoints.first().zip(holders.first()).filter(|_| all)
            else {
                continue;
            };
            let message = format!("images of `{name}` come from {holder} only, which needs them to start");
            findings.push(
                Finding::new(&RULE, endpoint.place(), message)
                    .related(place.clone(), "the cluster's own address")
                    .help("leave out `skipFallback`, or add an endpoint outside of the cluster"),
            );
        }
    }
}

/// The address that an URL leads to, if it is one.
fn host(url: &str) -> Option<std::net::IpAddr> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split('/').next()?;
    let bracketed = authority.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(host, _)| host);
    bracketed.unwrap_or_else(|| authority.split(':').next().unwrap_or_default()).parse().ok()
}
