//! What an export of a template takes from a server.

use super::{Client, ClientError, Pointer};
use crate::resource::status::ClusterStatus;
use crate::resource::{AnyResource, Spec as _};
use crate::template::{Export, ExportError, Template};

/// Why there is no template.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportFailure {
    /// The server could not be asked.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// The resources make no template.
    #[error(transparent)]
    Export(#[from] ExportError),
}

impl Client {
    /// The template of a cluster as it is, as `omnictl cluster template export` makes it. With `kernel_args` each
    /// machine gets a list of kernel arguments.
    pub async fn export(&self, cluster: &str, kernel_args: bool) -> Result<Template, ExportFailure> {
        let actual = self.actual(cluster, &[]).await?;
        let pointer = Pointer::new(ClusterStatus::NAMESPACE, ClusterStatus::TYPE, cluster);
        let status = self.find(&pointer).await?;
        let public_discovery = status.is_some_and(|status| has_switch(&status.resource));
        let options = Export { kernel_args, public_discovery };
        Ok(Template::export(cluster, &actual.resources(), options)?)
    }
}

/// Whether the cluster was made with Talos 1.14 or later.
fn has_switch(status: &AnyResource) -> bool {
    let Ok(Some(status)) = status.typed::<ClusterStatus>() else { return false };
    let version = status.spec.initial_talos_version;
    let mut numbers =
        version.trim_start_matches('v').split('.').map_while(|number| number.parse::<u32>().ok());
    (numbers.next(), numbers.next()) >= (Some(1), Some(14))
}
