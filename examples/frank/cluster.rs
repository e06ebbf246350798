//! The cluster `frank` in Rust: the same cluster as in `cluster.yaml`.

use cilium_values::Values;
use cluster_model::spec::{
    Accelerator, AddressAnnotation, Cilium, ClusterState, Expose, L2Policy, Rollout, Talos,
};
use cluster_model::{Cluster, ClusterBuilder, MachineBuilder};

/// Three small control planes, one GPU machine, one PC and two Raspberry Pis.
pub(crate) fn frank() -> Result<Cluster, Box<dyn std::error::Error>> {
    let machines = [
        mini("mini-1", "ce4d0d52-6c10-bdc9-746c-88aedd67681b", "192.168.55.21"),
        mini("mini-2", "6ea7c1c6-6ba6-b59d-c77a-88aedd676447", "192.168.55.22"),
        mini("mini-3", "d1f01c97-d17e-e3ef-12ee-88aedd6768b6", "192.168.55.23"),
        MachineBuilder::worker("gpu-1", "03ff0210-04e0-05b0-ab06-300700080009", "192.168.55.31")
            .nic("enp1s0")
            .label("zone", "ai-compute")
            .label("tier", "standard")
            .label("accelerator", "nvidia")
            .label("model-server", "true"),
        MachineBuilder::worker("pc-1", "03de0294-0480-05ab-3106-410700080009", "192.168.55.71")
            .nic("enp1s0")
            .label("zone", "edge")
            .label("tier", "standard"),
        raspi("raspi-1", "30303031-3030-3030-3662-353662376100", "192.168.55.41"),
        raspi("raspi-2", "30303031-3030-3030-3337-613762353000", "192.168.55.42"),
    ];
    let builder = Cluster::builder("frank")
        .versions("1.12.6", "1.35.3", "1.17.0")
        .subnet("192.168.55.0/24")
        .nameserver("192.168.10.11")
        .nameserver("192.168.10.12")
        .required_label("zone", ["core", "ai-compute", "edge"])
        .required_label("tier", ["standard", "low-power"])
        .label("accelerator", ["nvidia", "intel-igpu"])
        .dependent_label("igpu", ["intel-arc"], [("accelerator", "intel-igpu")])
        .dependent_label("model-server", ["true"], [("accelerator", "nvidia")])
        .accelerator("intel-igpu", intel_igpu())
        .accelerator("nvidia", nvidia())
        .talos(Talos { allow_scheduling_on_control_planes: Some(true), ..Talos::default() })
        .cilium(cilium()?)
        .rollout(Rollout { cluster: ClusterState::Running, steps: None });
    Ok(machines.into_iter().fold(builder, ClusterBuilder::machine).build()?)
}

fn mini(name: &str, id: &str, address: &str) -> MachineBuilder {
    MachineBuilder::control_plane(name, id, address)
        .nic("enp1s0")
        .label("zone", "core")
        .label("tier", "standard")
        .label("accelerator", "intel-igpu")
        .label("igpu", "intel-arc")
}

fn raspi(name: &str, id: &str, address: &str) -> MachineBuilder {
    MachineBuilder::worker(name, id, address).nic("eth0").label("zone", "edge").label("tier", "low-power")
}

fn intel_igpu() -> Accelerator {
    let extensions = ["siderolabs/i915", "siderolabs/intel-ucode"];
    Accelerator { extensions: extensions.map(str::to_owned).into(), ..Accelerator::default() }
}

fn nvidia() -> Accelerator {
    let extensions = ["siderolabs/nonfree-kmod-nvidia-lts", "siderolabs/nvidia-container-toolkit-lts"];
    Accelerator {
        extensions: extensions.map(str::to_owned).into(),
        modules: ["nvidia", "nvidia_uvm", "nvidia_drm", "nvidia_modeset"].map(str::to_owned).into(),
        sysctls: [("net.core.bpf_jit_harden".to_owned(), "1".to_owned())].into(),
    }
}

/// Cilium with Hubble, one pool of addresses for the whole cluster and one policy that announces them.
fn cilium() -> Result<Cilium, Box<dyn std::error::Error>> {
    let mut values = Values { k8s_service_host: "127.0.0.1".into(), ..Values::default() };
    values.hubble.enabled = true.into();
    values.hubble.relay.enabled = true.into();
    values.hubble.ui.enabled = true.into();
    values.operator.replicas = 2.into();
    values.l2announcements.enabled = true.into();
    values.external_ips.enabled = true.into();

    let mut cilium = Cilium { values, ..Cilium::default() };
    cilium.pools.insert("default-pool".parse()?, vec!["192.168.55.200-192.168.55.254".parse()?]);
    let interfaces = ["^eth[0-9]+", "^en[a-z0-9]+"].map(str::to_owned).into();
    cilium.l2.insert("default-l2-policy".parse()?, L2Policy { interfaces, ..L2Policy::default() });
    let hubble_ui = Expose {
        address: Some("192.168.55.202".parse()?),
        annotation: AddressAnnotation::Legacy,
        ..Expose::default()
    };
    cilium.expose.insert("hubble-ui".parse()?, hubble_ui);
    Ok(cilium)
}
