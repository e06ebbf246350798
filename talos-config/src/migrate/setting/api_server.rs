//! `cluster.apiServer` and `cluster.controlPlane.localAPIServerPort`.

use manifest::{Map, Value};

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, for_control_planes, kept, lost, noted, reaches_control_planes, resources, twice};
use crate::k8s::{
    KubeAdmissionControlConfig, KubeApiServerConfig, KubeAuditPolicyConfig, KubeAuthenticationConfig,
    KubeAuthorizerConfig,
};
use crate::v1alpha1::{AdmissionPluginConfig, ApiServerConfig, AuthorizerConfig};
use crate::version::Minor;

/// Authorizers that the old form puts before all others if none of their type is there, as type and name.
const INJECTED: [(&str, &str); 2] = [("Node", "node"), ("RBAC", "rbac")];

/// Beginnings of arguments that the document refuses, because other documents say them (`apiserver.go`).
const REFUSED: [&str; 6] = [
    "anonymous-auth",
    "authentication-config",
    "authorization-config",
    "authorization-mode",
    "authorization-webhook-",
    "oidc-",
];

static TWICE: Limit = twice("cluster.apiServer");
static WORKER: Limit = for_control_planes("cluster.apiServer");
static REACH: Limit = reaches_control_planes("cluster.apiServer");
static NO_IMAGE: Limit = kept("cluster.apiServer.image", "a document needs an image, and there is none");
static VOLUMES: Limit = kept("cluster.apiServer.extraVolumes", "no document mounts paths of the machine");
static ARGUMENTS: Limit = kept(
    "cluster.apiServer.extraArgs",
    "the document refuses arguments about authentication and authorization; other documents say them",
);
static PROBES: Limit = noted(
    "KubeAPIServerConfig.startupProbes",
    "the old form has no probe that gives the server time to start",
);
static AUTHENTICATION: Limit = lost(
    "KubeAuthenticationConfig.configuration",
    "the old form knows authentication by command line arguments only",
);
static ANONYMOUS: Limit = noted(
    "KubeAuthenticationConfig.configuration",
    "in the old form nobody may look at the health of the server without a name",
);
static AUTHORIZERS: Limit =
    lost("KubeAuthorizerConfig", "the old form always has authorizers of the types Node and RBAC");

/// The API server.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.apiServer",
    kinds: &[
        "KubeAPIServerConfig",
        "KubeAdmissionControlConfig",
        "KubeAuditPolicyConfig",
        "KubeAuthenticationConfig",
        "KubeAuthorizerConfig",
    ],
    since: Minor::V1_14,
    limits: &[
        &TWICE,
        &WORKER,
        &REACH,
        &NO_IMAGE,
        &VOLUMES,
        &ARGUMENTS,
        &PROBES,
        &AUTHENTICATION,
        &ANONYMOUS,
        &AUTHORIZERS,
    ],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let old = up.cluster.api_server.take();
    let port = up.cluster.control_plane.as_mut().and_then(|plane| plane.local_api_server_port.take());
    let port = port.filter(|port| *port != 0);
    if old.is_none() && port.is_none() {
        return Ok(());
    }
    let old = old.unwrap_or_default();
    let image = old.image.filter(|image| !image.is_empty());
    up.only_for_control_planes(&WORKER, &REACH)?;
    Stop::if_so(up.is_whole && image.is_none(), &NO_IMAGE)?;
    Stop::if_so(!old.extra_volumes.is_empty(), &VOLUMES)?;
    let is_refused = |argument: &String| REFUSED.iter().any(|start| argument.starts_with(start));
    Stop::if_so(old.extra_args.keys().any(is_refused), &ARGUMENTS)?;
    let server = KubeApiServerConfig {
        image,
        extra_args: old.extra_args,
        env: old.env,
        resources: resources::up(old.resources),
        api_port: port.map(i64::from),
        cert_extra_sans: old.cert_sans,
        startup_probes: up.is_whole.then_some(false),
        ..KubeApiServerConfig::default()
    };
    if server != KubeApiServerConfig::default() {
        up.add(server, &TWICE)?;
    }
    for plugin in old.admission_control {
        let document = KubeAdmissionControlConfig {
            configuration: plugin.configuration,
            ..KubeAdmissionControlConfig::new(plugin.name.unwrap_or_default())
        };
        up.add(document, &TWICE)?;
    }
    let configuration = old.audit_policy;
    if !configuration.is_empty() {
        up.add(KubeAuditPolicyConfig { configuration, ..KubeAuditPolicyConfig::default() }, &TWICE)?;
    }
    let mut authorizers = old.authorization_config;
    if up.is_whole {
        // What the server does without a document about it.
        let configuration = nobody_is_anonymous();
        up.add(KubeAuthenticationConfig { configuration, ..KubeAuthenticationConfig::default() }, &TWICE)?;
        inject(&mut authorizers);
    }
    for authorizer in authorizers {
        let document = KubeAuthorizerConfig {
            r#type: authorizer.r#type,
            webhook: authorizer.webhook,
            ..KubeAuthorizerConfig::new(authorizer.name.unwrap_or_default())
        };
        up.add(document, &TWICE)?;
    }
    Ok(())
}

