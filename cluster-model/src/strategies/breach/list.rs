//! The list of breaches.

use cilium_values::values::common::{IntOrText, TextOrList};
use cilium_values::values::ipam::IpamMode;
use cilium_values::values::{RoutingMode, Setting};

use super::Breach;
use super::spec::{
    accelerator, all_plain, announcing, cilium, everywhere, label, name, next, node, pool, promote_a_worker,
    rollout, unlabel, versions, without_cilium,
};
use crate::spec::{Access, Cni, Expose, Role, ServicePort, StepId, Talos, Through};

/// All breaches, by the code of the rule.
pub static BREACHES: &[Breach] = &[
    Breach::spec("CLU0101", |spec, pick| label(spec, pick, "zone", "croe")),
    Breach::spec("CLU0102", |spec, pick| unlabel(spec, pick, "tier")),
    Breach::spec("CLU0103", |spec, pick| {
        unlabel(spec, pick, "igpu")?;
        unlabel(spec, pick, "accelerator")?;
        label(spec, pick, "model-server", "true")
    }),
    Breach::spec("CLU0104", |spec, pick| label(spec, pick, "zoen", "core")),
    Breach::spec("CLU0105", |spec, _| {
        let key = "model-server".parse().ok()?;
        spec.nodes.values_mut().for_each(|node| drop(node.labels.remove(&key)));
        let rule = spec.labels.get_mut(&key)?;
        rule.requires = [("acelerator".parse().ok()?, "nvidia".parse().ok()?)].into();
        Some(())
    }),
    Breach::spec("CLU0106", |spec, pick| {
        unlabel(spec, pick, "igpu")?;
        label(spec, pick, "accelerator", "nvidia")?;
        spec.accelerators.remove(&"nvidia".parse().ok()?);
        Some(())
    }),
    Breach::spec("CLU0201", |spec, pick| {
        let id = next(spec, pick)?.id.clone();
        node(spec, pick)?.id = id;
        Some(())
    }),
    Breach::spec("CLU0202", |spec, pick| {
        let address = next(spec, pick)?.address;
        node(spec, pick)?.address = address;
        Some(())
    }),
    Breach::spec("CLU0203", |spec, _| {
        promote_a_worker(spec)
    }),
    Breach::spec("CLU0204", |spec, pick| {
        node(spec, pick)?.address = "172.16.0.9".parse().ok()?;
        Some(())
    }),
    Breach::spec("CLU0205", |spec, _| {
        spec.network.reserved.insert("office".parse().ok()?, "10.100.0.0-10.100.0.255".parse().ok()?);
        Some(())
    }),
    Breach::text(
        "CLU0206",
        "### 500-p.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-p, labels: {omni.sidero.dev/cluster: lab}}
spec:
  data: |
    cluster: {network: {podSubnets: ['fd00:10::/56'], serviceSubnets: [10.96.0.0/12]}}
",
    ),
    Breach::page("CLU0207").with(|spec, _| {
        announcing(spec, &["^eth0$", "^en[a-z0-9]+"])
    }).on(Role::Worker),
    Breach::page("CLU0208").with(|spec, _| {
        announcing(spec, &["^eth0$", "^en[a-z0-9]+"])
    }),
    Breach::page("CLU0209").with(|spec, _| {
        spec.network.nameservers.clear();
        Some(())
    }),
    Breach::page("CLU0210"),
    Breach::text(
        "CLU0211",
        "### kube-vip.yaml
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: kube-vip, namespace: kube-system}
spec:
  selector: {matchLabels: {app: kube-vip}}
  template:
    metadata: {labels: {app: kube-vip}}
    spec:
      containers:
        - name: kube-vip
          image: ghcr.io/kube-vip/kube-vip:v0.9.2
          env: [{name: cp_enable, value: 'true'}, {name: vip_address, value: 10.200.0.40}]
",
    ),
    Breach::spec("CLU0301", |spec, _| {
        use StepId::{CiliumInstall, CiliumReady, CniNone, RemoveFlannel, RemoveKubeProxy};
        rollout(spec, vec![CniNone, RemoveFlannel, RemoveKubeProxy, CiliumReady, CiliumInstall]);
        Some(())
    }),
    Breach::spec("CLU0302", |spec, _| {
        use StepId::{CiliumInstall, CiliumReady, CniNone, RemoveFlannel};
        rollout(spec, vec![CiliumReady, CniNone, RemoveFlannel, CiliumInstall]);
        Some(())
    }),
    Breach::spec("CLU0304", |spec, _| {
        spec.talos = Talos { cni: Some(Cni::Flannel), ..Talos::default() };
        Some(())
    }),
    Breach::spec("CLU0305", |spec, _| {
        without_cilium(spec, Cni::None);
        Some(())
    }),
    Breach::spec("CLU0306", |spec, _| {
        let capabilities = &mut cilium(spec)?.values.security_context.capabilities;
        capabilities.cilium_agent = vec!["CHOWN".to_owned()].into();
        Some(())
    }),
    Breach::spec("CLU0307", |spec, _| {
        let capabilities = &mut cilium(spec)?.values.security_context.capabilities;
        let asked = ["NET_ADMIN", "SYS_MODULE", "SYS_ADMIN", "SYS_RESOURCE"];
        capabilities.clean_cilium_state = asked.map(str::to_owned).to_vec().into();
        Some(())
    }),
    Breach::spec("CLU0308", |spec, _| {
        cilium(spec)?.values.cgroup.auto_mount.enabled = true.into();
        Some(())
    }),
    Breach::spec("CLU0309", |spec, _| {
        spec.talos.kube_proxy = Some(true);
        let values = &mut cilium(spec)?.values;
        values.kube_proxy_replacement = Setting::Set(true.into());
        values.k8s_service_host = "localhost".to_owned().into();
        values.k8s_service_port = IntOrText::Int(7445).into();
        Some(())
    }),
    Breach::spec("CLU0310", |spec, _| {
        spec.talos.kube_proxy = Some(false);
        let cilium = cilium(spec)?;
        cilium.values.kube_proxy_replacement = Setting::Set(false.into());
        cilium.values.l2announcements.enabled = false.into();
        cilium.l2.clear();
        Some(())
    }),
    Breach::spec("CLU0311", |spec, _| {
        cilium(spec)?.values.k8s_service_port = IntOrText::Int(6443).into();
        Some(())
    }),
    Breach::spec("CLU0312", |spec, _| {
        cilium(spec)?.values.operator.replicas = 1_000.into();
        Some(())
    }),
    Breach::page("CLU0313"),
    Breach::page("CLU0314"),
    Breach::text(
        "CLU0315",
        "### policy.yaml
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: default}
spec:
  endpointSelector: {matchLabels: {app: web}}
  egress: [{toFQDNs: [{matchName: example.com}]}]
