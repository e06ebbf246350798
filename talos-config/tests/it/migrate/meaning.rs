//! What a whole configuration means to Talos, whichever form says it.
//!
//! It is read as upstream's container reads it (`container.go`, `v1alpha1/*_bridge.go` and the accessors of each
//! document in 1.14): a document where there is one, else the v1alpha1 document with its defaults. It shares no code
//! with the migration.

#![expect(clippy::single_match_else, reason = "the two forms stand beside each other")]

use std::collections::BTreeMap;

use manifest::yaml::{self, Reading};
use manifest::{Source, Value, base64};
use talos_config::{Document, Minor};

/// Question and answer, the answer as text.
pub(super) type Meaning = BTreeMap<&'static str, String>;

pub(super) fn of(documents: &[&Document]) -> Meaning {
    let view = View::new(documents);
    let mut meaning = Meaning::new();
    for (question, answer) in QUESTIONS {
        let answer = answer(&view);
        meaning.insert(question, format!("{answer:?}"));
    }
    if view.is_control_plane() {
        for (question, answer) in CONTROL_PLANE_QUESTIONS {
            meaning.insert(question, format!("{:?}", answer(&view)));
        }
    }
    meaning
}

/// The questions that are answered otherwise, with both answers.
pub(super) fn differences(left: &Meaning, right: &Meaning) -> Vec<String> {
    let differ = left.iter().filter(|(question, answer)| right.get(*question) != Some(answer));
    differ.map(|(question, answer)| format!("{question}: {answer} / {:?}", right.get(question))).collect()
}

/// All documents as trees.
struct View {
    old: Value,
    documents: Vec<Value>,
}