/// `--anonymous-auth=false`, which is the old form's.
fn nobody_is_anonymous() -> Map {
    let off: Map = [("enabled", Value::Bool(false))].into_iter().collect();
    [("anonymous", Value::Mapping(off))].into_iter().collect()
}

/// Adds the authorizers that are never missing, at the places where upstream adds them.
fn inject(authorizers: &mut Vec<AuthorizerConfig>) {
    for (place, (r#type, name)) in INJECTED.into_iter().enumerate() {
        if !authorizers.iter().any(|known| known.r#type.as_deref() == Some(r#type)) {
            let authorizer = AuthorizerConfig {
                r#type: Some(r#type.to_owned()),
                name: Some(name.to_owned()),
                webhook: Map::new(),
            };
            authorizers.insert(place.min(authorizers.len()), authorizer);
        }
    }
}

fn down(down: &mut Down) {
    for document in down.take::<KubeApiServerConfig>() {
        let has_probes = document.startup_probes.unwrap_or(down.is_whole);
        down.remark(has_probes, None, &PROBES);
        if let Some(port) = document.api_port.and_then(|port| u16::try_from(port).ok()) {
            down.cluster.control_plane.get_or_insert_default().local_api_server_port = Some(port);
        }
        down.cluster.api_server = Some(ApiServerConfig {
            image: document.image,
            extra_args: document.extra_args,
            env: document.env,
            resources: resources::down(document.resources),
            cert_sans: document.cert_extra_sans,
            ..ApiServerConfig::default()
        });
    }
    for document in down.take::<KubeAdmissionControlConfig>() {
        let plugin =
            AdmissionPluginConfig { name: Some(document.name), configuration: document.configuration };
        down.api_server().admission_control.push(plugin);
    }
    for document in down.take::<KubeAuditPolicyConfig>() {
        down.api_server().audit_policy = document.configuration;
    }
    for document in down.take::<KubeAuthenticationConfig>() {
        let is_told = document.configuration != nobody_is_anonymous();
        let limit = if only_about_health(&document.configuration) { &ANONYMOUS } else { &AUTHENTICATION };
        down.remark(is_told, None, limit);
    }
    authorizers_down(down);
}

fn authorizers_down(down: &mut Down) {
    let documents = down.take::<KubeAuthorizerConfig>();
    if documents.is_empty() {
        return;
    }
    let authorizers: Vec<_> = documents
        .into_iter()
        .map(|document| AuthorizerConfig {
            r#type: document.r#type,
            name: Some(document.name),
            webhook: document.webhook,
        })
        .collect();
    let mut with_injected = authorizers.clone();
    inject(&mut with_injected);
    down.remark(down.is_whole && with_injected != authorizers, None, &AUTHORIZERS);
    let mut injected = Vec::new();
    inject(&mut injected);
    if injected != authorizers {
        down.api_server().authorization_config = authorizers;
    }
}

/// Whether nobody but who looks at the health of the server comes in without a name, and no tokens are known: what
/// upstream generates.
fn only_about_health(configuration: &Map) -> bool {
    let knows_tokens =
        configuration.get("jwt").and_then(Value::as_sequence).is_some_and(|issuers| !issuers.is_empty());
    let conditions = configuration.get("anonymous").and_then(|anonymous| anonymous.get("conditions"));
    let paths = ["/livez", "/readyz", "/healthz"];
    let is_health = |condition: &Value| {
        condition.get("path").and_then(Value::as_str).is_some_and(|path| paths.contains(&path))
    };
    let conditions = conditions.and_then(Value::as_sequence).unwrap_or_default();
    !knows_tokens && !conditions.is_empty() && conditions.iter().all(is_health)
}