### app.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: cilium}
spec:
  destination: {namespace: kube-system}
  sources:
    - {repoURL: 'https://helm.cilium.io', chart: cilium, targetRevision: 1.17.0, helm: {valueFiles: [$values/apps/cilium/values.yaml]}}
    - {repoURL: 'https://example.com/repo.git', ref: values}
",
    ),
    Breach::spec("CLU0316", |spec, _| {
        let envoy = &mut cilium(spec)?.values.envoy;
        envoy.security_context.capabilities.envoy = vec!["NET_ADMIN".to_owned()].into();
        Some(())
    }),
    Breach::text(
        "CLU0317",
        "### cluster-template.yaml
### cluster.yaml
metadata: {namespace: default, type: Clusters.omni.sidero.dev, id: fleet, labels: {}}
spec: {talosversion: 1.14.0, kubernetesversion: 1.36.0}
### patches/phase02-cilium/02-cluster-wide-cni-none.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 100-cluster-cni-none, labels: {omni.sidero.dev/cluster: lab}}
spec:
  data: |
    cluster: {proxy: {disabled: true}, network: {cni: {name: none}}}
",
    ).with(|spec, _| {
        versions(spec, "1.14.0", "1.36.0", "1.17.0")
    }),
    Breach::spec("CLU0318", |spec, _| {
        cilium(spec)?.values.bpf.masquerade = true.into();
        Some(())
    }),
    Breach::spec("CLU0319", |spec, _| {
        cilium(spec)?.values.ipam.mode = IpamMode::ClusterPool.into();
        Some(())
    }),
    Breach::spec("CLU0320", |spec, _| {
        let values = &mut cilium(spec)?.values;
        values.routing_mode = RoutingMode::Native.into();
        values.auto_direct_node_routes = Setting::Set(true.into());
        values.ipv4_native_routing_cidr = "10.250.0.0/16".to_owned().into();
        Some(())
    }),
    Breach::spec("CLU0321", |spec, _| {
        cilium(spec)?.values.ipv6.enabled = true.into();
        Some(())
    }),
    Breach::text(
        "CLU0322",
        "### multus.yaml
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: kube-multus-ds, namespace: kube-system}
spec:
  selector: {matchLabels: {app: multus}}
  template:
    metadata: {labels: {app: multus}}
    spec: {containers: [{name: multus, image: 'ghcr.io/k8snetworkplumbingwg/multus-cni:v4.2.3'}]}
