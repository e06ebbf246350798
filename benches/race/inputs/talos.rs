//! Machine configurations: each machine of a fleet with what `talosctl gen config` would give it, and the patches that
//! reach it.

use std::collections::BTreeSet;
use std::path::Path;

use conformance::Question;
use manifest::Source;
use omni_client::template::{Document, Patch, Template};

use super::{is_mistaken, omni};
use crate::Result;

/// A machine with its patches.
struct Machine {
    number: u32,
    is_control_plane: bool,
    patches: Vec<String>,
}

pub(crate) fn merges(machines: u32, _: &Path) -> Result<Vec<Question>> {
    let merge = |machine: Machine| {
        Question::new("talos.patch")
            .with("config", configuration(&machine))
            .with("patches", machine.patches)
            .with("via", "bytes")
    };
    Ok(fleet(machines)?.into_iter().map(merge).collect())
}

pub(crate) fn validations(machines: u32, _: &Path) -> Result<Vec<Question>> {
    let validate = |machine: Machine| {
        Question::new("talos.validate")
            .with("text", configuration(&machine))
            .with("mode", "metal")
            .with("strict", false)
            .with("local", false)
    };
    Ok(fleet(machines)?.into_iter().map(validate).collect())
}

/// The machines of a fleet, read from its template: of the cluster, of its set, its own, as Omni stacks them.
fn fleet(machines: u32) -> Result<Vec<Machine>> {
    let loaded = Template::load(&Source::new("template.yaml", omni::template(machines)?));
    if let Some(finding) = loaded.findings.first() {
        return Err(finding.message.clone().into());
    }
    let (mut of_cluster, mut of_control_planes) = (Vec::new(), Vec::new());
    let (mut control_planes, mut all) = (BTreeSet::new(), Vec::new());
    for document in &loaded.template.documents {
        match document {
            Document::Cluster(cluster) => of_cluster = texts(&cluster.patches)?,
            Document::ControlPlane(set) => {
                of_control_planes = texts(&set.patches)?;
                control_planes = set.machines.iter().map(String::as_str).collect();
            }
            Document::Workers(_) => {}
            Document::Machine(machine) => all.push(machine),
        }
    }
    let machine = |(number, machine): (u32, &&omni_client::template::Machine)| {
        let is_control_plane = control_planes.contains(machine.name.as_str());
        let mut patches = of_cluster.clone();
        if is_control_plane {
            patches.extend(of_control_planes.iter().cloned());
        }
        patches.extend(texts(&machine.patches)?);
        Ok(Machine { number, is_control_plane, patches })
    };
    (0..).zip(&all).map(machine).collect()
}

fn texts(patches: &[Patch]) -> Result<Vec<String>> {
    patches.iter().filter_map(|patch| patch.inline.as_ref()).map(|inline| Ok(inline.to_text()?)).collect()
}

/// A complete configuration. The keys in it open nothing: they are the same words over and over.
fn configuration(machine: &Machine) -> String {
    let number = machine.number;
    let (high, low) = (number / 250, number % 250 + 2);
    let kind = if machine.is_control_plane { "controlplane" } else { "worker" };
    // An address without its length is no address of an interface.
    let length = if is_mistaken(number) { "" } else { "/8" };
    let certificate = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t".repeat(17);
    let control_plane = if machine.is_control_plane {
        format!(
            "  aescbcEncryptionSecret: c2VjcmV0IG9mIG5vYm9keSBhdCBhbGwsIDMyIGI=
  secretboxEncryptionSecret: c2VjcmV0IG9mIG5vYm9keSBhdCBhbGwsIDMyIGI=
  aggregatorCA: {{crt: {certificate}, key: {certificate}}}
  serviceAccount: {{key: {certificate}}}
  apiServer:
    image: registry.k8s.io/kube-apiserver:v1.35.3
    certSANs: [10.0.0.5, cluster.example.com]
    disablePodSecurityPolicy: true
    extraArgs: {{feature-gates: MutatingAdmissionPolicy=true}}
  controllerManager: {{image: 'registry.k8s.io/kube-controller-manager:v1.35.3'}}
  scheduler: {{image: 'registry.k8s.io/kube-scheduler:v1.35.3'}}
  proxy: {{image: 'registry.k8s.io/kube-proxy:v1.35.3'}}
  etcd: {{advertisedSubnets: [10.0.0.0/8]}}
"
        )
    } else {
        String::new()
    };
    format!(
        "version: v1alpha1
debug: false
persist: true
machine:
  type: {kind}
  token: abcdef.0123456789abcdef
  ca:
    crt: {certificate}
    key: {certificate}
  certSANs: [10.0.0.5, cluster.example.com]
  kubelet:
    image: ghcr.io/siderolabs/kubelet:v1.35.3
    defaultRuntimeSeccompProfileEnabled: true
    disableManifestsDirectory: true
    extraArgs: {{rotate-server-certificates: 'true'}}
    nodeIP: {{validSubnets: [10.0.0.0/8]}}
  network:
    hostname: machine-{number}
    interfaces:
      - interface: eth0
        addresses: [10.{high}.0.{low}{length}]
        routes:
          - network: 0.0.0.0/0
            gateway: 10.0.0.1
        mtu: 1500
  install:
    disk: /dev/nvme0n1
    image: ghcr.io/siderolabs/installer:v1.12.6
    wipe: false
  time: {{servers: [time.cloudflare.com]}}
  sysctls: {{net.core.somaxconn: '65535', vm.nr_hugepages: '1024'}}
  features:
    diskQuotaSupport: true
    kubePrism: {{enabled: true, port: 7445}}
    hostDNS: {{enabled: true, forwardKubeDNSToHost: true}}
cluster:
  id: aWRlbnRpdHkgb2Ygbm8gY2x1c3RlciBhdCBhbGwgLi4=
  secret: c2VjcmV0IG9mIG5vIGNsdXN0ZXIgYXQgYWxsIC4uLi4=
  controlPlane: {{endpoint: 'https://10.0.0.5:6443'}}
  clusterName: fleet
  network:
    dnsDomain: cluster.local
    podSubnets: [10.244.0.0/16]
    serviceSubnets: [10.96.0.0/12]
  token: abcdef.0123456789abcdef
  ca:
    crt: {certificate}
    key: ''
  discovery:
    enabled: true
    registries: {{kubernetes: {{disabled: true}}, service: {{}}}}
{control_plane}"
    )
}
