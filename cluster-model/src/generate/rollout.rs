//! What each step of the rollout does, why it stands where it stands, and how to see that it is done.

use cilium_values::CiliumVersion;
use serde::Serialize;

use super::extensions::ExtensionList;
use super::patches::Patch;
use super::template;
use crate::estate::Estate;
use crate::spec::{ClusterSpec, Layer, StepId, Versions};

/// One step of the rollout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Step {
    /// Which step it is.
    id: StepId,
    /// What it does, in a few words.
    pub(super) title: String,
    /// Why it stands here and not earlier or later.
    pub(super) why: String,
    /// What to run, a command a line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) commands: Vec<String>,
    /// Commands that succeed when the step is done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) checks: Vec<String>,
    /// What stops working, and for how long; absent if nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) downtime: Option<String>,
}

/// The steps of an estate, each with what there is to do for this cluster.
pub(super) fn steps(
    estate: &Estate,
    spec: &ClusterSpec,
    patches: &[Patch],
    extensions: &[ExtensionList],
) -> Vec<Step> {
    let files =
        |layer: Layer| patches.iter().filter(move |patch| patch.layer == layer).map(|patch| &*patch.path);
    let facts = Facts {
        estate,
        versions: &spec.versions,
        cilium_version: estate.versions.cilium_or_newest(),
        cilium: spec.layout.cilium.to_string(),
        node_config: apply(files(Layer::NodeConfig)),
        accelerators: apply(extensions.iter().map(|list| &*list.path).chain(files(Layer::Accelerators))),
        cni: apply(files(Layer::Cilium)),
    };
    let order = estate.rollout.iter().flat_map(|rollout| &rollout.steps);
    order.map(|&id| step(id, &facts)).collect()
}

fn apply<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<String> {
    paths.map(|path| format!("omnictl apply -f {path}")).collect()
}

/// What the steps speak of.
struct Facts<'e> {
    estate: &'e Estate,
    versions: &'e Versions,
    cilium_version: CiliumVersion,
    /// Directory of the Cilium files.
    cilium: String,
    node_config: Vec<String>,
    accelerators: Vec<String>,
    cni: Vec<String>,
}

fn step(id: StepId, facts: &Facts<'_>) -> Step {
    match id {
        StepId::CreateCluster => create_cluster(),
        StepId::NodeConfig => node_config(facts),
        StepId::Accelerators => accelerators(facts),
        StepId::CiliumReady => cilium_ready(facts),
        StepId::CniNone => cni_none(facts),
        StepId::RemoveFlannel => remove_flannel(),
        StepId::RemoveKubeProxy => remove_kube_proxy(),
        StepId::CiliumInstall => cilium_install(facts),
        StepId::RestartPods => restart_pods(facts),
        StepId::Expose => expose(facts),
        StepId::Verify => verify(facts),
    }
}

fn create_cluster() -> Step {
    let template = template::PATH;
    Step {
        id: StepId::CreateCluster,
        title: "Create the cluster from its template".to_owned(),
        why: "The template holds every patch, so the machines start without flannel and kube-proxy, and a \
              later sync keeps all patches: a sync destroys patches of the cluster that its template does \
              not name."
            .to_owned(),
        commands: vec![
            format!("omnictl cluster template validate -f {}", template),
            format!("omnictl cluster template sync -f {}", template),
        ],
        checks: vec![format!("omnictl cluster template status -f {} --wait 0", template)],

        downtime: None,
    }
}

fn node_config(facts: &Facts<'_>) -> Step {
    let cluster = &facts.estate.name;
    Step {
        id: StepId::NodeConfig,
        title: "Apply scheduling, resolvers and labels".to_owned(),
        why:
            "These patches change no running pod and need no reboot; what follows selects machines by these \
              labels."
                .to_owned(),
        commands: facts.node_config.clone(),
        checks: vec![format!(
            "omnictl get clustermachineconfigstatuses -l omni.sidero.dev/cluster={}",
            cluster
        )]
        .into_iter()
        .chain(lines(&["kubectl get nodes --show-labels"]))
        .collect(),
        downtime: None,
    }
}

fn accelerators(facts: &Facts<'_>) -> Step {
    Step {
        id: StepId::Accelerators,
        title: "Apply the extensions and modules of accelerators".to_owned(),
        why:
            "Extensions are part of the image: Omni upgrades each machine to the new one and reboots it, one \
              machine after the other."
                .to_owned(),
        commands: facts.accelerators.clone(),
        checks: lines(&["omnictl get machineextensionsstatuses", "talosctl get extensions"]),
        downtime: Some("each machine with an accelerator reboots once".to_owned()),
    }
}

fn cilium_ready(facts: &Facts<'_>) -> Step {
    let version = &facts.cilium_version;
    let cilium = &facts.cilium;
    Step {
        id: StepId::CiliumReady,
        title: "Make Cilium ready to install".to_owned(),
        why: "Between the loss of the old network and the first ready agent no pod has a network, and Talos \
              reboots a machine that stays unready for about ten minutes: the chart must be at hand, render \
              and need no second look before anything is switched off."
            .to_owned(),
        commands: vec![
            "helm repo update cilium".to_owned(),
            format!("helm pull cilium/cilium --version {version}"),
            format!(
                "helm template cilium cilium-{version}.tgz --namespace kube-system \
                 --kube-version {} --values {cilium}/values.yaml > cilium-{version}.rendered.yaml",
                facts.versions.kubernetes
            ),
        ],
        checks: vec![format!("test -s cilium-{version}.rendered.yaml")],
        downtime: None,
    }
}

