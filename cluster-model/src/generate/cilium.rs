//! Cilium's Helm values and manifests.

use std::collections::BTreeMap;

use cilium_values::resource::{
    Block, L2AnnouncementPolicySpec, LoadBalancerIpPoolSpec, Object, ServicePort, ServiceSpec,
};
use cilium_values::values::common::{IntOrText, ServiceType};
use manifest::yaml::{self, Layout as Style, WriteError};

use crate::artifact::Artifact;
use crate::estate::{AnnouncementPolicy, Estate, ExposedService, LoadBalancerPool};
use crate::scalar::AddressRange;
use crate::spec::Layout;

/// The files of Cilium; none without Cilium.
pub(super) fn artifacts(estate: &Estate, layout: &Layout) -> Result<Vec<Artifact>, WriteError> {
    let Some(cilium) = &estate.cilium else { return Ok(Vec::new()) };
    let directory = layout.cilium.to_string();
    let mut files =
        vec![(format!("{directory}/values.yaml"), yaml::to_string(&cilium.values, &Style::default())?)];
    let mut manifest =
        |file: &str, text: String| files.push((format!("{directory}/manifests/{file}.yaml"), text));
    let version = &estate.versions.cilium;
    if !cilium.pools.is_empty() {
        let pools =
            cilium.pools.iter().filter_map(|pool| Object::new(version, pool.name.as_str(), pool_spec(pool)));
        manifest("lb-ippool", yaml::to_stream(pools, &Style::default())?);
    }
    if !cilium.policies.is_empty() {
        let policies = cilium
            .policies
            .iter()
            .filter_map(|policy| Object::new(version, policy.name.as_str(), policy_spec(policy)));
        manifest("l2-policy", yaml::to_stream(policies, &Style::default())?);
    }
    for service in &cilium.services {
        let file = format!("{}-service", service.name);
        let object = Object::new(version, format!("{}-lb", service.name), service_spec(service));
        let object = object.map(|object| annotated(object, service));
        manifest(&file, yaml::to_stream(object, &Style::default())?);
    }
    Ok(files.into_iter().map(|(path, text)| Artifact::yaml(path, &text)).collect())
}

fn pool_spec(pool: &LoadBalancerPool) -> LoadBalancerIpPoolSpec {
    let block = |range: &AddressRange| Block::range(range.start().to_string(), range.end().to_string());
    LoadBalancerIpPoolSpec {
        blocks: pool.blocks.iter().map(|range| block(&range.value)).collect(),
        ..LoadBalancerIpPoolSpec::default()
    }
}

fn policy_spec(policy: &AnnouncementPolicy) -> L2AnnouncementPolicySpec {
    L2AnnouncementPolicySpec {
        interfaces: policy.interfaces.iter().map(|pattern| pattern.value.clone()).collect(),
        external_ips: Some(policy.external_ips),
        load_balancer_ips: Some(policy.load_balancer_ips),
        ..L2AnnouncementPolicySpec::default()
    }
}

fn service_spec(service: &ExposedService) -> ServiceSpec {
    let port = |port: &crate::spec::ServicePort| ServicePort {
        name: Some(port.name.to_string()),
        port: port.port,
        target_port: Some(IntOrText::Int(port.target_port.unwrap_or(port.port).into())),
        ..ServicePort::default()
    };
    ServiceSpec {
        type_: Some(ServiceType::LoadBalancer),
        selector: service.selector.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect(),
        ports: service.ports.iter().map(port).collect(),
        ..ServiceSpec::default()
    }
}

/// With its namespace, and the annotation that asks for the address.
fn annotated(mut object: Object<ServiceSpec>, service: &ExposedService) -> Object<ServiceSpec> {
    object.metadata.namespace = Some(service.namespace.to_string());
    let address = service
        .address
        .as_ref()
        .map(|address| (service.annotation.key().to_owned(), address.value.to_string()));
    object.metadata.annotations = BTreeMap::from_iter(address);
    object
}
