//! The part of the estate that is Cilium's.

use cilium_values::talos::{Preset, TalosMinor};
use cilium_values::values::Overlay as _;
use manifest::{FieldPath, Place};

use crate::estate::{
    AnnouncementPolicy, CiliumEstate, ExposedService, LoadBalancerPool, Placed, TalosSettings,
};
use crate::scalar::{LabelKey, LabelValue, Name};
use crate::spec::{Cilium, Expose, L2Policy, Pool, ServicePort, Versions};

/// What Talos requires, fitted to its settings, with what is declared laid over it.
pub(super) fn cilium(cilium: &Cilium, versions: &Versions, talos: &TalosSettings) -> CiliumEstate {
    let path = FieldPath::root().key("cilium");
    let minor = versions.talos.minor().unwrap_or_default();
    let minor = TalosMinor::new(minor.number().into());
    let mut preset = Preset::new(minor, &versions.cilium).api_server("localhost", talos.kube_prism.port);
    if talos.kube_proxy.value {
        preset = preset.with_kube_proxy();
    }
    let mut values = preset.values();
    values.overlay(&cilium.values);
    CiliumEstate {
        values,
        values_path: path.clone().key("values"),
        pools: cilium.pools.iter().map(|(name, pool)| load_balancer_pool(&path, name, pool)).collect(),
        policies: cilium.l2.iter().map(|(name, policy)| announcement_policy(&path, name, policy)).collect(),
        services: cilium.expose.iter().map(|(name, expose)| exposed_service(&path, name, expose)).collect(),
    }
}

fn load_balancer_pool(path: &FieldPath, name: &Name, pool: &Pool) -> LoadBalancerPool {
    let path = path.clone().key("pools").key(name.as_str());
    let blocks = pool.iter().enumerate();
    LoadBalancerPool {
        name: name.clone(),
        blocks: blocks.map(|(index, &range)| Placed::at(path.clone().index(index), range)).collect(),
    }
}

fn announcement_policy(path: &FieldPath, name: &Name, policy: &L2Policy) -> AnnouncementPolicy {
    let path = path.clone().key("l2").key(name.as_str());
    let patterns = policy.interfaces.iter().enumerate();
    let interfaces = path.clone().key("interfaces");
    AnnouncementPolicy {
        name: name.clone(),
        interfaces: patterns
            .map(|(index, pattern)| Placed::at(interfaces.clone().index(index), pattern.clone()))
            .collect(),
        external_ips: policy.external_ips,
        load_balancer_ips: policy.load_balancer_ips,
        place: Place::value(interfaces),
    }
}

fn exposed_service(path: &FieldPath, name: &Name, expose: &Expose) -> ExposedService {
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
    let namespace = known.map_or("default", |known| known.namespace);
    ExposedService {
        name: name.clone(),
        namespace: expose
            .namespace
            .clone()
            .or_else(|| namespace.parse().ok())
            .unwrap_or_else(|| name.clone()),
        address: expose.address.map(|address| Placed::at(path.clone().key("address"), address)),
        annotation: expose.annotation,
        selector,
        ports,
        place: Place::value(path),
    }
}

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
