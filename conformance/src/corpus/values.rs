//! Values files for the chart of Cilium: what its templates refuse, and what stands just beside it.

use cilium_values::CiliumVersion;
use cilium_values::chart::{self, Fact};
use serde_json::{Map, Value, json};

use crate::random::Random;

/// A values file for a version of the chart.
pub(crate) fn values(random: &mut Random, version: &CiliumVersion) -> Value {
    let mut values = Value::Object(Map::new());
    let guards = random.pick(&[&0, &1, &1, &1, &2, &2, &3]);
    for _ in 0..*guards {
        let guard = random.pick(&GUARDS.iter().collect::<Vec<_>>());
        let whole = random.chance(50);
        for (path, choices) in *guard {
            if whole || random.chance(80) {
                let text = random.pick(choices);
                // The choices are written down below.
                set(&mut values, path, serde_json::from_str(text).unwrap_or_else(|_| text.into()));
            }
        }
    }
    let known: Vec<&Fact> = chart::facts().iter().filter(|fact| fact.is_declared_in(version)).collect();
    for _ in 0..random.below(4) {
        let fact = random.pick(&known);
        if let Some(value) = of_shape(random, fact, version) {
            set(&mut values, fact.path(), value);
        }
    }
    if random.chance(8) {
        let fact = random.pick(&known);
        let value = random.pick(&[
            "1",
            "-1",
            "2.5",
            "true",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[1]",
            "[\"a\"]",
            "{\"a\": 1}",
        ]);
        set(&mut values, fact.path(), serde_json::from_str(value).unwrap_or_default());
    }
    if random.chance(3) {
        let fact = random.pick(&known);
        set(&mut values, &random.mutate(fact.path(), &["s", "E", "a"]), json!(true));
    }
    if random.chance(6) {
        // What is null loses the chart's own value, and a group all that is below it.
        set(&mut values, random.pick(&known).path(), Value::Null);
    }
    // Certificates that Helm makes itself take longer than all the rest together.
    if !random.chance(4) && values.pointer("/hubble/tls/auto").is_none_or(Value::is_object) {
        let is_set = values.pointer("/hubble/tls/auto/method").is_some();
        let has_group = values.pointer("/hubble").is_none_or(Value::is_object)
            && values.pointer("/hubble/tls").is_none_or(Value::is_object);
        if !is_set && has_group {
            set(&mut values, "hubble.tls.auto.method", json!("cronJob"));
        }
    }
    values
}

/// A value that the schema lets through: mostly one that some chart has as its own.
fn of_shape(random: &mut Random, fact: &Fact, version: &CiliumVersion) -> Option<Value> {
    let default = fact.default_in(version).and_then(|json| serde_json::from_str::<Value>(json).ok())?;
    Some(match default {
        Value::Bool(value) => json!(value ^ random.chance(60)),
        Value::Number(number) if number.is_i64() && random.chance(60) => {
            json!(number.as_i64().unwrap_or_default() + 1)
        }
        other => other,
    })
}

/// Puts a value at a path; what stands in its way goes.
fn set(values: &mut Value, path: &str, value: Value) {
    let mut place = values;
    for key in path.split('.') {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        let Some(map) = place.as_object_mut() else { return };
        place = map.entry(key).or_insert(Value::Null);
    }
    *place = value;
}

