//! From a spec to the estate, and from the estate to every artifact.
//!
//! Both are pure functions: the same spec gives the same bytes on every machine.

mod cilium;
mod cilium_estate;
mod estate;
mod extensions;
mod patches;
mod rollout;
mod rollout_page;
mod template;

use manifest::yaml::WriteError;

use crate::artifact::Artifact;
use crate::estate::Estate;
use crate::spec::ClusterSpec;

pub(crate) use cilium_estate::SUFFIX as SERVICE_SUFFIX;
pub use estate::estate;

/// Every artifact of the estate of a spec, in the order of their paths.
///
/// Fails only if a value cannot be written as YAML, which a value that was read from YAML always can.
pub fn artifacts(estate: &Estate, spec: &ClusterSpec) -> Result<Vec<Artifact>, WriteError> {
    let layout = &spec.layout;
    let patches = patches::patches(estate, layout)?;
    let extensions = extensions::extensions(estate, layout);
    let mut artifacts = vec![template::artifact(estate, &spec.versions, &patches, &extensions)?];
    artifacts.extend(rollout_page::artifacts(estate, &rollout::steps(estate, spec, &patches, &extensions))?);
    artifacts.extend(cilium::artifacts(estate, &estate.versions.cilium_or_newest(), layout)?);
    for patch in patches {
        artifacts.push(patch.into_artifact()?);
    }
    for list in extensions {
        artifacts.push(list.into_artifact()?);
    }
    artifacts.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(artifacts)
}