type Question = (&'static str, fn(&View) -> Answer);

/// An answer; parts that are nothing are the same as none.
type Answer = Vec<Option<Value>>;

const QUESTIONS: &[Question] = &[
    ("hostname", |view| {
        let (name, stable) = match view.only("HostnameConfig") {
            Some(new) => (text(new.get("hostname")), text(new.get("auto")).unwrap_or("off".into())),
            None => (
                text(view.old("machine.network.hostname")),
                (if truth(view.old("machine.features.stableHostname")) { "stable" } else { "talos-addr" })
                    .into(),
            ),
        };
        let auto = name.is_none().then_some(stable);
        vec![name, auto]
    }),
    ("resolver", |view| match view.only("ResolverConfig") {
        Some(new) => {
            let server = |server: &Value| server.get("address").cloned().unwrap_or(Value::Null);
            vec![
                list(Some(Value::Sequence(items(new.get("nameservers")).iter().map(server).collect()))),
                some(new.get("searchDomains").and_then(|search| search.get("domains"))),
                flag(new.get("searchDomains").and_then(|search| search.get("disableDefault"))),
            ]
        }
        None => vec![
            list(view.old("machine.network.nameservers").cloned()),
            some(view.old("machine.network.searchDomains")),
            flag(view.old("machine.network.disableSearchDomain")),
        ],
    }),
    ("host DNS", |view| {
        let new = view.only("ResolverConfig").and_then(|new| new.get("hostDNS"));
        let told = new.filter(|new| truth(new.get("enabled"))).or(view.old("machine.features.hostDNS"));
        let told = told.filter(|told| truth(told.get("enabled")));
        ["forwardKubeDNSToHost", "resolveMemberNames"]
            .iter()
            .map(|key| told.and_then(|told| flag(told.get(key))))
            .chain([told.map(|_| true.into())])
            .collect()
    }),
    ("hosts", |view| {
        let mut hosts: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        let old = items(view.old("machine.network.extraHostEntries")).iter();
        let old = old.map(|host| (text(host.get("ip")), items(host.get("aliases"))));
        let new = view.all("StaticHostConfig");
        let new = new.map(|host| (text(host.get("name")), items(host.get("hostnames"))));
        for (ip, names) in old.chain(new) {
            hosts.entry(format!("{ip:?}")).or_default().extend(names.iter().cloned());
        }
        hosts.into_iter().map(|host| Some(format!("{host:?}").into())).collect()
    }),
    ("time", |view| match view.only("TimeSyncConfig") {
        Some(new) => {
            let of = |kind: &str, key: &str| new.get(kind).and_then(|kind| kind.get(key)).cloned();
            vec![
                (new.get("enabled").and_then(Value::as_bool) == Some(false)).then_some(true.into()),
                text(new.get("bootTimeout")),
                list(of("ntp", "servers").or(of("ptp", "devices"))),
                flag(of("ntp", "useNTS").as_ref()),
            ]
        }
        None => vec![
            flag(view.old("machine.time.disabled")),
            text(view.old("machine.time.bootTimeout")),
            list(view.old("machine.time.servers").cloned()),
            None,
        ],
    }),
    ("kubespan", |view| {
        let told = view.only("KubeSpanConfig").or(view.old("machine.network.kubespan"));
        let filter = |key: &str| list(told?.get("filters")?.get(key).cloned());
        let mut answer: Answer =
            ["enabled", "advertiseKubernetesNetworks", "allowDownPeerBypass", "harvestExtraEndpoints"]
                .iter()
                .map(|key| told.and_then(|told| flag(told.get(key))))
                .collect();
        answer.push(told.and_then(|told| told.get("mtu").cloned()));
        answer.extend([filter("endpoints"), filter("excludeAdvertisedNetworks")]);
        answer
    }),
    ("environment", |view| vec![merged(view.old("machine.env"), view.all("EnvironmentConfig"), "variables")]),
    ("sysctls", |view| vec![merged(view.old("machine.sysctls"), view.all("SysctlConfig"), "params")]),
    ("sysfs", |view| vec![merged(view.old("machine.sysfs"), view.all("SysfsConfig"), "params")]),
    ("udev", |view| {
        let new = view.only("UdevRulesConfig").map(|new| new.get("rules"));
        vec![list(new.unwrap_or(view.old("machine.udev.rules")).cloned())]
    }),
    ("kernel modules", |view| {
        let modules = items(view.old("machine.kernel.modules")).iter().chain(view.all("KernelModuleConfig"));
        let parts =
            modules.map(|module| format!("{:?} {:?}", module.get("name"), items(module.get("parameters"))));
        parts.map(|part| Some(part.into())).collect()
    }),
    ("registry mirrors", |view| {
        let mut mirrors = BTreeMap::new();
        for (name, mirror) in entries(view.old("machine.registries.mirrors")) {
            let over = truth(mirror.get("overridePath"));
            let endpoints = items(mirror.get("endpoints")).iter().map(|url| (url.clone(), over));
            mirrors.insert(name, (endpoints.collect::<Vec<_>>(), truth(mirror.get("skipFallback"))));
        }
        for mirror in view.all("RegistryMirrorConfig") {
            let endpoints = items(mirror.get("endpoints")).iter().map(|endpoint| {
                (endpoint.get("url").cloned().unwrap_or(Value::Null), truth(endpoint.get("overridePath")))
            });
            let name = mirror.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
            mirrors.insert(name, (endpoints.collect(), truth(mirror.get("skipFallback"))));
        }
        vec![Some(format!("{mirrors:?}").into())]
    }),
    ("registry access", |view| {
        let mut access = BTreeMap::new();
        for (name, config) in entries(view.old("machine.registries.config")) {
            if let Some(auth) = config.get("auth") {
                access.insert(format!("{name} auth"), credentials(auth));
            }
            if let Some(tls) = config.get("tls") {
                let identity = tls.get("clientIdentity");
                let part = |key: &str| decoded(identity.and_then(|identity| identity.get(key)));
                let tls = vec![
                    part("crt"),
                    part("key"),
                    decoded(tls.get("ca")),
                    flag(tls.get("insecureSkipVerify")),
                ];
                access.insert(format!("{name} tls"), tls);
            }
        }
        for auth in view.all("RegistryAuthConfig") {
            access.insert(
                format!("{} auth", auth.get("name").and_then(Value::as_str).unwrap()),
                credentials(auth),
            );
        }
        for tls in view.all("RegistryTLSConfig") {
            let identity = tls.get("clientIdentity");
            let part = |key: &str| text(identity.and_then(|identity| identity.get(key)));
            let answer =
                vec![part("cert"), part("key"), text(tls.get("ca")), flag(tls.get("insecureSkipVerify"))];
            access.insert(format!("{} tls", tls.get("name").and_then(Value::as_str).unwrap()), answer);
        }
        vec![Some(format!("{access:?}").into())]
    }),
    ("image cache", |view| {
        let new =
            view.only("ImageCacheConfig").map(|new| new.get("local").and_then(|local| local.get("enabled")));
        vec![flag(new.unwrap_or(view.old("machine.features.imageCache.localEnabled")))]
    }),
    ("parts of containerd", |view| {
        let path = Some("/etc/cri/conf.d/20-customization.part");
        let old = items(view.old("machine.files")).iter();
        let old = old.filter(|file| file.get("path").and_then(Value::as_str) == path).take(1);
        let new = view.all("CRICustomizationConfig");
        old.chain(new).map(|part| text(part.get("content"))).collect()
    }),
    ("files", |view| {
        let path = Some("/etc/cri/conf.d/20-customization.part");
        let files = items(view.old("machine.files")).iter();
        files
            .filter(|file| file.get("path").and_then(Value::as_str) != path)
            .map(|file| some(Some(file)))
            .collect()
    }),
    ("runtime spec", |view| {
        let new = view.only("CRIBaseRuntimeSpecConfig").map(|new| new.get("overrides"));
        vec![tree(new.unwrap_or(view.old("machine.baseRuntimeSpecOverrides")))]
    }),
    ("discovery service", |view| {
        let old = view.old("cluster.discovery");
        let service =
            old.and_then(|old| old.get("registries")).and_then(|registries| registries.get("service"));
        let is_on = old.is_some_and(|old| truth(old.get("enabled")))
            && !service.is_some_and(|service| truth(service.get("disabled")));
        if is_on {
            let endpoint = text(service.and_then(|service| service.get("endpoint")));
            return vec![endpoint.or(Some("https://discovery.talos.dev/".into()))];
        }
        view.all("DiscoveryServiceConfig").map(|new| text(new.get("endpoint"))).collect()
    }),
    ("discovery through kubernetes", |view| {
        let registries = view.old("cluster.discovery").and_then(|old| old.get("registries"));
        let kubernetes = registries.and_then(|registries| registries.get("kubernetes"));
        let is_off = kubernetes.is_some_and(|kubernetes| truth(kubernetes.get("disabled")));
        let is_on = truth(view.old("cluster.discovery.enabled"));
        vec![(is_on && !is_off).then_some(true.into())]
    }),
    ("discovery identity", |view| {
        let new = view.only("DiscoveryIdentityConfig");
        let part = |old: &str, key: &str| text(view.old(old)).or(text(new.and_then(|new| new.get(key))));
        vec![part("cluster.id", "clusterID"), part("cluster.secret", "clusterSecret")]
    }),
    ("cluster", |view| match view.only("KubeClusterConfig") {
        Some(new) => vec![text(new.get("clusterName")), text(new.get("endpoint"))],
        None => vec![text(view.old("cluster.clusterName")), text(view.old("cluster.controlPlane.endpoint"))],
    }),
    ("certificate authority", |view| match view.only("KubeAPIServerCAConfig") {
        Some(new) => {
            let issuing = new.get("issuingCA");
            let cert = text(issuing.and_then(|issuing| issuing.get("cert")));
            let mut answer = vec![cert.clone(), text(issuing.and_then(|issuing| issuing.get("key")))];
            answer.extend(cert.map(Some));
            answer.extend(items(new.get("acceptedCAs")).iter().map(|accepted| text(Some(accepted))));
            answer
        }
        None => {
            let crt = decoded(view.old("cluster.ca.crt"));
            let key = decoded(view.old("cluster.ca.key"));
            let mut answer = vec![crt.clone().filter(|_| key.is_some()), key];
            answer.extend(crt.map(Some));
            let accepted = items(view.old("cluster.acceptedCAs")).iter();
            answer.extend(accepted.map(|accepted| decoded(accepted.get("crt"))));
            answer
        }
    }),
    ("node", |view| {
        let control_plane = "node-role.kubernetes.io/control-plane".to_owned();
        let (node, mut labels, mut taints, annotations) = match view.only("KubeNodeConfig") {
            Some(new) => (
                Some(new),
                entries(new.get("labels")),
                entries(new.get("taints")),
                entries(new.get("annotations")),
            ),
            None => (
                view.old("machine.kubelet"),
                entries(view.old("machine.nodeLabels")),
                entries(view.old("machine.nodeTaints")),
                entries(view.old("machine.nodeAnnotations")),
            ),
        };
        if view.only("KubeNodeConfig").is_none() && view.is_control_plane() {
            labels.insert(control_plane.clone(), "".into());
            let allowed = view.old("cluster.allowSchedulingOnControlPlanes");
            if !truth(allowed.or(view.old("cluster.allowSchedulingOnMasters"))) {
                taints.insert(control_plane, "NoSchedule".into());
            }
        }
        let of_node = |key: &str| node.and_then(|node| node.get(key));
        vec![
            flag(of_node("skipNodeRegistration")),
            flag(of_node("registerWithFQDN")),
            list(of_node("nodeIP").and_then(|node_ip| node_ip.get("validSubnets")).cloned()),
            Some(format!("{labels:?} {taints:?} {annotations:?}").into()),
        ]
    }),
    ("kubelet", |view| {
        let new = view.only("KubeletConfig");
        let told = new.or(view.old("machine.kubelet"));
        let part = |key: &str| told.and_then(|told| told.get(key));
        vec![
            text(part("image")).or(Some("default".into())),
            list(part("clusterDNS").cloned()),
            tree(part("extraArgs")),
            list(part("extraMounts").cloned()),
            tree(part(if new.is_some() { "config" } else { "extraConfig" })),
            flag(part("defaultRuntimeSeccompProfileEnabled")),
            (new.is_some() || truth(part("disableManifestsDirectory"))).then_some(true.into()),
        ]
    }),
    ("credential providers", |view| {
        let new = view.only("KubeCredentialProviderConfig").map(|new| new.get("configuration"));
        vec![tree(new.unwrap_or(view.old("machine.kubelet.credentialProviderConfig")))]
    }),
    ("network", |view| match (view.only("KubeNetworkConfig"), view.old("cluster.network")) {
        (None, None) => Vec::new(),
        (new, old) => {
            let told = new.or(old).unwrap();
            let subnets = |key: &str, default: &str| {
                let told = list(told.get(key).cloned());
                told.or(new.is_none().then(|| shown(&Value::Sequence(vec![default.into()]))))
            };
            let mask = |key: &str, default: i64| {
                told.get(key).and_then(Value::as_i64).filter(|mask| *mask != 0).unwrap_or(default)
            };
            vec![
                subnets("podSubnets", "10.244.0.0/16"),
                subnets("serviceSubnets", "10.96.0.0/12"),
                text(told.get("dnsDomain")).or(Some("cluster.local".into())),
                Some(mask("nodeCIDRMaskSizeIPv4", 24).into()),
                Some(mask("nodeCIDRMaskSizeIPv6", 64).into()),
            ]
        }
    }),
    ("KubePrism", |view| {
        if let Some(new) = view.only("KubePrismConfig") {
            return vec![new.get("port").cloned(), text(new.get("tlsServerName"))];
        }
        let old = view.old("machine.features.kubePrism").filter(|old| truth(old.get("enabled")));
        let port =
            |old: &Value| old.get("port").and_then(Value::as_i64).filter(|port| *port != 0).unwrap_or(7445);
        old.map(|old| vec![Some(port(old).into()), None]).unwrap_or_default()
    }),
    ("static pods", |view| {
        let new = view.all("KubeStaticPodConfig").filter_map(|new| new.get("pod"));
        new.chain(items(view.old("machine.pods"))).map(|pod| tree(Some(pod))).collect()
    }),
    ("installation", |view| {
        if let Some(new) = view.only("UnattendedInstallConfig") {
            let image = text(new.get("installer").and_then(|installer| installer.get("image")));
            let provisioning = new.get("provisioning");
            let selector = provisioning.and_then(|provisioning| provisioning.get("diskSelector"));
            let wipe =
                provisioning.and_then(|provisioning| provisioning.get("wipe")).and_then(Value::as_bool);
            let reboot = new.get("reboot").and_then(Value::as_bool).unwrap_or(image.is_some());
            return vec![
                image,
                text(selector.and_then(|selector| selector.get("match"))),
                Some(wipe.unwrap_or(true).into()),
                Some(reboot.into()),
                Some(true.into()),
            ];
        }
        let Some(old) = view.old("machine.install") else { return Vec::new() };
        let disk = old.get("disk").and_then(Value::as_str).map(|disk| {
            if disk.starts_with("/dev/disk/") {
                format!("{disk:?} in disk.symlinks")
            } else {
                format!("disk.dev_path == {disk:?}")
            }
        });
        vec![
            text(old.get("image")),
            disk.map(Value::from),
            Some(truth(old.get("wipe")).into()),
            Some(true.into()),
            Some(truth(old.get("grubUseUKICmdline")).into()),
        ]
    }),
    ("disk encryption", |view| {
        let of = |name: &str, old: &str| {
            let new =
                view.all("VolumeConfig").find(|new| new.get("name").and_then(Value::as_str) == Some(name));
            let new = new.and_then(|new| new.get("encryption"));
            let old = view.old("machine.systemDiskEncryption").and_then(|both| both.get(old));
            new.or(old).map(|spec| sorted(spec).into())
        };
        vec![of("STATE", "state"), of("EPHEMERAL", "ephemeral")]
    }),
    ("what has one form only", |view| {
        let kept = ["machine.type", "machine.token", "machine.ca", "machine.certSANs", "machine.disks"];
        let more = [
            "machine.network.interfaces",
            "machine.features.diskQuotaSupport",
            "cluster.etcd",
            "cluster.token",
        ];
        kept.iter().chain(&more).map(|path| some(view.old(path))).collect()
    }),
];

const CONTROL_PLANE_QUESTIONS: &[Question] = &[
    ("API server", |view| {
        let new = view.only("KubeAPIServerConfig");
        let old = view.old("cluster.apiServer");
        let told = new.or(old);
        let part = |key: &str| told.and_then(|told| told.get(key));
        let port = new.map_or(view.old("cluster.controlPlane.localAPIServerPort"), |new| new.get("apiPort"));
        let probes = new.is_some_and(|new| new.get("startupProbes").and_then(Value::as_bool) != Some(false));
        vec![
            text(part("image")).or(Some("default".into())),
            tree(part("extraArgs")),
            tree(part("env")),
            tree(part("resources")),
            list(part(if new.is_some() { "certExtraSANs" } else { "certSANs" }).cloned()),
            Some(port.and_then(Value::as_i64).unwrap_or(6443).into()),
            Some(probes.into()),
            list(part("extraVolumes").cloned()),
        ]
    }),
    ("authentication", |view| {
        let uses_file = view.only("KubeAPIServerConfig").is_some();
        let new = view.only("KubeAuthenticationConfig").and_then(|new| new.get("configuration"));
        let told = tree(new).and_then(|told| told.as_str().map(str::to_owned)).unwrap_or_default();
        let is_by_name = !uses_file || told == "{anonymous: {enabled: false}}";
        vec![Some(if is_by_name { "nobody comes in without a name".into() } else { told.into() })]
    }),
    ("authorizers", |view| {
        let shown = |authorizer: &Value| {
            (text(authorizer.get("type")), text(authorizer.get("name")), tree(authorizer.get("webhook")))
        };
        let new: Vec<_> = view.all("KubeAuthorizerConfig").map(shown).collect();
        let mut told = if new.is_empty() {
            items(view.old("cluster.apiServer.authorizationConfig")).iter().map(shown).collect()
        } else {
            new
        };
        if view.only("KubeAPIServerConfig").is_none() {
            for (place, (kind, name)) in [("Node", "node"), ("RBAC", "rbac")].into_iter().enumerate() {
                if !told.iter().any(|known| known.0 == Some(kind.into())) {
                    told.insert(place, (Some(kind.into()), Some(name.into()), None));
                }
            }
        }
        vec![Some(format!("{told:?}").into())]
    }),
    ("admission", |view| {
        let new: Vec<_> = view.all("KubeAdmissionControlConfig").collect();
        let old = items(view.old("cluster.apiServer.admissionControl")).iter().collect();
        let told: Vec<&Value> = if new.is_empty() { old } else { new };
        told.iter().flat_map(|plugin| [text(plugin.get("name")), tree(plugin.get("configuration"))]).collect()
    }),
    ("audit policy", |view| {
        let new = view.only("KubeAuditPolicyConfig").map(|new| new.get("configuration"));
        vec![tree(new.unwrap_or(view.old("cluster.apiServer.auditPolicy")))]
    }),
    ("aggregator", |view| match view.only("KubeAggregatorCAConfig") {
        Some(new) => {
            let issuing = new.get("issuingCA");
            let mut answer: Answer =
                ["cert", "key"].iter().map(|key| text(issuing.and_then(|pair| pair.get(key)))).collect();
            answer.extend(items(new.get("acceptedCAs")).iter().map(|accepted| text(Some(accepted))));
            answer
        }
        None => ["cluster.aggregatorCA.crt", "cluster.aggregatorCA.key"]
            .iter()
            .map(|path| decoded(view.old(path)))
            .collect(),
    }),
    ("service accounts", |view| match view.only("KubeServiceAccountConfig") {
        Some(new) => {
            let issuer = |key: &str| text(new.get("issuer").and_then(|issuer| issuer.get(key)));
            let accepted =
                |key: &str| list(new.get("accepted").and_then(|accepted| accepted.get(key)).cloned());
            vec![
                issuer("privateKey"),
                issuer("issuerURL"),
                accepted("publicKeys"),
                accepted("issuers"),
                accepted("audiences"),
            ]
        }
        None => {
            let key = decoded(view.old("cluster.serviceAccount.key"));
            let endpoint = text(view.old("cluster.controlPlane.endpoint")).filter(|_| key.is_some());
            vec![key, endpoint, None, None, None]
        }
    }),
    ("encryption of etcd", |view| match view.only("KubeEtcdEncryptionConfig") {
        Some(new) => vec![tree(new.get("config"))],
        None => {
            let old = |path: &str| text(view.old(path));
            let keys = [
                ("secretbox", "key2", old("cluster.secretboxEncryptionSecret")),
                ("aescbc", "key1", old("cluster.aescbcEncryptionSecret")),
            ];
            let providers = keys.into_iter().filter_map(|(provider, name, secret)| {
                Some(format!("{provider}: {{keys: [{{name: {name}, secret: {}}}]}}", secret?.as_str()?))
            });
            let providers: Vec<_> = providers.collect();
            if providers.is_empty() {
                return vec![None];
            }
            let providers =
                providers.iter().map(|provider| format!("{{{provider}}}")).collect::<Vec<_>>().join(", ");
            let config = format!(
                "resources: [{{providers: [{providers}, {{identity: {{}}}}], resources: [secrets]}}]"
            );
            vec![tree(Some(&parsed(&config)))]
        }
    }),
    ("controller manager", |view| component(view, "KubeControllerManagerConfig", "controllerManager")),
    ("scheduler", |view| component(view, "KubeSchedulerConfig", "scheduler")),
    ("kube-proxy", |view| match view.only("KubeProxyConfig") {
        Some(new) if new.get("enabled").and_then(Value::as_bool) == Some(false) => vec![None],
        None if truth(view.old("cluster.proxy.disabled")) => vec![None],
        new => {
            let told = new.or(view.old("cluster.proxy"));
            let part = |key: &str| told.and_then(|told| told.get(key));
            vec![
                text(part("image")).or(Some("default".into())),
                text(part("mode")),
                tree(part("extraArgs")),
                tree(part("config")),
                tree(part("resources")),
            ]
        }
    }),
    ("CoreDNS", |view| match view.only("KubeCoreDNSConfig") {
        Some(new) => vec![
            (new.get("enabled").and_then(Value::as_bool) == Some(false)).then_some(true.into()),
            text(new.get("image")),
        ],
        None => vec![flag(view.old("cluster.coreDNS.disabled")), text(view.old("cluster.coreDNS.image"))],
    }),
    ("flannel", |view| {
        if let Some(new) = view.only("KubeFlannelCNIConfig") {
            return vec![
                text(new.get("backendType")),
                new.get("backendPort").cloned(),
                list(new.get("extraArgs").cloned()),
                flag(new.get("kubeNetworkPoliciesEnabled")),
                tree(new.get("backendExtraConfig")),
            ];
        }
        let Some(old) = view.old("cluster.network") else { return Vec::new() };
        let cni = old.get("cni");
        if cni.is_some_and(|cni| text(cni.get("name")) != Some("flannel".into())) {
            return Vec::new();
        }
        let flannel = cni.and_then(|cni| cni.get("flannel"));
        vec![
            Some("vxlan".into()),
            Some(4789_i64.into()),
            list(flannel.and_then(|flannel| flannel.get("extraArgs")).cloned()),
            flag(flannel.and_then(|flannel| flannel.get("kubeNetworkPoliciesEnabled"))),
            None,
        ]
    }),
    ("external manifests", |view| {
        let headers = tree(view.old("cluster.extraManifestHeaders"));
        let urls = items(view.old("cluster.extraManifests"))
            .iter()
            .chain(items(view.old("cluster.network.cni.urls")));
        let new = view.all("KubeExternalManifestConfig");
        let new = new.flat_map(|new| [text(new.get("url")), tree(new.get("headers"))]);
        new.chain(urls.flat_map(|url| [text(Some(url)), headers.clone()])).collect()
    }),
    ("inline manifests", |view| {
        let new = view.all("KubeInlineManifestConfig");
        let new = new.flat_map(|new| [text(new.get("name")), text(new.get("manifest"))]);
        let old = items(view.old("cluster.inlineManifests")).iter();
        new.chain(old.flat_map(|old| [text(old.get("name")), text(old.get("contents"))])).collect()
    }),
    ("access to the API of Talos", |view| {
        let old =
            view.old("machine.features.kubernetesTalosAPIAccess").filter(|old| truth(old.get("enabled")));
        let told = view.only("KubeTalosAPIAccessConfig").or(old);
        let part = |key: &str| told.and_then(|told| list(told.get(key).cloned()));
        vec![told.map(|_| true.into()), part("allowedRoles"), part("allowedKubernetesNamespaces")]
    }),
];

/// A component that one machine can leave out.
fn component(view: &View, kind: &str, key: &str) -> Answer {
    let new = view.only(kind);
    let of_machine = view.old(&format!("machine.controlPlane.{key}"));
    let is_off = match new {
        Some(new) => new.get("enabled").and_then(Value::as_bool) == Some(false),
        None => of_machine.is_some_and(|of_machine| truth(of_machine.get("disabled"))),
    };
    if is_off {
        return vec![None];
    }
    let path = format!("cluster.{key}");
    let told = new.or(view.old(&path));
    let part = |key: &str| told.and_then(|told| told.get(key));
    vec![
        text(part("image")).or(Some("default".into())),
        tree(part("extraArgs")),
        tree(part("env")),
        tree(part("resources")),
        tree(part("config")),
        list(part("extraVolumes").cloned()),
    ]
}

fn credentials(auth: &Value) -> Answer {
    ["username", "password", "auth", "identityToken"].iter().map(|key| text(auth.get(key))).collect()
}

impl View {
    fn new(documents: &[&Document]) -> Self {
        let values = documents.iter().map(|document| parsed(&crate::golden::written(document)));
        let (new, old): (Vec<_>, Vec<_>) = values.partition(|value| value.get("kind").is_some());
        Self { old: old.into_iter().next().unwrap_or(Value::Null), documents: new }
    }

    fn is_control_plane(&self) -> bool {
        self.old("machine.type").and_then(Value::as_str) == Some("controlplane")
    }

    fn old(&self, path: &str) -> Option<&Value> {
        path.split('.').try_fold(&self.old, |value, key| value.get(key))
    }

    fn all<'v>(&'v self, kind: &'v str) -> impl Iterator<Item = &'v Value> + 'v {
        self.documents.iter().filter(move |new| new.get("kind").and_then(Value::as_str) == Some(kind))
    }

    fn only(&self, kind: &str) -> Option<&Value> {
        self.documents.iter().find(|new| new.get("kind").and_then(Value::as_str) == Some(kind))
    }
}

