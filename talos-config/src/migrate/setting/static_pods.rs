//! `machine.pods`.

use manifest::{Map, Value};

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, twice};
use crate::k8s::KubeStaticPodConfig;
use crate::validate::text::is_subdomain;
use crate::version::Minor;

static TWICE: Limit = twice("machine.pods");
static NAME: Limit = kept("machine.pods", "namespace and name of a pod make no DNS name in lower case");

/// Pods that the kubelet runs without an API server.
pub(super) static SETTING: Setting = Setting {
    path: "machine.pods",
    kinds: &["KubeStaticPodConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &NAME],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    for pod in std::mem::take(&mut up.machine.pods) {
        let name = name_of(&pod);
        Stop::if_so(!is_subdomain(&name), &NAME)?;
        up.add(KubeStaticPodConfig { pod, ..KubeStaticPodConfig::new(name) }, &TWICE)?;
    }
    Ok(())
}

/// The name that upstream gives a pod of the old form (`kubeStaticPodShim.Name`).
fn name_of(pod: &Map) -> String {
    let of_metadata = |key: &str| {
        let text = pod.get("metadata").and_then(|metadata| metadata.get(key)).and_then(Value::as_str);
        text.unwrap_or("default").to_owned()
    };
    format!("{}-{}", of_metadata("namespace"), of_metadata("name"))
}

fn down(down: &mut Down) {
    for document in down.take::<KubeStaticPodConfig>() {
        down.machine.pods.push(document.pod);
    }
}