fn cni_none(facts: &Facts<'_>) -> Step {
    let cluster = &facts.estate.name;
    Step {
        id: StepId::CniNone,
        title: "Tell Talos to install no network plugin and no kube-proxy".to_owned(),
        why: "Talos creates a deleted flannel again as long as its configuration names one, so the \
              configuration changes before the leftovers go. Nothing stops yet."
            .to_owned(),
        commands: facts.cni.clone(),
        checks: vec![format!(
            "omnictl get clustermachineconfigstatuses -l omni.sidero.dev/cluster={}",
            cluster
        )],
        downtime: None,
    }
}

fn remove_flannel() -> Step {
    Step {
        id: StepId::RemoveFlannel,
        title: "Delete the flannel that Talos leaves behind".to_owned(),
        why: "Talos deletes nothing that it once installed; two network plugins would both write the CNI \
              configuration."
            .to_owned(),
        commands: lines(&[
            "kubectl -n kube-system delete daemonset kube-flannel",
            "kubectl -n kube-system delete configmap kube-flannel-cfg",
        ]),
        checks: lines(&["! kubectl -n kube-system get daemonset kube-flannel"]),
        downtime: Some(
            "from here until the agents of Cilium are ready and the pods are restarted no new pod gets a \
             network: a few minutes"
                .to_owned(),
        ),
    }
}

fn remove_kube_proxy() -> Step {
    Step {
        id: StepId::RemoveKubeProxy,
        title: "Delete the kube-proxy that Talos leaves behind".to_owned(),
        why:
            "Talos stops managing kube-proxy but never deletes it; left running, it and Cilium both program \
              the same services."
                .to_owned(),
        commands: lines(&["kubectl -n kube-system delete daemonset kube-proxy"]),
        checks: lines(&["! kubectl -n kube-system get daemonset kube-proxy"]),
        downtime: Some("services do not follow their pods until the agents of Cilium are ready".to_owned()),
    }
}

fn cilium_install(facts: &Facts<'_>) -> Step {
    let version = &facts.cilium_version;
    let cilium = &facts.cilium;
    Step {
        id: StepId::CiliumInstall,
        title: "Install Cilium".to_owned(),
        why:
            "At once after the old network is gone. The agents reach the API server through KubePrism on the \
              machine itself, so they need no service network to start."
                .to_owned(),
        commands: vec![format!(
            "helm upgrade --install cilium cilium-{version}.tgz --namespace kube-system \
             --values {cilium}/values.yaml --wait"
        )],
        checks: lines(&[
            "kubectl -n kube-system rollout status daemonset/cilium --timeout=10m",
            "kubectl get nodes",
        ]),
        downtime: None,
    }
}

fn restart_pods(facts: &Facts<'_>) -> Step {
    Step {
        id: StepId::RestartPods,
        title: "Restart the machines, one at a time".to_owned(),
        why: format!(
            "Pods that were created under flannel keep its interfaces, and its bridge and kube-proxy's rules \
             stay in the kernel until a reboot. One machine at a time keeps etcd's quorum ({} control planes).",
            facts.estate.machines.iter().filter(|machine| machine.is_control_plane()).count()
        ),
        commands: lines(&[
            "kubectl drain NODE --ignore-daemonsets --delete-emptydir-data",
            "talosctl --nodes NODE reboot --wait",
            "kubectl uncordon NODE",
        ]),
        checks: lines(&["talosctl --nodes NODE get links"]),
        downtime: Some("each machine reboots once".to_owned()),
    }
}

fn expose(facts: &Facts<'_>) -> Step {
    let cilium = &facts.cilium;
    Step {
        id: StepId::Expose,
        title: "Hand out addresses".to_owned(),
        why: "Cilium's operator brings the types of these manifests, so they come after it.".to_owned(),
        commands: vec![format!("kubectl apply -f {cilium}/manifests/")],
        checks: lines(&[
            "kubectl get ciliumloadbalancerippools",
            "kubectl get services --all-namespaces --field-selector spec.type=LoadBalancer",
        ]),
        downtime: None,
    }
}

fn verify(facts: &Facts<'_>) -> Step {
    Step {
        id: StepId::Verify,
        title: "See that it worked".to_owned(),
        why: "A cluster that looks healthy right after a change may be waiting for a reboot: look twice."
            .to_owned(),
        commands: vec![],
        checks: lines(if facts.estate.cilium.is_some() {
            &[
                "kubectl -n kube-system exec daemonset/cilium -c cilium-agent -- cilium-dbg status --brief",
                "kubectl get pods --all-namespaces --field-selector status.phase!=Running,status.phase!=Succeeded",
                "talosctl health",
            ]
        } else {
            &["kubectl get nodes", "talosctl health"]
        }),
        downtime: None,
    }
}

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}
