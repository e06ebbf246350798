//! The frames of examples: what stands around the few lines that an example is about.

/// A patch for one machine of the cluster `lab`, with its id and its text, which has four spaces before each line.
macro_rules! patch {
    ($data:literal) => {
        patch!("500-p", $data)
    };
    ($id:literal, $data:literal) => {
        concat!(
            "### ",
            $id,
            ".yaml\nmetadata:\n  namespace: default\n  type: ConfigPatches.omni.sidero.dev\n  id: ",
            $id,
            "\n  labels: {omni.sidero.dev/cluster: lab, ",
            "omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}\nspec:\n  data: |\n",
            $data
        )
    };
}

/// The machine of [`patch`] as a member of a set: `control-planes` with the role `controlplane`, or `workers`.
macro_rules! member {
    (control_plane) => {
        member!("control-planes", "controlplane")
    };
    (worker) => {
        member!("workers", "worker")
    };
    ($set:literal, $role:literal) => {
        concat!(
            "### set.yaml\nmetadata: {namespace: default, type: MachineSets.omni.sidero.dev, id: lab-",
            $set,
            ", labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-",
            $role,
            ": \"\"}}\nspec: {}\n### node.yaml\nmetadata: {namespace: default, ",
            "type: MachineSetNodes.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, ",
            "labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-",
            $role,
            ": \"\", omni.sidero.dev/machine-set: lab-",
            $set,
            "}}\nspec: {}\n"
        )
    };
}

/// A second control plane beside the [`member`].
macro_rules! second {
    () => {
        concat!(
            "### second.yaml\nmetadata: {namespace: default, type: MachineSetNodes.omni.sidero.dev, ",
            "id: 00000000-0000-4000-8000-000000000002, labels: {omni.sidero.dev/cluster: lab, ",
            "omni.sidero.dev/role-controlplane: \"\", omni.sidero.dev/machine-set: lab-control-planes}}\nspec: {}\n"
        )
    };
}

/// A service of the cluster with the address 10.0.0.53, by its name and port, and the pool that the address is of.
macro_rules! served {
    ($name:literal, $port:literal) => {
        concat!(
            "### pools.yaml\napiVersion: cilium.io/v2alpha1\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: pool}\n",
            "spec: {blocks: [{start: 10.0.0.50, stop: 10.0.0.60}]}\n",
            "### svc.yaml\napiVersion: v1\nkind: Service\nmetadata: {name: ",
            $name,
            ", namespace: default, annotations: {lbipam.cilium.io/ips: 10.0.0.53}}\n",
            "spec: {type: LoadBalancer, selector: {app: x}, ports: [{port: ",
            $port,
            "}]}\n"
        )
    };
}

/// kube-vip on the control planes, with the address 10.0.0.40.
macro_rules! kube_vip {
    () => {
        concat!(
            "### kube-vip.yaml\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: kube-vip, namespace: kube-system}\n",
            "spec:\n  selector: {matchLabels: {app: kube-vip}}\n  template:\n    metadata: {labels: {app: kube-vip}}\n",
            "    spec:\n      containers:\n        - name: kube-vip\n          image: ghcr.io/kube-vip/kube-vip:v0.9.2\n",
            "          env: [{name: cp_enable, value: \"true\"}, {name: address, value: 10.0.0.40}]\n"
        )
    };
}

/// The resource of the cluster `lab`, with its versions of Talos and Kubernetes.
macro_rules! cluster {
    ($talos:literal, $kubernetes:literal) => {
        concat!(
            "### cluster.yaml\nmetadata: {namespace: default, type: Clusters.omni.sidero.dev, id: lab, labels: {}}\n",
            "spec: {talosversion: ",
            $talos,
            ", kubernetesversion: ",
            $kubernetes,
            "}\n"
        )
    };
}

