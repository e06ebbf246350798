//! Fleets to try things on: clusters of any size that look like real ones and are free of findings.
//!
//! The same size and seed give the same cluster, on every machine. For tests and benchmarks.

use std::net::{IpAddr, Ipv4Addr};

use crate::builder::{ClusterBuilder, MachineBuilder};
use crate::spec::{Accelerator, Cilium, ClusterState, Expose, L2Policy, Rollout, Talos};
use crate::{Cluster, Invalid};

/// A cluster of so many machines: one control plane below three machines, three below a thousand, else five.
///
/// Zones, tiers, accelerators, interface names and disks are spread as in a fleet that has grown over time.
/// Fails only if a rule of this crate refuses the fleet, which a test of this crate excludes.
pub fn fleet(machines: u32, seed: u64) -> Result<Cluster, Invalid> {
    let mut random = Random(seed);
    let control_planes = match machines {
        0..3 => 1,
        3..1000 => 3,
        _ => 5,
    };
    let mut builder = vocabulary(Cluster::builder("fleet")).cilium(cilium(machines));
    for index in 0..machines.max(1) {
        builder = builder.machine(machine(index, index < control_planes, &mut random));
    }
    builder.build()
}

fn vocabulary(builder: ClusterBuilder) -> ClusterBuilder {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    builder
        .versions("1.12.6", "1.35.3", "1.17.0")
        .subnet("10.0.0.0/8")
        .gateway("10.0.0.1")
        .nameserver("10.0.0.2")
        .nameserver("10.0.0.3")
        .reserved("dhcp", "10.254.0.0-10.254.255.255")
        .required_label("zone", ["core", "ai-compute", "edge"])
        .required_label("tier", ["standard", "low-power"])
        .label("accelerator", ["nvidia", "intel-igpu"])
        .dependent_label("igpu", ["intel-arc"], [("accelerator", "intel-igpu")])
        .dependent_label("model-server", ["true"], [("accelerator", "nvidia")])
        .accelerator(
            "intel-igpu",
            Accelerator {
                extensions: words(&["siderolabs/i915", "siderolabs/intel-ucode"]),
                ..Accelerator::default()
            },
        )
        .accelerator(
            "nvidia",
            Accelerator {
                extensions: words(&[
                    "siderolabs/nonfree-kmod-nvidia-lts",
                    "siderolabs/nvidia-container-toolkit-lts",
                ]),
                modules: words(&["nvidia", "nvidia_uvm", "nvidia_drm", "nvidia_modeset"]),
                ..Accelerator::default()
            },
        )
        .talos(Talos { allow_scheduling_on_control_planes: Some(true), ..Talos::default() })
        .rollout(Rollout { cluster: ClusterState::New, ..Rollout::default() })
}

fn cilium(machines: u32) -> Cilium {
    let mut cilium = Cilium::default();
    cilium.values.operator.replicas = i64::from(machines.clamp(1, 2)).into();
    cilium.values.l2announcements.enabled = true.into();
    let range = crate::scalar::AddressRange::new(
        IpAddr::V4(Ipv4Addr::new(10, 255, 0, 10)),
        IpAddr::V4(Ipv4Addr::new(10, 255, 0, 250)),
    );
    if let (Ok(range), Ok(pool), Ok(policy), Ok(service)) =
        (range, "default-pool".parse(), "default-l2-policy".parse(), "hubble-ui".parse())
    {
        cilium.pools.insert(pool, vec![range]);
        let interfaces = vec!["^eth[0-9]+".to_owned(), "^en[a-z0-9]+".to_owned()];
        cilium.l2.insert(policy, L2Policy { interfaces, ..L2Policy::default() });
        let address = Some(IpAddr::V4(Ipv4Addr::new(10, 255, 0, 12)));
        cilium.expose.insert(service, Expose { address, ..Expose::default() });
    }
    cilium
}

fn machine(index: u32, control_plane: bool, random: &mut Random) -> MachineBuilder {
    let name = if control_plane { format!("cp-{}", index + 1) } else { format!("node-{index}") };
    let id = format!(
        "{:08x}-{:04x}-4{:03x}-8{:03x}-{index:012x}",
        random.below(u32::MAX),
        random.below(0xffff),
        random.below(0xfff),
        random.below(0xfff)
    );
    // From 10.0.16.0 on, far from the router, the pool and the reserved range.
    let address = Ipv4Addr::from_bits(Ipv4Addr::new(10, 0, 16, 0).to_bits() + index);
    let machine = if control_plane {
        MachineBuilder::control_plane(&name, &id, &address.to_string())
    } else {
        MachineBuilder::worker(&name, &id, &address.to_string())
    };
    let nic = random.choose(["enp1s0", "eno1", "enp0s31f6", "ens18", "eth0"]);
    let machine = machine.nic(nic);
    match random.below(10) {
        _ if control_plane => machine.label("zone", "core").label("tier", "standard"),
        0 => {
            let machine =
                machine.label("zone", "ai-compute").label("tier", "standard").label("accelerator", "nvidia");
            if random.below(2) == 0 { machine.label("model-server", "true") } else { machine }
        }
        1..4 => machine
            .label("zone", "core")
            .label("tier", "standard")
            .label("accelerator", "intel-igpu")
            .label("igpu", "intel-arc")
            .disk("/dev/disk/by-id/nvme-SAMSUNG_MZVL21T0HCLR"),
        4..8 => machine.label("zone", "edge").label("tier", "standard"),
        _ => machine.label("zone", "edge").label("tier", "low-power"),
    }
}

/// `SplitMix64`: small, and the same on every machine. Not for secrets.
struct Random(u64);

impl Random {
    /// A number from 0 to `limit`, exclusive; 0 if `limit` is 0.
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        u32::try_from(mixed >> 32).unwrap_or_default().checked_rem(limit).unwrap_or_default()
    }

    fn choose<const N: usize>(&mut self, words: [&'static str; N]) -> &'static str {
        let index = usize::try_from(self.below(u32::try_from(N).unwrap_or(u32::MAX))).unwrap_or_default();
        words.get(index).copied().unwrap_or_default()
    }
}
