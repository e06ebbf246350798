//! Omni config patches.

use std::net::IpAddr;

use manifest::yaml::{self, Layout as Style, WriteError};
use omni_client::resource::{ConfigPatch, MachineSet, Resource};
use omni_client::scope::Scope;
use talos_config::v1alpha1::{
    ClusterConfig, ClusterNetworkConfig, CniConfig, Config, FeaturesConfig, KernelConfig, KernelModuleConfig,
    KubePrism, MachineConfig, NetworkConfig, ProxyConfig,
};
use talos_config::{Minor, migrate};

use crate::artifact::Artifact;
use crate::estate::{Estate, Machine};
use crate::spec::{self, Cni, Layer, Layout};

/// A patch with the file that it is written to.
pub(super) struct Patch {
    pub(super) layer: Layer,
    /// Path of the file.
    pub(super) path: String,
    /// Id of the resource. Within a scope, patches are applied in the order of their ids.
    pub(super) id: String,
    /// What the patch is called in Omni.
    pub(super) name: String,
    pub(super) scope: Scope,
    /// The machine that it is for, by its place in the estate; absent for a patch of several.
    pub(super) machine: Option<usize>,
    /// The text of the patch itself, as it stands in the file and in the template.
    pub(super) data: String,
}

impl Patch {
    pub(super) fn into_artifact(self) -> Result<Artifact, WriteError> {
        let resource = Resource::new(self.id, ConfigPatch::new(self.data))
            .scoped(&self.scope)
            .annotated("name", &self.name);
        Ok(Artifact::yaml(self.path, &yaml::to_string(&resource, &Style::default())?))
    }
}

/// The patches of an estate, in the order in which they are rolled out.
pub(super) fn patches(estate: &Estate, layout: &Layout) -> Result<Vec<Patch>, WriteError> {
    let mut patches = Vec::new();
    let cluster = Scope::Cluster { cluster: estate.name.clone() };
    let form = Form::of(estate);
    // What only control planes may have as documents.
    let control_planes = match form {
        Form::Document => cluster.clone(),
        Form::Documents(_) => Scope::MachineSet {
            cluster: estate.name.clone(),
            machine_set: MachineSet::control_planes_id(&estate.name),
        },
    };
    let mut add =
        |layer: Layer, file: &str, id: String, scope: &Scope, machine: Option<usize>, config: Config| {
            let data = form.write(config)?;
            // The name is the id without its weight.
            let name = id.split_once('-').map_or(&*id, |(_, name)| name).to_owned();
            let path = format!("{}/{file}.yaml", layout.patches(layer));
            patches.push(Patch { layer, path, id, name, scope: scope.clone(), machine, data });
            Ok::<(), WriteError>(())
        };
    let talos = estate.talos.as_ref();
    if let Some(allow) = talos.and_then(|talos| talos.allow_scheduling_on_control_planes.as_ref()) {
        let id = "100-cluster-allow-cp-scheduling".to_owned();
        add(
            Layer::NodeConfig,
            "01-cluster-wide-scheduling",
            id,
            &control_planes,
            None,
            scheduling(allow.value),
        )?;
    }
    if !estate.network.nameservers.is_empty() {
        let servers = estate.network.nameservers.iter().map(|server| server.value).collect();
        let id = "102-cluster-nameservers".to_owned();
        add(Layer::NodeConfig, "02-cluster-wide-nameservers", id, &cluster, None, nameservers(servers))?;
    }
    if let Some(talos) = talos.filter(|talos| talos.kube_prism.value != spec::KubePrism::default()) {
        let id = "103-cluster-kube-prism".to_owned();
        add(
            Layer::NodeConfig,
            "04-cluster-wide-kube-prism",
            id,
            &cluster,
            None,
            kube_prism(talos.kube_prism.value),
        )?;
    }
    for (number, machine) in
        estate.machines.iter().enumerate().filter(|(_, machine)| !machine.labels.is_empty())
    {
        let Some(scope) = machine_scope(estate, machine) else { continue };
        let file = format!("03-labels-{}", machine.name);
        let id = format!("200-labels-{}", machine.name);
        add(Layer::NodeConfig, &file, id, &scope, Some(number), labels(machine))?;
    }
    if let Some(talos) = talos.filter(|talos| talos.cni.value == Cni::None || !talos.kube_proxy.value) {
        let (cni, proxy) = (talos.cni.value, talos.kube_proxy.value);
        let id = "100-cluster-cni-none".to_owned();
        add(Layer::Cilium, "02-cluster-wide-cni-none", id, &control_planes, None, hand_over(cni, proxy))?;
    }
    for (number, machine) in estate.machines.iter().enumerate() {
        let needs = estate.accelerator(machine).filter(|needs| needs.needs_patch());
        let Some((accelerator, scope)) = needs.zip(machine_scope(estate, machine)) else { continue };
        let file = format!("02-modules-{}", machine.name);
        let id = format!("300-modules-{}", machine.name);
        add(Layer::Accelerators, &file, id, &scope, Some(number), modules(accelerator))?;
    }
    Ok(patches)
}

