//! Cilium's Helm values and manifests.

use cilium_values::CiliumVersion;
use cilium_values::resource::Object;
use manifest::yaml::{self, Layout as Style, WriteError};

use super::cilium_estate::SUFFIX;
use crate::artifact::Artifact;
use crate::estate::Estate;
use crate::spec::Layout;

/// The files of Cilium; none without Cilium.
pub(super) fn artifacts(
    estate: &Estate,
    version: &CiliumVersion,
    layout: &Layout,
) -> Result<Vec<Artifact>, WriteError> {
    let Some(cilium) = &estate.cilium else { return Ok(Vec::new()) };
    let directory = layout.cilium.to_string();
    let mut files =
        vec![(format!("{directory}/values.yaml"), yaml::to_string(&cilium.values, &Style::default())?)];
    let mut manifest =
        |file: &str, text: String| files.push((format!("{directory}/manifests/{file}.yaml"), text));
    if !cilium.pools.is_empty() {
        let pools =
            cilium.pools.iter().filter_map(|pool| Object::new(version, &*pool.name, pool.spec.clone()));
        manifest("lb-ippool", yaml::to_stream(pools, &Style::default())?);
    }
    if !cilium.policies.is_empty() {
        let policies = cilium
            .policies
            .iter()
            .filter_map(|policy| Object::new(version, &*policy.name, policy.spec.clone()));
        manifest("l2-policy", yaml::to_stream(policies, &Style::default())?);
    }
    for service in &cilium.services {
        let name = service.name().strip_suffix(SUFFIX).unwrap_or(service.name());
        manifest(&format!("{name}-service"), yaml::to_stream([&service.object], &Style::default())?);
    }
    Ok(files.into_iter().map(|(path, text)| Artifact::yaml(path, &text)).collect())
}
