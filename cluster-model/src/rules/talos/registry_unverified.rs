//! CLU0624 registry-unverified.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0624",
    name: "registry-unverified",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "No registry is used without checking its certificate.",
    why: "Whoever stands between the machine and the registry decides what the machine runs.",
    bad: patch!(
        "    machine:
      registries:
        config:
          registry.example.com: {tls: {insecureSkipVerify: true}}
"
    ),
    good: patch!(
        "    machine:
      registries:
        config:
          registry.example.com: {tls: {ca: LS0t}}
"
    ),
    source: "derio-net/frank, patches/phase06-cicd/06-cluster-zot-registry.yaml",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let listed = estate.each("machine.registries.config").flat_map(|(_, registries)| registries.entries());
    let listed = listed.map(|(name, registry)| (Some(name), registry.get("tls.insecureSkipVerify")));
    let documents = estate.effective.iter().flat_map(|effective| effective.of_kind("RegistryTLSConfig"));
    let documents =
        documents.map(|document| (document.get("name").text(), document.get("insecureSkipVerify")));
    for (name, skips) in listed.chain(documents).filter(|(_, skips)| skips.flag() == Some(true)) {
        let message = format!("images from `{}` are taken from whoever answers", name.unwrap_or_default());
        findings.push(
            Finding::new(&RULE, skips.place(), message)
                .help("give the machine the certificate authority of the registry (`ca`)"),
        );
    }
}
