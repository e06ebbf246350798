//! The preset for Talos and what values lack of it.

use cilium_values::Values;
use cilium_values::talos::{Preset, TalosMinor, lacks, preset, requirements};
use manifest::yaml::{self, Layout};

use super::{values, version};

const CHARTS: [&str; 6] = ["1.16.19", "1.17.0", "1.17.18", "1.18.12", "1.19.6", "1.20.0"];

fn lacking(values: &Values, cilium: &str) -> Vec<&'static str> {
    let talos = TalosMinor::new(12);
    lacks(values, talos, &version(cilium)).iter().map(|lack| lack.requirement.path).collect()
}

#[test]
fn the_preset_is_what_talos_documents() {
    let preset = preset(TalosMinor::new(12), &version("1.17.0"));
    let text = yaml::to_string(&preset, &Layout::default()).unwrap();
    assert_eq!(
        text,
        "\
cgroup:
  autoMount:
    enabled: false
  hostRoot: /sys/fs/cgroup
ipam:
  mode: kubernetes
k8sServiceHost: localhost
k8sServicePort: 7445
kubeProxyReplacement: true
securityContext:
  capabilities:
    ciliumAgent:
      - CHOWN
      - KILL
      - NET_ADMIN
      - NET_RAW
      - IPC_LOCK
      - SYS_ADMIN
      - SYS_RESOURCE
      - DAC_OVERRIDE
      - FOWNER
      - SETGID
      - SETUID
    cleanCiliumState:
      - NET_ADMIN
      - SYS_ADMIN
      - SYS_RESOURCE
"
    );
}

#[test]
fn the_preset_lacks_nothing_in_any_version() {
    for cilium in CHARTS {
        for minor in 9..=14 {
            let talos = TalosMinor::new(minor);
            let presets = [
                Preset::new(talos, &version(cilium)),
                Preset::new(talos, &version(cilium)).with_kube_proxy(),
                Preset::new(talos, &version(cilium)).with_bpf_masquerade(),
                Preset::new(talos, &version(cilium)).api_server("127.0.0.1", 7445),
            ];
            for preset in presets {
                let lacks = lacks(&preset.values(), talos, &version(cilium));
                assert!(lacks.is_empty(), "{cilium} {preset:?} {lacks:?}");
            }
        }
    }
}

#[test]
fn the_chart_alone_lacks_what_the_preset_says() {
    for cilium in CHARTS {
        let mut lacking = lacking(&Values::default(), cilium);
        // From 1.18 on the chart itself says "false", which is an explicit answer.
        lacking.retain(|path| *path != "kubeProxyReplacement");
        assert_eq!(
            lacking,
            [
                "ipam.mode",
                "securityContext.capabilities.ciliumAgent",
                "securityContext.capabilities.cleanCiliumState",
                "cgroup.autoMount.enabled",
                "cgroup.hostRoot",
            ],
            "{cilium}"
        );
    }
}

#[test]
fn a_capability_that_talos_withholds_is_seen() {
    let mut values = preset(TalosMinor::new(12), &version("1.17.0"));
    let list = &mut values.security_context.capabilities.cilium_agent;
    *list = list.get().unwrap().iter().cloned().chain(["SYS_MODULE".to_owned()]).collect::<Vec<_>>().into();
    assert_eq!(lacking(&values, "1.17.0"), ["securityContext.capabilities.ciliumAgent"]);
}

#[test]
fn masquerading_in_bpf_wants_the_hosts_routes() {
    let mut values = preset(TalosMinor::new(12), &version("1.17.0"));
    values.bpf.masquerade = true.into();
    assert_eq!(lacking(&values, "1.17.0"), ["bpf.hostLegacyRouting"]);
    assert_eq!(lacking(&values, "1.16.4"), [""; 0]);
    values.bpf.host_legacy_routing = true.into();
    assert_eq!(lacking(&values, "1.17.0"), [""; 0]);
}

#[test]
fn a_replacement_of_kube_proxy_wants_an_api_server() {
    let base = preset(TalosMinor::new(12), &version("1.18.12"));
    let values = values("k8sServiceHost: ''\nk8sServicePort: ''\n").laid_over(&base);
    assert_eq!(lacking(&values, "1.18.12"), ["k8sServiceHost", "k8sServicePort"]);
    let values = super::values("kubeProxyReplacement: 'false'\n").laid_over(&values);
    assert_eq!(lacking(&values, "1.18.12"), [""; 0]);
}

#[test]
fn every_requirement_can_be_missed() {
    let wrong = "
ipam: {mode: cluster-pool}
kubeProxyReplacement: strict
k8sServiceHost: ''
securityContext: {capabilities: {ciliumAgent: [], cleanCiliumState: [], applySysctlOverwrites: [SYS_MODULE]}}
envoy: {securityContext: {capabilities: {envoy: [NET_ADMIN, SYS_ADMIN, SYS_BOOT]}}}
nodeinit: {enabled: true}
";
    let with_proxy = "
kubeProxyReplacement: true
bpf: {masquerade: true}
";
    let mut missed = lacking(&values(wrong), "1.17.0");
    missed.extend(lacking(&values(with_proxy), "1.17.0"));
    for requirement in requirements() {
        assert!(missed.contains(&requirement.path), "{}", requirement.path);
    }
}