fn parsed(text: &str) -> Value {
    let documents = yaml::parse(&Source::new("meaning.yaml", text)).unwrap();
    documents
        .first()
        .and_then(|document| document.decode(Reading::Go(Minor::V1_14.yaml())).value)
        .unwrap_or(Value::Null)
}

fn truth(value: Option<&Value>) -> bool {
    value.and_then(Value::as_bool) == Some(true)
}

fn flag(value: Option<&Value>) -> Option<Value> {
    truth(value).then_some(true.into())
}

fn some(value: Option<&Value>) -> Option<Value> {
    value.filter(|value| !value.is_null()).map(shown)
}

fn text(value: Option<&Value>) -> Option<Value> {
    value.and_then(Value::as_str).filter(|text| !text.is_empty()).map(Value::from)
}

/// `Debug` of a value does not show its content, so it is shown as text.
fn shown(value: &Value) -> Value {
    Value::from(crate::golden::written(value))
}

fn list(value: Option<Value>) -> Option<Value> {
    value.filter(|value| !items(Some(value)).is_empty()).map(|value| shown(&value))
}

fn tree(value: Option<&Value>) -> Option<Value> {
    value.filter(|value| !entries(Some(value)).is_empty()).map(|value| Value::from(sorted(value)))
}

/// A tree on one line, keys in their order.
fn sorted(value: &Value) -> String {
    match value {
        Value::Mapping(map) => {
            let entries: BTreeMap<_, _> = map.iter().map(|(key, value)| (key, sorted(value))).collect();
            let entries: Vec<_> = entries.iter().map(|(key, value)| format!("{key}: {value}")).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Value::Sequence(items) => format!("[{}]", items.iter().map(sorted).collect::<Vec<_>>().join(", ")),
        other => crate::golden::written(other).trim_end().to_owned(),
    }
}

fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_sequence).unwrap_or_default()
}

fn entries(value: Option<&Value>) -> BTreeMap<String, Value> {
    let map = value.and_then(Value::as_mapping).cloned().unwrap_or_default();
    map.into_entries().collect()
}

fn merged<'v>(old: Option<&Value>, new: impl Iterator<Item = &'v Value>, key: &str) -> Option<Value> {
    let mut merged = entries(old);
    for new in new {
        merged.extend(entries(new.get(key)));
    }
    (!merged.is_empty()).then(|| {
        format!("{:?}", merged.iter().map(|(key, value)| (key, sorted(value))).collect::<Vec<_>>()).into()
    })
}

fn decoded(value: Option<&Value>) -> Option<Value> {
    let bytes = base64::decode(value?.as_str()?)?;
    String::from_utf8(bytes).ok().filter(|text| !text.is_empty()).map(Value::from)
}
