//! Config patches: what Talos takes or not, and what Omni keeps for itself.

use crate::corpus::talos::{Case, Minor};
use crate::random::Random;

/// Texts about what Omni looks at. Omni 1.9 looks at the first document only.
const TEXTS: &[&str] = &[
    "machine: {}\n",
    "machine:\n  network:\n    hostname: a\n",
    "cluster:\n  network:\n    cni: {name: none}\n",
    "machine:\n  time: {servers: [192.168.1.1]} # ours\n",
    "machine:\n  sysctls:\n    net.core.somaxconn: \"65535\"\n",
    "apiVersion: v1alpha1\nkind: WatchdogTimerConfig\ndevice: /dev/watchdog0\n",
    "apiVersion: v1alpha1\nkind: ExtensionServiceConfig\nname: a\nenvironment: [A=b]\n",
    "machine:\n  token: abc\n",
    "machine: {token: null, type: worker}\n",
    "machine: {ca: {crt: YQ==}}\n",
    "cluster: {clusterName: x, id: a, secret: s}\n",
    "cluster:\n  controlPlane:\n    endpoint: https://10.0.0.1:6443\n",
    "cluster:\n  controlPlane: {localAPIServerPort: 443}\n",
    "cluster: {acceptedCAs: []}\n",
    "machine:\n  install:\n    extensions: []\n",
    "machine:\n  install:\n    disk: /dev/sda\n",
    "machine: {features: {kubernetesTalosAPIAccess: {enabled: true, allowedRoles: [os:reader]}}}\n",
    "machine: {features: {kubernetesTalosAPIAccess: {enabled: true, allowedRoles: [os:reader, os:admin]}}}\n",
    "machine: {features: {kubernetesTalosAPIAccess: {allowedRoles: ['os:admin', os:admin]}}}\n",
    "machine: {kubelet: {extraArgs: {$patch: delete}}}\n",
    "",
    "# nothing\n",
    "null\n",
    "{}\n",
    "{}\n---\nmachine: {}\n",
    "machine: {}\n---\nmachine: {}\n",
    "apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: a\n---\nmachine: {token: abc}\n",
    "machine: {token: abc}\n---\napiVersion: v1alpha1\nkind: HostnameConfig\nhostname: a\n",
    "a\n",
    "[]\n",
    "machine: [\n",
    "machine: {nope: 1}\n",
    "machine: {type: 1, type: 2}\n",
    "apiVersion: v1alpha1\nkind: Nope\n",
];

/// A patch: one of those above, one with another above it, or any of Talos'.
pub(crate) fn patch(random: &mut Random, minor: Minor) -> String {
    match random.below(10) {
        0..=2 => random.pick(TEXTS).to_owned(),
        3 => format!("{}---\n{}", random.pick(TEXTS), random.pick(TEXTS)),
        4 => {
            let text = random.pick(TEXTS);
            random.mutate(text, &[" ", "\n", ":", "-", "{", "a", "\t", "~"])
        }
        _ => Case::new(random, minor).stream(random),
    }
}

/// A patch for a template, which is right most of the time.
pub(super) fn plain(random: &mut Random) -> &'static str {
    let right = TEXTS.get(..7).unwrap_or_default();
    if random.chance(90) { random.pick(right) } else { random.pick(TEXTS) }
}
