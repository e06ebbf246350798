//! `kind: Cluster`.

use super::super::problem::At;
use super::super::{Cluster, Features, Mode};
use super::patch::{self, CLUSTER_WEIGHT};
use super::{Context, Rendered, describe, extensions};
use crate::go::quoted;
use crate::resource::{
    AnyResource, BackupConfiguration, ClusterFeatures, KubernetesHealthCheck, KubernetesManifestGroup,
    ManifestMode, ProtoDuration, Resource, annotation, label,
};
use crate::{resource, template};

pub(super) fn render(cluster: &Cluster, context: &Context<'_>, at: &At) -> Rendered {
    let labels = [(label::CLUSTER, context.cluster)];
    let level = format!("cluster-{}", cluster.name);
    let spec = resource::Cluster {
        kubernetes_version: cluster.kubernetes.version.trim_start_matches('v').to_owned(),
        talos_version: cluster.talos.version.trim_start_matches('v').to_owned(),
        features: Some(features(&cluster.features)),
        backup_configuration: backups(&cluster.features),
    };
    let resource =
        Resource::new(&*cluster.name, spec).annotated(annotation::MANAGED_BY_CLUSTER_TEMPLATES, "");
    let mut resources = vec![describe(resource, &cluster.labels, &cluster.annotations).into()];
    resources.extend(patch::render(&cluster.patches, &level, CLUSTER_WEIGHT, &labels, context, at)?);
    resources.extend(manifests(cluster, &level, context, at)?);
    resources.extend(health_checks(cluster, &level, context, at)?);
    resources.extend(extensions(cluster.system_extensions.as_ref(), &cluster.name, context.cluster, None));
    Ok(resources)
}

fn features(features: &Features) -> ClusterFeatures {
    ClusterFeatures {
        enable_workload_proxy: features.enable_workload_proxy,
        disk_encryption: features.disk_encryption,
        use_embedded_discovery_service: features.use_embedded_discovery_service,
        enable_node_audit_skip: features.enable_node_audit_skip,
        disable_public_discovery_service: features.disable_public_discovery_service.unwrap_or_default(),
    }
}

fn backups(features: &Features) -> Option<BackupConfiguration> {
    let interval = duration(features.backup_configuration.interval)?;
    Some(BackupConfiguration { interval: Some(interval), enabled: true })
}

/// A length of time above zero.
fn duration(duration: template::GoDuration) -> Option<ProtoDuration> {
    const SECOND: i64 = 1_000_000_000;
    let nanoseconds = duration.nanoseconds();
    let nanos = i32::try_from(nanoseconds % SECOND).ok()?;
    (nanoseconds > 0).then_some(ProtoDuration { seconds: nanoseconds / SECOND, nanos })
}

fn manifests(cluster: &Cluster, level: &str, context: &Context<'_>, at: &At) -> Rendered {
    let at = at.keys("kubernetes.manifests");
    let rendered = cluster.kubernetes.manifests.iter().enumerate().map(|(index, manifest)| {
        let name = manifest.effective_name();
        let heading = |_: &str| format!("failed to read manifest {}", quoted(name));
        let at = || at.index(index);
        let spec = KubernetesManifestGroup {
            data: patch::text(&manifest.file, manifest.inline.as_ref(), context.host, at, heading)?,
            mode: match manifest.mode {
                None => ManifestMode::Unknown,
                Some(Mode::Full) => ManifestMode::Full,
                Some(Mode::OneTime) => ManifestMode::OneTime,
            },
            ..KubernetesManifestGroup::default()
        };
        let resource = Resource::new(format!("{:03}-{level}-{name}", CLUSTER_WEIGHT + index), spec)
            .labelled(label::CLUSTER, context.cluster)
            .annotated(annotation::NAME, name);
        Ok(describe(resource, &manifest.labels, &manifest.annotations).into())
    });
    rendered.collect()
}

fn health_checks(cluster: &Cluster, level: &str, context: &Context<'_>, at: &At) -> Rendered {
    let at = at.keys("kubernetes.healthchecks");
    let rendered = cluster.kubernetes.healthchecks.iter().enumerate().map(|(index, check)| {
        let id = if check.id_override.is_empty() {
            format!("{level}-{}", check.name)
        } else {
            check.id_override.clone()
        };
        let heading = |file: &str| {
            format!("healthcheck {}: failed to read {}", quoted(check.identifier()), quoted(file))
        };
        let spec = KubernetesHealthCheck {
            job: patch::text(&check.file, check.job.as_ref(), context.host, || at.index(index), heading)?,
            interval: duration(check.interval),
        };
        let resource = Resource::new(id, spec).labelled(label::CLUSTER, context.cluster);
        Ok(AnyResource::from(describe(resource, &check.labels, &check.annotations)))
    });
    rendered.collect()
}
