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
use crate::spec::Layout;

pub use estate::estate;

/// Every artifact of an estate, in the order of their paths.
///
/// Fails only if a value cannot be written as YAML, which a value that was read from YAML always can.
pub fn artifacts(estate: &Estate, layout: &Layout) -> Result<Vec<Artifact>, WriteError> {
    let patches = patches::patches(estate, layout)?;
    let extensions = extensions::extensions(estate, layout);
    let mut artifacts = vec![template::artifact(estate, &patches, &extensions)?];
    for patch in &patches {
        artifacts.push(patch.artifact()?);
    }
    for list in &extensions {
        artifacts.push(list.artifact()?);
    }
    artifacts.extend(cilium::artifacts(estate, layout)?);
    let steps = rollout::steps(estate, layout, &patches, &extensions);
    artifacts.extend(rollout_page::artifacts(estate, &steps)?);
    artifacts.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(artifacts)
}
