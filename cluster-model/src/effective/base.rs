//! What Omni generates before any patch, as far as a repository can know it.

use talos_config::Minor;

use crate::spec::Role;

/// The configuration that the patches of a machine are applied to.
///
/// It holds what Talos' generator (`pkg/machinery/config/generate`) writes for the contract of a minor without being
/// told anything: no secrets, endpoints, images and disks. From 1.14 on most of it would be documents, of which none is
/// written here.
#[must_use]
pub fn generated(role: Option<Role>, minor: Minor) -> String {
    let role = role.unwrap_or(Role::Worker);
    let word = match role {
        Role::ControlPlane => "controlplane",
        Role::Worker => "worker",
    };
    let mut text = format!("version: v1alpha1\ndebug: false\npersist: true\nmachine:\n  type: {word}\n");
    if minor >= Minor::V1_14 {
        return text;
    }
    text.push_str(MACHINE);
    if role == Role::ControlPlane {
        text.push_str(CONTROL_PLANE_MACHINE);
    }
    text.push_str(CLUSTER);
    if role == Role::ControlPlane {
        text.push_str(CONTROL_PLANE_CLUSTER);
    }
    text
}

/// `machine` of every machine.
const MACHINE: &str = "  kubelet:
    defaultRuntimeSeccompProfileEnabled: true
    disableManifestsDirectory: true
  install:
    wipe: false
  features:
    rbac: true
    apidCheckExtKeyUsage: true
    diskQuotaSupport: true
    kubePrism:
      enabled: true
      port: 7445
    hostDNS:
      enabled: true
      forwardKubeDNSToHost: true
";

/// What a control plane has besides: load balancers outside are to leave it alone.
const CONTROL_PLANE_MACHINE: &str = "  nodeLabels:
    node.kubernetes.io/exclude-from-external-load-balancers: \"\"
";

/// `cluster` of every machine.
const CLUSTER: &str = "cluster:
  network:
    dnsDomain: cluster.local
    podSubnets:
      - 10.244.0.0/16
    serviceSubnets:
      - 10.96.0.0/12
  discovery:
    enabled: true
";

/// What a control plane has besides.
const CONTROL_PLANE_CLUSTER: &str = "  apiServer:
    admissionControl:
      - name: PodSecurity
        configuration:
          apiVersion: pod-security.admission.config.k8s.io/v1alpha1
          kind: PodSecurityConfiguration
          defaults:
            audit: restricted
            audit-version: latest
            enforce: baseline
            enforce-version: latest
            warn: restricted
            warn-version: latest
          exemptions:
            namespaces:
              - kube-system
  controllerManager: {}
  proxy: {}
  scheduler: {}
  etcd: {}
";

/// The name under which findings speak of it.
pub(super) const NAME: &str = "the configuration that Omni generates";
