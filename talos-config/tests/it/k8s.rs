//! Documents about Kubernetes.

use manifest::{Map, Secret, Value};
use talos_config::k8s::{
    IssuerServiceAccountConfig, KubeAdmissionControlConfig, KubeAggregatorCaConfig, KubeApiServerCaConfig,
    KubeApiServerConfig, KubeAuditPolicyConfig, KubeAuthenticationConfig, KubeAuthorizerConfig,
    KubeClusterConfig, KubeControllerManagerConfig, KubeCoreDnsConfig, KubeCredentialProviderConfig,
    KubeEtcdEncryptionConfig, KubeExternalManifestConfig, KubeFlannelCniConfig, KubeInlineManifestConfig,
    KubeNetworkConfig, KubeNodeConfig, KubePrismConfig, KubeProxyConfig, KubeSchedulerConfig,
    KubeServiceAccountConfig, KubeStaticPodConfig, KubeTalosApiAccessConfig, KubeletConfig,
};
use talos_config::meta::CertificateAndKey;
use talos_config::scalar::ArgValue;

use crate::golden;

#[test]
fn apiserver_is_read_and_written_back() {
    golden::minimal(
        "k8s/apiserver",
        &KubeApiServerConfig {
            image: Some("registry.k8s.io/kube-apiserver:v1.36.0".into()),
            ..KubeApiServerConfig::default()
        },
    );
    golden::full::<KubeApiServerConfig>("k8s/apiserver");
}

#[test]
fn apiserver_ca_is_read_and_written_back() {
    golden::minimal(
        "k8s/apiserver_ca",
        &KubeApiServerCaConfig {
            issuing_ca: Some(CertificateAndKey {
                key: Some(Secret::new("hunter2")),
                ..CertificateAndKey::default()
            }),
            ..KubeApiServerCaConfig::default()
        },
    );
    golden::full::<KubeApiServerCaConfig>("k8s/apiserver_ca");
}

#[test]
fn aggregator_ca_is_read_and_written_back() {
    golden::minimal(
        "k8s/aggregator_ca",
        &KubeAggregatorCaConfig {
            issuing_ca: Some(CertificateAndKey::default()),
            ..KubeAggregatorCaConfig::default()
        },
    );
    golden::full::<KubeAggregatorCaConfig>("k8s/aggregator_ca");
}

#[test]
fn admission_control_is_read_and_written_back() {
    golden::minimal("k8s/admission_control", &KubeAdmissionControlConfig::new("EventRateLimit"));
    golden::full::<KubeAdmissionControlConfig>("k8s/admission_control");
}

#[test]
fn audit_policy_is_read_and_written_back() {
    golden::minimal(
        "k8s/audit_policy",
        &KubeAuditPolicyConfig {
            configuration: Map::from_iter([("kind", "Policy")]),
            ..KubeAuditPolicyConfig::default()
        },
    );
    golden::full::<KubeAuditPolicyConfig>("k8s/audit_policy");
}

#[test]
fn authentication_is_read_and_written_back() {
    golden::minimal(
        "k8s/authentication",
        &KubeAuthenticationConfig {
            configuration: Map::from_iter([("anonymous", Map::from_iter([("enabled", false)]))]),
            ..KubeAuthenticationConfig::default()
        },
    );
    golden::full::<KubeAuthenticationConfig>("k8s/authentication");
}

