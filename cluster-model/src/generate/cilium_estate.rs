//! The part of the estate that is Cilium's.

use cilium_values::CiliumVersion;
use cilium_values::resource::{
    self, Block, Kind as _, L2AnnouncementPolicySpec, LoadBalancerIpPoolSpec, Metadata, Object, ServiceSpec,
};
use cilium_values::talos::{Preset, TalosMinor};
use cilium_values::values::Overlay as _;
use cilium_values::values::common::{IntOrText, ServiceType};
use manifest::{FieldPath, Place};

use crate::estate::{
    AnnouncementPolicy, CiliumEstate, DeclaredPattern, ExposedService, LoadBalancerPool, Lookup, Placed,
    TalosSettings, Versions,
};
use crate::scalar::{AddressRange, LabelKey, LabelValue, Name};
use crate::spec::{Cilium, Expose, L2Policy, Pool, ServicePort};

/// What Talos requires, fitted to its settings, with what is declared laid over it.
pub(super) fn cilium(cilium: &Cilium, versions: &Versions, talos: &TalosSettings) -> CiliumEstate {
    let path = FieldPath::root().key("cilium");
    let minor = TalosMinor::new(versions.talos_minor().number().into());
    let version = versions.cilium_or_newest();
    let mut preset = Preset::new(minor, &version).api_server("localhost", talos.kube_prism.port);
    if talos.kube_proxy.value {
        preset = preset.with_kube_proxy();
    }
    let mut values = preset.values();
    values.overlay(&cilium.values);
    CiliumEstate {
        values,
        values_at: Lookup::Spec(path.clone().key("values")),
        is_installed: true,
        is_partial: false,
        installed_at: None,
        pools: cilium.pools.iter().map(|(name, pool)| load_balancer_pool(&path, name, pool)).collect(),
        policies: cilium.l2.iter().map(|(name, policy)| announcement_policy(&path, name, policy)).collect(),
        services: cilium
            .expose
            .iter()
            .map(|(name, expose)| exposed_service(&path, &version, name, expose))
            .collect(),
    }
}

fn load_balancer_pool(path: &FieldPath, name: &Name, pool: &Pool) -> LoadBalancerPool {
    let path = path.clone().key("pools").key(name.as_str());
    let block = |range: &AddressRange| Block::range(range.start().to_string(), range.end().to_string());
    let blocks = pool.iter().enumerate();
    LoadBalancerPool {
        name: name.to_string(),
        spec: LoadBalancerIpPoolSpec {
            blocks: pool.iter().map(block).collect(),
            ..LoadBalancerIpPoolSpec::default()
        },
        blocks: blocks.map(|(index, &range)| Placed::at(path.clone().index(index), range)).collect(),
        place: Place::key(path),
    }
}

fn announcement_policy(path: &FieldPath, name: &Name, policy: &L2Policy) -> AnnouncementPolicy {
    let path = path.clone().key("l2").key(name.as_str());
    let patterns = policy.interfaces.iter().enumerate();
    let interfaces = path.clone().key("interfaces");
    AnnouncementPolicy {
        name: name.to_string(),
        interfaces: patterns
            .map(|(index, pattern)| {
                Placed::at(interfaces.clone().index(index), DeclaredPattern::new(pattern))
            })
            .collect(),
        spec: L2AnnouncementPolicySpec {
            interfaces: policy.interfaces.clone(),
            external_ips: Some(policy.external_ips),
            load_balancer_ips: Some(policy.load_balancer_ips),
            ..L2AnnouncementPolicySpec::default()
        },
        place: Place::value(interfaces),
    }
}

fn exposed_service(
    path: &FieldPath,
    version: &CiliumVersion,
    name: &Name,
    expose: &Expose,
) -> ExposedService {
    let path = path.clone().key("expose").key(name.as_str());
    let known = KNOWN.iter().find(|known| known.name == name.as_str());
    let selector: Vec<(LabelKey, LabelValue)> = match known {
        Some(known) if expose.selector.is_empty() => known.selector(),
        _ => expose.selector.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
    };
    let ports = match known {
        Some(known) if expose.ports.is_empty() => known.ports(),
        _ => expose.ports.clone(),
    };
    let port = |port: &ServicePort| resource::ServicePort {
        name: Some(port.name.to_string()),
        port: port.port,
        target_port: Some(IntOrText::Int(port.target_port.unwrap_or(port.port).into())),
        ..resource::ServicePort::default()
    };
    let spec = ServiceSpec {
        type_: Some(ServiceType::LoadBalancer),
        selector: selector.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect(),
        ports: ports.iter().map(port).collect(),
        ..ServiceSpec::default()
    };
    let namespace = known.map_or("default", |known| known.namespace);
    let namespace = expose.namespace.as_ref().map_or(namespace, Name::as_str).to_owned();
    let annotation = expose.address.map(|address| (expose.annotation.key().to_owned(), address.to_string()));
    let metadata = Metadata {
        name: format!("{name}{SUFFIX}"),
        namespace: Some(namespace),
        annotations: annotation.into_iter().collect(),
        ..Metadata::default()
    };
    let api_version = ServiceSpec::api_version(version).unwrap_or("v1").to_owned();
    ExposedService {
        object: Object { api_version, kind: ServiceSpec::KIND.to_owned(), metadata, spec },
        addresses: expose
            .address
            .iter()
            .map(|&address| Placed::at(path.clone().key("address"), address))
            .collect(),
        place: Place::value(path),
    }
}

/// What the name of a service has behind the name under which it is declared.
pub(crate) const SUFFIX: &str = "-lb";

/// Pods that Cilium's own chart brings.
struct Known {
    name: &'static str,
    namespace: &'static str,
    selector: (&'static str, &'static str),
    /// Name, port of the service, port of the pods.
    port: (&'static str, u16, u16),
}

/// cilium/charts, `templates/hubble-ui/`.
const KNOWN: &[Known] = &[Known {
    name: "hubble-ui",
    namespace: "kube-system",
    selector: ("k8s-app", "hubble-ui"),
    port: ("http", 80, 8081),
}];

impl Known {
    fn selector(&self) -> Vec<(LabelKey, LabelValue)> {
        let (key, value) = self.selector;
        key.parse().ok().zip(value.parse().ok()).into_iter().collect()
    }

    fn ports(&self) -> Vec<ServicePort> {
        let (name, port, target_port) = self.port;
        let name = name.parse().ok();
        name.map(|name| ServicePort { name, port, target_port: Some(target_port) }).into_iter().collect()
    }
}
