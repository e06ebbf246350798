//! CLU0622 installer-without-schematic.

use manifest::{Finding, Place, Rule, Severity};

use super::extension::bringing;
use crate::effective::Effective;
use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0622",
    name: "installer-without-schematic",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A machine that needs system extensions is installed from an image that holds them.",
    why: "The plain installer holds none: the next upgrade takes the extensions away, and with them drivers and storage.",
    bad: "\
### worker.yaml
version: v1alpha1
machine:
  type: worker
  install: {disk: /dev/disk/by-id/nvme-x, image: \"ghcr.io/siderolabs/installer:v1.12.6\"}
  kernel:
    modules: [{name: drbd}]
cluster: {controlPlane: {endpoint: \"https://10.0.0.2:6443\"}}
",
    good: "\
### worker.yaml
version: v1alpha1
machine:
  type: worker
  install: {disk: /dev/disk/by-id/nvme-x, image: \"factory.talos.dev/metal-installer/376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba:v1.12.6\"}
  kernel:
    modules: [{name: drbd}]
cluster: {controlPlane: {endpoint: \"https://10.0.0.2:6443\"}}
",
    source: "home-operations/tuppr issue 478; devantler-tech/ksail issue 5077",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for (effective, image) in estate.each("machine.install.image") {
        let name = image.text().unwrap_or_default();
        if !name.contains("/siderolabs/installer:") && !name.contains("/siderolabs/installer@") {
            continue;
        }
        let Some((what, place)) = need(effective) else { continue };
        findings.push(
            Finding::new(&RULE, image.place(), "the plain installer holds no system extensions")
                .related(place, format!("{what} comes with an extension"))
                .help("use the installer of an image factory, with the schematic that names the extensions"),
        );
    }
}

/// Something of a configuration that only an extension brings.
fn need(effective: &Effective) -> Option<(String, Place)> {
    let modules = effective.get("machine.kernel.modules");
    let mut modules = modules.iter().flat_map(Field::items).map(|module| module.get("name"));
    let module = modules.find(|name| name.text().is_some_and(|name| bringing(name).is_some()));
    let service = || effective.of_kind("ExtensionServiceConfig").map(|document| document.get("name")).next();
    let field = module.or_else(service)?;
    Some((format!("`{}`", field.text().unwrap_or_default()), field.place()))
}