#[test]
fn authorization_is_read_and_written_back() {
    golden::minimal(
        "k8s/authorization",
        &KubeAuthorizerConfig { r#type: Some("Node".into()), ..KubeAuthorizerConfig::new("node") },
    );
    golden::full::<KubeAuthorizerConfig>("k8s/authorization");
}

#[test]
fn cluster_is_read_and_written_back() {
    golden::minimal(
        "k8s/cluster",
        &KubeClusterConfig {
            cluster_name: Some("home".into()),
            endpoint: Some("https://10.0.0.1:6443".parse().unwrap()),
            ..KubeClusterConfig::default()
        },
    );
    golden::full::<KubeClusterConfig>("k8s/cluster");
}

#[test]
fn controller_manager_is_read_and_written_back() {
    golden::minimal(
        "k8s/controller_manager",
        &KubeControllerManagerConfig { enabled: Some(false), ..KubeControllerManagerConfig::default() },
    );
    golden::full::<KubeControllerManagerConfig>("k8s/controller_manager");
}

#[test]
fn coredns_is_read_and_written_back() {
    golden::minimal(
        "k8s/coredns",
        &KubeCoreDnsConfig { enabled: Some(false), ..KubeCoreDnsConfig::default() },
    );
    golden::full::<KubeCoreDnsConfig>("k8s/coredns");
}

#[test]
fn credential_provider_is_read_and_written_back() {
    golden::minimal("k8s/credential_provider", &KubeCredentialProviderConfig::default());
    golden::full::<KubeCredentialProviderConfig>("k8s/credential_provider");
}

#[test]
fn etcd_encryption_is_read_and_written_back() {
    golden::minimal(
        "k8s/etcd_encryption",
        &KubeEtcdEncryptionConfig {
            config: Map::from_iter([("resources", Value::Sequence(vec![]))]),
            ..KubeEtcdEncryptionConfig::default()
        },
    );
    golden::full::<KubeEtcdEncryptionConfig>("k8s/etcd_encryption");
}

#[test]
fn external_manifest_is_read_and_written_back() {
    golden::minimal(
        "k8s/external_manifest",
        &KubeExternalManifestConfig {
            url: Some("https://example.org/crds.yaml".parse().unwrap()),
            ..KubeExternalManifestConfig::new("gateway-api")
        },
    );
    golden::full::<KubeExternalManifestConfig>("k8s/external_manifest");
}

#[test]
fn flannel_is_read_and_written_back() {
    golden::minimal(
        "k8s/flannel",
        &KubeFlannelCniConfig { backend_type: Some("host-gw".into()), ..KubeFlannelCniConfig::default() },
    );
    golden::full::<KubeFlannelCniConfig>("k8s/flannel");
}

#[test]
fn inline_manifest_is_read_and_written_back() {
    golden::minimal("k8s/inline_manifest", &KubeInlineManifestConfig::new("namespace"));
    golden::full::<KubeInlineManifestConfig>("k8s/inline_manifest");
}

#[test]
fn kubelet_is_read_and_written_back() {
    golden::minimal(
        "k8s/kubelet",
        &KubeletConfig {
            image: Some("ghcr.io/siderolabs/kubelet:v1.36.0".into()),
            ..KubeletConfig::default()
        },
    );
    golden::full::<KubeletConfig>("k8s/kubelet");
}

#[test]
fn kubeprism_is_read_and_written_back() {
    golden::minimal("k8s/kubeprism", &KubePrismConfig { port: Some(7445), ..KubePrismConfig::default() });
    golden::full::<KubePrismConfig>("k8s/kubeprism");
}

#[test]
fn network_is_read_and_written_back() {
    golden::minimal(
        "k8s/network",
        &KubeNetworkConfig {
            pod_subnets: vec!["10.244.0.0/16".parse().unwrap()],
            service_subnets: vec!["10.96.0.0/12".parse().unwrap()],
            ..KubeNetworkConfig::default()
        },
    );
    golden::full::<KubeNetworkConfig>("k8s/network");
}

#[test]
fn node_is_read_and_written_back() {
    golden::minimal(
        "k8s/node",
        &KubeNodeConfig { labels: [("rack".into(), "7".into())].into(), ..KubeNodeConfig::default() },
    );
    golden::full::<KubeNodeConfig>("k8s/node");
}

#[test]
fn proxy_is_read_and_written_back() {
    golden::minimal("k8s/proxy", &KubeProxyConfig { enabled: Some(false), ..KubeProxyConfig::default() });
    golden::full::<KubeProxyConfig>("k8s/proxy");
}

#[test]
fn scheduler_is_read_and_written_back() {
    golden::minimal(
        "k8s/scheduler",
        &KubeSchedulerConfig { enabled: Some(false), ..KubeSchedulerConfig::default() },
    );
    golden::full::<KubeSchedulerConfig>("k8s/scheduler");
}

#[test]
fn service_account_is_read_and_written_back() {
    golden::minimal(
        "k8s/service_account",
        &KubeServiceAccountConfig {
            issuer: Some(IssuerServiceAccountConfig {
                private_key: Some(Secret::new("hunter2")),
                issuer_url: Some("https://10.0.0.1:6443".parse().unwrap()),
            }),
            ..KubeServiceAccountConfig::default()
        },
    );
    golden::full::<KubeServiceAccountConfig>("k8s/service_account");
}

#[test]
fn static_pod_is_read_and_written_back() {
    golden::minimal(
        "k8s/static_pod",
        &KubeStaticPodConfig { pod: Map::from_iter([("kind", "Pod")]), ..KubeStaticPodConfig::new("web") },
    );
    golden::full::<KubeStaticPodConfig>("k8s/static_pod");
}

#[test]
fn talos_api_access_is_read_and_written_back() {
    golden::minimal(
        "k8s/talos_api_access",
        &KubeTalosApiAccessConfig {
            allowed_roles: vec!["os:reader".into()],
            ..KubeTalosApiAccessConfig::default()
        },
    );
    golden::full::<KubeTalosApiAccessConfig>("k8s/talos_api_access");
}

#[test]
fn an_argument_is_a_text_of_any_scalar_or_a_list() {
    let text = "apiVersion: v1alpha1\nkind: KubeletConfig\nextraArgs:\n  v: 5\n  feature-gates: [A=true, B=false]\n  \
                rotate: true\n  version: 1.10\n  mode: 0o644\n  nothing:\n";
    let arguments = golden::read::<KubeletConfig>(text).extra_args;
    for (name, value) in
        [("v", "5"), ("rotate", "true"), ("version", "1.10"), ("mode", "0o644"), ("nothing", "")]
    {
        assert_eq!(arguments[name], ArgValue::Text(value.into()), "{name}");
    }
    assert_eq!(arguments["feature-gates"], ArgValue::List(vec!["A=true".into(), "B=false".into()]));
}

#[test]
fn the_same_settings_without_a_kind_are_refused() {
    let found = golden::findings::<KubePrismConfig>("apiVersion: v1alpha1\nport: 7445\n");
    assert_eq!(found, ["the key `kind` is missing"]);
}