/// What Omni has seen of the machine of [`patch`]: two disks of about half a terabyte, from different vendors.
macro_rules! machine_status {
    () => {
        concat!(
            "### status.yaml\nmetadata: {namespace: default, type: MachineStatuses.omni.sidero.dev, ",
            "id: 00000000-0000-4000-8000-000000000001, labels: {omni.sidero.dev/cluster: lab}}\n",
            "spec:\n  hardware:\n    blockdevices:\n",
            "      - {size: 500107862016, model: Samsung SSD 970, linuxname: /dev/nvme0n1, serial: S466, type: NVME}\n",
            "      - {size: 480103981056, model: CT480BX500SSD1, linuxname: /dev/sda, serial: E3D1, type: SSD}\n"
        )
    };
}

/// The extensions of the machine of [`patch`].
macro_rules! extensions {
    ($names:literal) => {
        concat!(
            "### extensions.yaml\nmetadata: {namespace: default, type: ExtensionsConfigurations.omni.sidero.dev, ",
            "id: lab-1, labels: {omni.sidero.dev/cluster: lab, ",
            "omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}\nspec: {extensions: [",
            $names,
            "]}\n"
        )
    };
}

/// An Argo CD application that installs a chart of some repository, with its values, which have ten spaces before each line.
macro_rules! application {
    ($chart:literal, $values:literal) => {
        concat!(
            "### app.yaml\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: ",
            $chart,
            "}\nspec:\n  destination: {namespace: ",
            $chart,
            "}\n  source:\n    chart: ",
            $chart,
            "\n    targetRevision: 1.0.0\n    helm:\n      valuesObject:\n",
            $values
        )
    };
}

/// An Argo CD application that installs a chart with the values of a file in this repository.
macro_rules! chart_of_file {
    ($path:literal) => {
        concat!(
            "### app.yaml\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: crowdsec}\nspec:\n",
            "  destination: {namespace: crowdsec}\n  sources:\n",
            "    - {repoURL: 'https://example.com/this.git', ref: here}\n",
            "    - repoURL: https://charts.example.com\n      chart: crowdsec\n      targetRevision: 1.0.0\n",
            "      helm: {valueFiles: [$here/",
            $path,
            "]}\n"
        )
    };
}

/// A file of values for Cilium's chart as Talos needs them, with further lines of one's own.
macro_rules! values {
    ($own:literal) => {
        concat!(
            "### cilium/values.yaml\nipam: {mode: kubernetes}\n",
            $own,
            "cgroup: {autoMount: {enabled: false}, hostRoot: /sys/fs/cgroup}\n",
            "securityContext:\n  capabilities:\n",
            "    ciliumAgent: [CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_ADMIN, SYS_RESOURCE, ",
            "DAC_OVERRIDE, FOWNER, SETGID, SETUID]\n",
            "    cleanCiliumState: [NET_ADMIN, SYS_ADMIN, SYS_RESOURCE]\n"
        )
    };
}

/// An Argo CD application that installs Cilium in a version as Talos needs it, with or without a part of its own in the place of
/// kube-proxy (`true`, `false`).
macro_rules! cilium {
    ($version:literal, $replaces:literal) => {
        concat!(
            "### cilium.yaml\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: cilium}\nspec:\n",
            "  source:\n    chart: cilium\n    targetRevision: ",
            $version,
            "\n    helm:\n      valuesObject:\n        ipam: {mode: kubernetes}\n        kubeProxyReplacement: ",
            $replaces,
            "\n        k8sServiceHost: localhost\n        k8sServicePort: 7445\n        hubble: {enabled: false}\n",
            "        operator: {replicas: 1}\n        securityContext:\n          capabilities:\n",
            "            ciliumAgent: [CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_ADMIN, SYS_RESOURCE, ",
            "DAC_OVERRIDE, FOWNER, SETGID, SETUID]\n",
            "            cleanCiliumState: [NET_ADMIN, SYS_ADMIN, SYS_RESOURCE]\n",
            "        cgroup: {autoMount: {enabled: false}, hostRoot: /sys/fs/cgroup}\n"
        )
    };
}