/// How the declared Talos wants its settings. They are modelled once, as the v1alpha1 document has them.
#[derive(Clone, Copy)]
enum Form {
    /// In the v1alpha1 document.
    Document,
    /// In documents of their own, beside which the v1alpha1 document may not say the same (since 1.14).
    Documents(Minor),
}

impl Form {
    fn of(estate: &Estate) -> Self {
        let talos = estate.versions.talos.as_ref().filter(|talos| talos.value.has_kubernetes_documents());
        talos.map_or(Self::Document, |_| Self::Documents(estate.versions.talos_minor()))
    }

    /// The text of a patch. Every setting of a generated patch has its document, so that nothing stays behind.
    fn write(self, config: Config) -> Result<String, WriteError> {
        match self {
            Self::Document => yaml::to_string(&config, &Style::default()),
            Self::Documents(minor) => migrate::migrate(vec![config.into()], minor).to_yaml(),
        }
    }
}

/// The scope of what belongs to one machine while it is in the cluster; none for a machine that is not Omni's.
pub(super) fn machine_scope(estate: &Estate, machine: &Machine) -> Option<Scope> {
    let machine = machine.id.as_ref()?.value.clone();
    Some(Scope::ClusterMachine { cluster: estate.name.clone(), machine })
}

fn scheduling(allow: bool) -> Config {
    of_cluster(ClusterConfig { allow_scheduling_on_control_planes: Some(allow), ..ClusterConfig::default() })
}

fn nameservers(nameservers: Vec<IpAddr>) -> Config {
    of_machine(MachineConfig {
        network: Some(NetworkConfig { nameservers, ..NetworkConfig::default() }),
        ..MachineConfig::default()
    })
}

fn kube_prism(prism: spec::KubePrism) -> Config {
    let kube_prism = KubePrism { enabled: Some(prism.enabled), port: Some(prism.port) };
    let features = FeaturesConfig { kube_prism: Some(kube_prism), ..FeaturesConfig::default() };
    of_machine(MachineConfig { features: Some(features), ..MachineConfig::default() })
}

fn labels(machine: &Machine) -> Config {
    let labels = machine.labels.iter().map(|(key, value)| (key.to_string(), value.value.to_string()));
    of_machine(MachineConfig { node_labels: labels.collect(), ..MachineConfig::default() })
}

fn hand_over(cni: Cni, kube_proxy: bool) -> Config {
    let network = (cni == Cni::None).then(|| ClusterNetworkConfig {
        cni: Some(CniConfig { name: Some("none".to_owned()), ..CniConfig::default() }),
        ..ClusterNetworkConfig::default()
    });
    let proxy = (!kube_proxy).then(|| ProxyConfig { disabled: Some(true), ..ProxyConfig::default() });
    of_cluster(ClusterConfig { network, proxy, ..ClusterConfig::default() })
}

fn modules(accelerator: &spec::Accelerator) -> Config {
    let modules: Vec<_> = accelerator
        .modules
        .iter()
        .map(|name| KernelModuleConfig { name: name.clone(), ..KernelModuleConfig::default() })
        .collect();
    of_machine(MachineConfig {
        kernel: (!modules.is_empty()).then_some(KernelConfig { modules }),
        sysctls: accelerator.sysctls.clone(),
        ..MachineConfig::default()
    })
}

fn of_machine(machine: MachineConfig) -> Config {
    Config { machine: Some(machine), ..Config::default() }
}

fn of_cluster(cluster: ClusterConfig) -> Config {
    Config { cluster: Some(cluster), ..Config::default() }
}