/// A key, and what it may be set to, as JSON; what is no JSON is a text.
type Choices = (&'static str, &'static [&'static str]);

const SWITCH: &[&str] = &["true", "true", "false"];
const OFF: &[&str] = &["false", "false", "true"];

/// What each guard of the templates looks at, whatever the version.
const GUARDS: &[&[Choices]] = &[
    &[("enableCiliumEndpointSlice", SWITCH)],
    &[("ciliumEndpointSlice.sliceMode", &["identity", "fcfs"])],
    &[("encryption.keyFile", &["keys", "\"\""])],
    &[("encryption.mountPath", &["/etc/ipsec", "\"\""])],
    &[("encryption.secretName", &["cilium-ipsec-keys"])],
    &[("encryption.interface", &["eth0", "\"\""])],
    &[
        ("proxy.prometheus.enabled", &["true", "false", "null"]),
        ("proxy.prometheus.port", &["9964", "0", "null"]),
    ],
    &[("endpointStatus", &["{\"enabled\": true}", "{}"])],
    &[("remoteNodeIdentity", SWITCH)],
    &[("containerRuntime.integration", &["containerd", "none", "\"\""])],
    &[("etcd.managed", SWITCH)],
    &[("tunnel", &["vxlan", "disabled", "\"\""])],
    &[
        ("clustermesh.apiserver.tls.ca.cert", &["Yw==", "\"\""]),
        ("clustermesh.apiserver.tls.ca.key", &["aw==", "\"\""]),
    ],
    &[("enableK8sEventHandover", SWITCH)],
    &[("enableCnpStatusUpdates", SWITCH)],
    &[
        ("k8sServiceHostRef.name", &["api", "\"\""]),
        ("k8sServiceHostRef.key", &["host", "\"\""]),
        ("k8sServiceHost", &["localhost", "\"\""]),
        ("k8sServicePort", &["7445", "\"7445\""]),
    ],
    &[
        ("hubble.enabled", &["true", "true", "true", "false"]),
        ("hubble.ui.enabled", SWITCH),
        ("hubble.relay.enabled", SWITCH),
        ("hubble.ui.standalone.enabled", OFF),
        ("hubble.relay.tls.server.enabled", OFF),
        ("hubble.ui.standalone.tls.certsVolume", &["{}", "{\"emptyDir\": {}}"]),
    ],
    &[
        ("prometheus.enabled", SWITCH),
        ("prometheus.serviceMonitor.enabled", SWITCH),
        ("prometheus.serviceMonitor.trustCRDsExist", OFF),
    ],
    &[("operator.prometheus.enabled", SWITCH), ("operator.prometheus.serviceMonitor.enabled", SWITCH)],
    &[("envoy.prometheus.enabled", SWITCH), ("envoy.prometheus.serviceMonitor.enabled", SWITCH)],
    &[
        ("hubble.relay.enabled", SWITCH),
        ("hubble.relay.prometheus.enabled", SWITCH),
        ("hubble.relay.prometheus.serviceMonitor.enabled", SWITCH),
    ],
    &[
        ("hubble.tls.auto.method", &["certmanager", "cronJob"]),
        ("hubble.tls.auto.certManagerIssuerRef", &["{}", "{\"name\": \"ca\"}"]),
        ("hubble.tls.enabled", SWITCH),
        ("hubble.tls.auto.enabled", &["true", "true", "true", "false"]),
    ],
    &[
        ("clustermesh.useAPIServer", SWITCH),
        ("clustermesh.apiserver.tls.auto.method", &["certmanager", "certmanager", "cronJob"]),
        ("clustermesh.apiserver.tls.auto.certManagerIssuerRef", &["{}", "{\"name\": \"ca\"}"]),
    ],
    &[
        ("externalWorkloads.enabled", SWITCH),
        ("clustermesh.apiserver.tls.auto.method", &["certmanager", "cronJob"]),
        ("identityAllocationMode", &["crd", "kvstore", "doublewrite-readcrd"]),
        ("disableEndpointCRD", OFF),
    ],
    &[
        ("hubble.redact.http.headers.allow", &["[]", "[\"a\"]", "[\"a\"]"]),
        ("hubble.redact.http.headers.deny", &["[]", "[\"b\"]", "[\"b\"]"]),
        ("hubble.redact.enabled", SWITCH),
    ],
    &[
        ("hubble.relay.enabled", &["true"]),
        ("hubble.ui.enabled", &["true"]),
        (
            "hubble.ui.backend.image.tag",
            &["v0.8.5", "0.9", "v0.9.0", "latest", "v0.8.5@sha256:a", "v0.8.9-rc1", "x", "v0.13.0"],
        ),
        ("hubble.ui.frontend.image.tag", &["v0.8.5", "v0.9.0", "latest", "1", "v0.13.0"]),
    ],
    &[
        ("ingressController.enabled", SWITCH),
        ("gatewayAPI.enabled", SWITCH),
        ("loadBalancer.l7.backend", &["envoy", "disabled"]),
        ("l7Proxy", &["false", "false", "true", "null"]),
    ],
    &[
        ("ingressController.enabled", SWITCH),
        ("ingressController.service.type", &["LoadBalancer", "NodePort", "ClusterIP"]),
        ("ingressController.service.externalTrafficPolicy", &["Cluster", "Local", "null", "null"]),
    ],
    &[
        ("gatewayAPI.enabled", SWITCH),
        ("gatewayAPI.externalTrafficPolicy", &["Cluster", "Local", "null", "null"]),
    ],
    &[
        ("envoyConfig.enabled", SWITCH),
        ("kubeProxyReplacement", &["disabled", "null", "null", "\"true\"", "false"]),
        ("upgradeCompatibility", &["1.13", "1.14", "1.9", "\"1.13\"", "\"1.15\"", "\"1.9\"", "v1.16"]),
    ],
    &[("upgradeCompatibility", &["latest", "\"1\"", "\"1.16.0\"", "\"1.15.3\"", "\"1.\"", "v1.12"])],
    &[("authentication.enabled", OFF), ("authentication.mutual.spire.enabled", SWITCH)],
    &[("ciliumEndpointSlice.enabled", SWITCH), ("disableEndpointCRD", SWITCH)],
    &[
        (
            "cluster.name",
            &[
                "\"\"",
                "default",
                "a",
                "-a",
                "a-",
                "A",
                "a_b",
                "this-name-has-thirty-two-letters",
                "this-name-has-thirty-three-letter",
                "a.b",
                "é",
            ],
        ),
        ("cluster.id", &["0", "1", "255"]),
        ("upgradeCompatibility", &["\"1.15\"", "\"1.16\"", "\"1.17\""]),
    ],
    &[
        ("cluster.id", &["1", "127", "128", "255", "256", "383", "384", "511", "512"]),
        ("cluster.name", &["frank"]),
        ("eni.enabled", OFF),
        ("alibabacloud.enabled", SWITCH),
        ("cni.chainingMode", &["aws-cni", "portmap"]),
        (
            "extraConfig",
            &[
                "{\"allow-unsafe-policy-skb-usage\": \"true\"}",
                "{\"allow-unsafe-policy-skb-usage\": \"false\"}",
                "{}",
            ],
        ),
    ],
    &[
        ("clustermesh.useAPIServer", SWITCH),
        ("clustermesh.apiserver.tls.auto.method", &["cronJob"]),
        ("identityAllocationMode", &["crd", "kvstore", "doublewrite-readcrd", "doublewrite-readkvstore"]),
        ("disableEndpointCRD", OFF),
        ("clustermesh.apiserver.kvstoremesh.enabled", SWITCH),
    ],
    &[
        ("clustermesh.apiserver.kvstoremesh.kvstoreMode", &["external", "external", "internal", "null"]),
        ("clustermesh.useAPIServer", SWITCH),
        ("clustermesh.apiserver.tls.auto.method", &["cronJob"]),
        ("clustermesh.apiserver.kvstoremesh.enabled", SWITCH),
        ("clustermesh.apiserver.replicas", &["1", "1", "2", "0"]),
        ("identityAllocationMode", &["crd", "kvstore", "doublewrite-readkvstore"]),
    ],
    &[
        ("clustermesh.useAPIServer", &["true"]),
        ("clustermesh.apiserver.tls.auto.enabled", OFF),
        ("clustermesh.apiserver.tls.enableSecrets", SWITCH),
        ("clustermesh.apiserver.tls.server.cert", &["Yw==", "\"\""]),
        ("clustermesh.apiserver.tls.server.key", &["aw==", "\"\""]),
        ("clustermesh.apiserver.tls.admin.cert", &["Yw==", "Yw==", "\"\""]),
        ("clustermesh.apiserver.tls.admin.key", &["aw=="]),
        ("clustermesh.apiserver.tls.remote.cert", &["Yw==", "Yw==", "\"\""]),
        ("clustermesh.apiserver.tls.remote.key", &["aw=="]),
        ("clustermesh.apiserver.tls.authMode", &["legacy", "migration", "cluster"]),
    ],
    &[
        ("externalWorkloads.enabled", &["true"]),
        ("clustermesh.apiserver.tls.auto.enabled", &["false"]),
        ("clustermesh.apiserver.tls.server.cert", &["Yw=="]),
        ("clustermesh.apiserver.tls.server.key", &["aw=="]),
        ("clustermesh.apiserver.tls.admin.cert", &["Yw=="]),
        ("clustermesh.apiserver.tls.admin.key", &["aw=="]),
        ("clustermesh.apiserver.tls.client.cert", &["Yw==", "\"\""]),
        ("clustermesh.apiserver.tls.client.key", &["aw==", "\"\""]),
    ],
    &[
        ("clustermesh.useAPIServer", &["true"]),
        ("clustermesh.apiserver.tls.auto.method", &["cronJob"]),
        ("clustermesh.apiserver.tls.authMode", &["legacy", "migration", "cluster", "null", "x"]),
    ],
    &[("clustermesh.maxConnectedClusters", &["255", "511", "256", "0", "null"])],
    &[("envoy.baseID", &["0", "-1", "4294967295", "4294967296", "null"])],
    &[
        ("k8sClientExponentialBackoff.enabled", SWITCH),
        (
            "extraEnv",
            &[
                "[{\"name\": \"KUBE_CLIENT_BACKOFF_BASE\", \"value\": \"1\"}]",
                "[{\"name\": \"KUBE_CLIENT_BACKOFF_DURATION\", \"value\": \"1\"}]",
                "[{\"name\": \"X\", \"value\": \"1\"}]",
            ],
        ),
    ],
    &[("standaloneDnsProxy.enabled", SWITCH), ("dnsProxy.proxyPort", &["0", "10094"])],
    &[("bpf.tproxy", SWITCH), ("bpf.datapathMode", &["netkit", "netkit-l2", "veth", "null"])],
    &[("ipam.mode", &["eni"]), ("eni.enabled", OFF)],
    &[(
        "kubeProxyReplacement",
        &["strict", "partial", "probe", "disabled", "true", "\"true\"", "\"false\"", "\"\"", "True", "null"],
    )],
    &[("gke.enabled", SWITCH), ("routingMode", &["native", "tunnel", "\"\"", "null"])],
    &[("aksbyocni.enabled", SWITCH), ("routingMode", &["native", "tunnel", "\"\""])],
    &[
        ("routingMode", &["native", "native", "native", "tunnel"]),
        ("ipv4.enabled", SWITCH),
        ("ipv6.enabled", SWITCH),
        ("enableIPv4Masquerade", &["true", "true", "false", "null"]),
        ("enableIPv6Masquerade", &["true", "true", "false", "null"]),
        ("ipMasqAgent.enabled", OFF),
        ("ipam.mode", &["cluster-pool", "kubernetes", "alibabacloud", "null"]),
        ("eni.enabled", OFF),
        ("ipv4NativeRoutingCIDR", &["10.0.0.0/8", "\"\"", "\"\""]),
        ("ipv6NativeRoutingCIDR", &["fd00::/8", "\"\"", "\"\""]),
        ("nativeRoutingCIDRFromClusterPool", OFF),
    ],
    &[
        ("nativeRoutingCIDRFromClusterPool", SWITCH),
        ("ipam.mode", &["cluster-pool", "cluster-pool", "kubernetes"]),
        (
            "ipam.operator.clusterPoolIPv4PodCIDRList",
            &["[\"10.0.0.0/8\"]", "[]", "[\"10.0.0.0/9\", \"10.128.0.0/9\"]"],
        ),
        (
            "ipam.operator.clusterPoolIPv6PodCIDRList",
            &["[\"fd00::/104\"]", "[]", "[\"fd00::/104\", \"fd01::/104\"]"],
        ),
        ("ipv6.enabled", SWITCH),
        ("ipv4NativeRoutingCIDR", &["10.0.0.0/8", "\"\"", "\"\""]),
    ],
    &[
        ("ipam.operator.clusterPoolIPv4PodCIDR", &["10.0.0.0/8", "\"\"", "null"]),
        ("ipam.mode", &["cluster-pool", "kubernetes", "null"]),
        ("ipv4.enabled", SWITCH),
    ],
    &[("ipam.operator.clusterPoolIPv6PodCIDR", &["fd00::/104", "\"\""]), ("ipv6.enabled", SWITCH)],
    &[("bgp.enabled", SWITCH), ("bgp.announce.loadbalancerIP", OFF), ("bgp.announce.podCIDR", OFF)],
    &[("operator.setNodeTaints", SWITCH), ("operator.removeNodeTaints", OFF)],
    &[
        ("clustermesh.config.enabled", SWITCH),
        (
            "clustermesh.config.clusters",
            &[
                "[{\"name\": \"a\", \"port\": 2379, \"ips\": [\"10.0.0.1\"]}]",
                "[{\"name\": \"a\", \"port\": 2379, \"address\": \"a.example\"}]",
                "[{\"name\": \"a\", \"port\": 2379}]",
                "{\"a\": {\"port\": 2379}}",
                "{\"a\": {\"enabled\": false}}",
                "{\"a\": {\"enabled\": true, \"address\": \"a.example\"}}",
                "[{\"name\": \"a\", \"ips\": [], \"address\": \"\"}]",
                "[{\"port\": 2379, \"address\": \"a.example\"}]",
                "[{\"name\": 5, \"address\": \"a.example\"}]",
                "[\"a\"]",
                "[null]",
                "{\"a\": 1}",
                "{\"a\": null}",
                "[]",
                "{}",
                "null",
            ],
        ),
        ("clustermesh.useAPIServer", OFF),
        ("clustermesh.apiserver.tls.auto.method", &["cronJob"]),
    ],
    &[
        ("k8sServiceHost", &["auto", "auto", "localhost"]),
        ("k8sServiceLookupNamespace", &["a", "\"\""]),
        ("k8sServiceLookupConfigMapName", &["b", "\"\""]),
        ("agent", &["true", "true", "false"]),
    ],
    &[
        ("hubble.tls.auto.enabled", &["false"]),
        ("hubble.tls.enabled", &["true", "true", "true", "false"]),
        ("hubble.enabled", &["true", "true", "true", "false"]),
        ("agent", &["true", "true", "true", "false"]),
        ("hubble.tls.server.cert", &["Yw==", "Yw==", "\"\""]),
        ("hubble.tls.server.key", &["aw==", "aw==", "\"\""]),
        ("hubble.tls.server.existingSecret", &["\"\"", "\"\"", "a"]),
        ("hubble.relay.enabled", SWITCH),
        ("hubble.relay.tls.client.cert", &["Yw==", "\"\""]),
        ("hubble.relay.tls.client.key", &["aw==", "\"\""]),
        ("hubble.relay.tls.server.enabled", SWITCH),
        ("hubble.relay.tls.server.cert", &["Yw==", "\"\""]),
        ("hubble.relay.tls.server.key", &["aw==", "\"\""]),
        ("hubble.ui.enabled", OFF),
        ("hubble.ui.tls.client.cert", &["Yw==", "\"\""]),
        ("hubble.ui.tls.client.key", &["aw==", "\"\""]),
    ],
    &[
        ("hubble.tls.auto.enabled", &["false"]),
        ("hubble.tls.enabled", &["false"]),
        ("hubble.metrics.tls.enabled", SWITCH),
        ("hubble.metrics.tls.server.cert", &["Yw==", "\"\""]),
        ("hubble.metrics.tls.server.key", &["aw==", "\"\""]),
    ],
    &[
        ("hubble.tls.auto.enabled", &["false"]),
        ("hubble.tls.server.cert", &["Yw=="]),
        ("hubble.tls.server.key", &["aw=="]),
        ("hubble.relay.enabled", &["true"]),
        ("hubble.relay.tls.client.cert", &["Yw=="]),
        ("hubble.relay.tls.client.key", &["aw=="]),
        ("hubble.relay.tls.server.enabled", &["true"]),
        ("hubble.relay.tls.server.cert", &["Yw=="]),
        ("hubble.relay.tls.server.key", &["aw=="]),
        ("hubble.ui.enabled", &["true"]),
        ("hubble.ui.tls.client.cert", &["Yw==", "\"\""]),
        ("hubble.ui.tls.client.key", &["aw==", "\"\""]),
    ],
    &[("conntrackGCInterval", DURATION)],
    &[("conntrackGCMaxInterval", DURATION)],
    &[("operator.identityHeartbeatTimeout", DURATION)],
    &[("operator.identityGCInterval", DURATION), ("operator.endpointGCInterval", DURATION)],
    &[("operator.nodeGCInterval", DURATION), ("identityChangeGracePeriod", DURATION)],
    &[("envoyConfig.retryInterval", DURATION), ("envoyConfig.enabled", SWITCH)],
    &[("bpf.monitorInterval", DURATION)],
    &[
        ("encryption.enabled", SWITCH),
        ("encryption.type", &["ipsec", "wireguard"]),
        ("encryption.ipsec.keyRotationDuration", DURATION),
    ],
    &[("l2NeighDiscovery.refreshPeriod", DURATION), ("l2NeighDiscovery.enabled", SWITCH)],
    &[("ipam.ciliumNodeUpdateRate", DURATION), ("crdWaitTimeout", DURATION)],
    &[
        ("authentication.enabled", SWITCH),
        ("authentication.gcInterval", DURATION),
        ("authentication.mutual.connectTimeout", DURATION),
        ("authentication.mutual.spire.enabled", OFF),
    ],
    &[
        ("hubble.lostEventSendInterval", DURATION),
        ("hubble.export.static.enabled", SWITCH),
        ("hubble.export.aggregationInterval", DURATION),
        ("hubble.export.static.aggregationInterval", DURATION),
    ],
    // What is refused only where all the rest is in order.
    &[("routingMode", &["native"]), ("enableIPv4Masquerade", YES), ("ipv4NativeRoutingCIDR", &["\"\""])],
    &[("gke.enabled", YES), ("routingMode", &["tunnel"])],
    &[("cluster.name", &["this-name-has-thirty-three-letter"])],
    &[
        ("kubeProxyReplacement", &["null"]),
        ("upgradeCompatibility", &["\"1\"", "\"1.7\"", "\"1.8\"", "\"1.13\"", "1.9.0-rc1"]),
        ("envoyConfig.enabled", OFF),
    ],
    &[
        ("kubeProxyReplacement", &["disabled"]),
        ("envoyConfig.enabled", YES),
        ("agent", NO),
        ("operator.enabled", NO),
    ],
    &[
        ("externalWorkloads.enabled", YES),
        ("clustermesh.apiserver.tls.auto.method", &["cronJob"]),
        ("disableEndpointCRD", YES),
        ("identityAllocationMode", &["crd"]),
    ],
    &[
        ("clustermesh.useAPIServer", YES),
        ("clustermesh.apiserver.tls.auto.method", &["cronJob"]),
        ("clustermesh.apiserver.kvstoremesh.kvstoreMode", &["external"]),
        ("clustermesh.apiserver.kvstoremesh.enabled", NO),
        ("identityAllocationMode", &["crd"]),
    ],
    &[
        ("hubble.relay.enabled", YES),
        ("hubble.ui.enabled", YES),
        ("hubble.ui.backend.image.tag", &["v0.8.5", "v0.8"]),
    ],
    &[
        ("hubble.ui.enabled", YES),
        ("hubble.relay.enabled", YES),
        ("hubble.ui.standalone.enabled", YES),
        ("hubble.relay.tls.server.enabled", YES),
        ("hubble.ui.standalone.tls.certsVolume", &["{}"]),
    ],
    &[
        ("hubble.tls.auto.enabled", NO),
        ("hubble.tls.server.cert", CERT),
        ("hubble.tls.server.key", KEY),
        ("hubble.relay.enabled", YES),
        ("hubble.relay.tls.client.cert", CERT),
        ("hubble.relay.tls.client.key", KEY),
        ("hubble.relay.tls.server.enabled", YES),
        ("hubble.relay.tls.server.cert", &["Yw==", "\"\""]),
        ("hubble.relay.tls.server.key", KEY),
        ("hubble.ui.enabled", YES),
        ("hubble.ui.tls.client.cert", CERT),
        ("hubble.ui.tls.client.key", &["\"\""]),
    ],
    &[
        ("clustermesh.useAPIServer", YES),
        ("clustermesh.apiserver.tls.auto.enabled", NO),
        ("clustermesh.apiserver.tls.server.cert", CERT),
        ("clustermesh.apiserver.tls.server.key", &["aw==", "\"\""]),
        ("clustermesh.apiserver.tls.admin.cert", &["Yw==", "\"\""]),
        ("clustermesh.apiserver.tls.admin.key", KEY),
        ("clustermesh.apiserver.tls.remote.cert", CERT),
        ("clustermesh.apiserver.tls.remote.key", &["aw==", "aw==", "\"\""]),
    ],
    &[
        ("agent", OFF),
        ("operator.enabled", OFF),
        ("preflight.enabled", OFF),
        ("operator.setNodeTaints", SWITCH),
        ("operator.removeNodeTaints", OFF),
    ],
];

/// A certificate and a key in base64.
const CERT: &[&str] = &["Yw=="];
const KEY: &[&str] = &["aw=="];
const YES: &[&str] = &["true"];
const NO: &[&str] = &["false"];

const DURATION: &[&str] =
    &["30s", "1h30m", "\"0\"", "\"0s\"", "\"\"", "1d", "\"30\"", "abc", "-5s", ".5s", "5 s", "1µs"];