",
    ),
    Breach::page("CLU0323"),
    Breach::spec("CLU0401", |spec, pick| {
        let address = node(spec, pick)?.address;
        cilium(spec)?.pools.values_mut().next()?.push(address.into());
        Some(())
    }),
    Breach::spec("CLU0402", |spec, _| {
        spec.network.reserved.insert(name("guests")?, "10.255.0.200-10.255.0.253".parse().ok()?);
        Some(())
    }),
    Breach::spec("CLU0403", |spec, _| {
        pool(spec, "second-pool", "10.255.0.240-10.255.0.253")
    }),
    Breach::spec("CLU0404", |spec, _| {
        pool(spec, "second-pool", "192.168.9.200-192.168.9.210")
    }),
    Breach::spec("CLU0405", |spec, _| {
        cilium(spec)?.expose.values_mut().next()?.address = Some("10.255.9.9".parse().ok()?);
        Some(())
    }),
    Breach::spec("CLU0406", |spec, _| {
        let service = Expose {
            address: cilium(spec)?.expose.values().next()?.address,
            selector: [("app".parse().ok()?, "second".parse().ok()?)].into(),
            ports: vec![ServicePort { name: name("http")?, port: 80, target_port: None }],
            ..Expose::default()
        };
        cilium(spec)?.expose.insert(name("second")?, service);
        Some(())
    }),
    Breach::spec("CLU0407", |spec, _| {
        let address = Some("10.255.0.13".parse().ok()?);
        cilium(spec)?.expose.insert(name("grafana")?, Expose { address, ..Expose::default() });
        Some(())
    }),
    Breach::spec("CLU0408", |spec, pick| {
        node(spec, pick)?.nics = vec!["wlan0".parse().ok()?];
        Some(())
    }),
    Breach::spec("CLU0409", |spec, _| {
        announcing(spec, &["^(?!wlan).*"])
    }),
    Breach::spec("CLU0410", |spec, _| {
        cilium(spec)?.values.devices = TextOrList::List(vec!["bond0".to_owned()]).into();
        Some(())
    }),
    Breach::spec("CLU0411", |spec, _| {
        let policy = cilium(spec)?.l2.values_mut().next()?;
        policy.external_ips = false;
        policy.load_balancer_ips = false;
        Some(())
    }),
    Breach::spec("CLU0412", |spec, _| {
        cilium(spec)?.values.l2announcements.enabled = false.into();
        Some(())
    }),
    Breach::text(
        "CLU0414",
        "### narrow.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: web}
spec: {loadBalancerIPs: true, serviceSelector: {matchLabels: {announce: 'yes'}}}
### web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
",
    ).with(|spec, _| {
        cilium(spec)?.l2.clear();
        Some(())
    }),
    Breach::text(
        "CLU0415",
        "### nobody.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: nobody}
spec: {loadBalancerIPs: true, nodeSelector: {matchLabels: {zone: nowhere}}}
",
    ),
    Breach::page("CLU0416"),
    Breach::spec("CLU0417", |spec, _| {
        let values = &mut cilium(spec)?.values;
        values.k8s_client_rate_limit.qps = 1.into();
        values.k8s_client_rate_limit.burst = 2.into();
        values.l2announcements.lease_renew_deadline = "3s".to_owned().into();
        values.l2announcements.lease_retry_period = "1s".to_owned().into();
        for service in ["one", "two", "three"] {
            let service = name(service)?;
            let selector = [("app".parse().ok()?, service.as_str().parse().ok()?)].into();
            let ports = vec![ServicePort { name: name("http")?, port: 80, target_port: None }];
            cilium(spec)?.expose.insert(service, Expose { selector, ports, ..Expose::default() });
        }
        Some(())
    }),
    Breach::text(
        "CLU0418",
        "### more.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: more}
spec: {blocks: [{cidr: 10.253.0.200/24}]}
",
    ),
    Breach::page("CLU0419"),
    Breach::page("CLU0420"),
    Breach::page("CLU0421"),
    Breach::text(
        "CLU0422",
        "### web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
",
    ).with(|spec, _| {
        let pool = cilium(spec)?.pools.values_mut().next()?;
        *pool = vec!["10.255.0.12-10.255.0.12".parse().ok()?];
        Some(())
    }),
    Breach::text(
        "CLU0423",
        "### web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}], loadBalancerClass: io.cilium/bgp-control-plane}
",
    ).with(|spec, _| {
        cilium(spec)?.values.bgp_control_plane.enabled = false.into();
        Some(())
    }),
    Breach::text(
        "CLU0424",
        "### 500-p.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-p, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec:
  data: |
    machine:
      network:
        interfaces:
          - {interface: eth0, dhcp: false, addresses: [10.255.0.5/24], routes: [{gateway: 10.255.0.1}]}
          - {interface: eth1, dhcp: false, addresses: [10.1.0.5/24]}
      kubelet: {nodeIP: {validSubnets: [10.255.0.0/24]}}
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: ['ip=10.255.0.5::10.255.0.1:255.255.255.0::eth0:off']}
",
    ).on(Role::Worker),
    Breach::text(
        "CLU0425",
        "### 500-p.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-p, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec:
  data: |
    machine:
      network:
        interfaces: [{interface: eth0, dhcp: true}, {interface: eth1, mtu: 9000}]
",
    ),
    Breach::text(
        "CLU0426",
        "### app.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: metallb}
spec:
  destination: {namespace: metallb}
  source: {chart: metallb, targetRevision: 1.0.0, helm: {valuesObject: {speaker: {enabled: true}}}}
",
    ).with(|spec, _| {
        spec.nodes.retain(|_, node| node.role == Role::ControlPlane);
        Some(())
    }),
    Breach::spec("CLU0427", |spec, _| {
        let cilium = cilium(spec)?;
        cilium.pools.clear();
        cilium.expose.clear();
        cilium.values.ingress_controller.enabled = true.into();
        Some(())
    }),
    Breach::spec("CLU0502", |spec, _| {
        versions(spec, "1.12.6", "1.36.0", "1.17.0")
    }),
    Breach::spec("CLU0503", |spec, _| {
        versions(spec, "1.8.4", "1.35.3", "1.17.0")
    }),
    Breach::spec("CLU0504", |spec, _| {
        versions(spec, "1.12.7", "1.35.3", "1.19.0")
    }),
    Breach::page("CLU0505"),
    Breach::page("CLU0601"),
    Breach::page("CLU0602"),
    Breach::page("CLU0603"),
    Breach::page("CLU0604"),
    Breach::page("CLU0605").with(|spec, _| {
        spec.network.nameservers.clear();
        Some(())
    }),
    Breach::page("CLU0606"),
    Breach::page("CLU0607"),
    Breach::page("CLU0608"),
    Breach::page("CLU0609"),
    Breach::page("CLU0610"),
    Breach::page("CLU0611"),
    Breach::page("CLU0612"),
    Breach::page("CLU0613"),
    Breach::page("CLU0614"),
    Breach::page("CLU0615"),
    Breach::spec("CLU0616", |spec, pick| {
        accelerator(spec, pick, |needs| needs.modules.push("drbd".to_owned()))
    }),
    Breach::page("CLU0617"),
    Breach::page("CLU0618").with(|spec, _| everywhere(spec, "zone", "core")),
    Breach::spec("CLU0619", |spec, pick| {
        let mixed = ["siderolabs/nonfree-kmod-nvidia-lts", "siderolabs/nvidia-container-toolkit-production"];
        accelerator(spec, pick, |needs| {
            needs.extensions = mixed.map(str::to_owned).to_vec();
            needs.modules.clear();
        })
    }),
    Breach::spec("CLU0620", |spec, pick| {
        accelerator(spec, pick, |needs| needs.extensions.push("siderolabs/iscsi-tool".to_owned()))
    }),
    Breach::spec("CLU0621", |spec, pick| {
        accelerator(spec, pick, |needs| {
            needs.extensions = ["siderolabs/intel-ucode", "siderolabs/vc4"].map(str::to_owned).to_vec();
            needs.modules.clear();
        })
    }),
    Breach::text(
        "CLU0622",
        "### worker.yaml
version: v1alpha1
machine:
  type: worker
  install: {disk: /dev/disk/by-id/nvme-x, image: 'ghcr.io/siderolabs/installer:v1.12.6'}
  kernel: {modules: [{name: drbd}]}
  features: {kubePrism: {enabled: true, port: 7445}}
cluster:
  controlPlane: {endpoint: 'https://10.0.0.2:6443'}
  network: {cni: {name: none}}
  proxy: {disabled: true}
",
    ),
    Breach::page("CLU0623"),
    Breach::page("CLU0624"),
    Breach::page("CLU0625"),
    Breach::page("CLU0701").with(|spec, _| all_plain(spec)),
    Breach::page("CLU0702").with(|spec, _| all_plain(spec)),
    Breach::text(
        "CLU0703",
        "### 500-p.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-p, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 99999999-9999-4999-8999-999999999999}}
spec:
  data: |
    machine: {sysctls: {vm.swappiness: '1'}}
",
    ),
    Breach::page("CLU0704"),
    Breach::page("CLU0705"),
    Breach::page("CLU0706"),
    Breach::page("CLU0707"),
    Breach::page("CLU0708"),
    Breach::spec("CLU0709", |spec, pick| {
        node(spec, pick)?.id = "03000200-0400-0500-0006-000700080009".parse().ok()?;
        Some(())
    }),
    Breach::text(
        "CLU0710",
        "### patches/phase01-node-config/01-cluster-wide-scheduling.yaml
### hosts.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 300-hosts, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec:
  data: |
    cluster: {allowSchedulingOnControlPlanes: true}
    ---
    apiVersion: v1alpha1
    kind: WatchdogTimerConfig
    device: /dev/watchdog0
",
    ),
    Breach::page("CLU0711"),
    Breach::page("CLU0712"),
    Breach::spec("CLU0713", |spec, _| {
        spec.access.insert(name("daily")?, Access { through: Through::Omni, kept: None });
        Some(())
    }),
    Breach::page("CLU0801").with(|spec, _| {
        all_plain(spec)
    }),
    Breach::page("CLU0802").with(|spec, _| {
        all_plain(spec)
    }),
    Breach::page("CLU0803"),
    Breach::page("CLU0804"),
    Breach::page("CLU0805"),
    Breach::text(
        "CLU0806",
        "### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  replicas: 1000
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      nodeSelector: {zone: nowhere}
      containers: [{name: web, image: 'example.com/web:1'}]
",
    ),
    Breach::page("CLU0807").with(|spec, pick| {
        all_plain(spec)?;
        label(spec, pick, "tier", "low-power")
    }),
    Breach::page("CLU0808"),
    Breach::page("CLU0809"),
    Breach::page("CLU0810"),
    Breach::page("CLU0811"),
    Breach::text(
        "CLU0812",
        "### app.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  replicas: 1000
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: 'example.com/web:1', ports: [{containerPort: 80, hostPort: 80}]}]
",
    ),
    Breach::page("CLU0813"),
    Breach::page("CLU0814"),
    Breach::page("CLU0815"),
    Breach::page("CLU0816"),
    Breach::page("CLU0817"),
    Breach::page("CLU0818"),
    Breach::change("CLU0901", |spec, _| {
        without_cilium(spec, Cni::Flannel);
        Some(())
    }, |spec, _| {
        without_cilium(spec, Cni::Flannel);
        Some(())
    }, "### 500-cni.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-cni, labels: {omni.sidero.dev/cluster: lab}}
spec:
  data: |
    cluster: {network: {cni: {name: none}}}
"),
    Breach::change("CLU0902", |spec, _| {
        let _ = spec;
        Some(())
    }, |spec, _| {
        versions(spec, "1.12.6", "1.35.3", "1.19.0")
    }, ""),
    Breach::change("CLU0903", |spec, _| {
        let _ = spec;
        Some(())
    }, |spec, _| {
        let _ = spec;
        Some(())
    }, "### 500-taint.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-taint, labels: {omni.sidero.dev/cluster: lab}}
spec:
  data: |
    machine: {nodeTaints: {dedicated: 'gpu:NoSchedule'}}
"),
    Breach::change("CLU0904", |spec, _| {
        versions(spec, "1.9.5", "1.32.0", "1.17.0")
    }, |spec, _| {
        versions(spec, "1.12.6", "1.32.0", "1.17.0")
    }, ""),
    Breach::change("CLU0905", |spec, _| {
        let _ = spec;
        Some(())
    }, |spec, _| {
        versions(spec, "1.12.7", "1.35.3", "1.17.0")
    }, "### set.yaml
metadata:
  namespace: default
  type: MachineSets.omni.sidero.dev
  id: fleet-control-planes
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-controlplane: ''}
spec: {updatestrategy: 1, upgradestrategy: 1, upgradestrategyconfig: {rolling: {maxparallelism: 2}}}
"),
    Breach::change("CLU0906", |spec, _| {
        let _ = spec;
        Some(())
    }, |spec, _| {
        versions(spec, "1.12.7", "1.35.3", "1.17.0")
    }, "### class.yaml
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: longhorn}
parameters: {numberOfReplicas: '1'}
"),
    Breach::change("CLU0907", |spec, _| {
        versions(spec, "1.12.6", "1.32.0", "1.17.0")
    }, |spec, _| {
        versions(spec, "1.12.6", "1.33.0", "1.17.0")
    }, ""),
    Breach::page("CLU1001"),
    Breach::page("CLU1002"),
    Breach::page("CLU1003"),
    Breach::page("CLU1101"),
    Breach::page("CLU1102"),
];
