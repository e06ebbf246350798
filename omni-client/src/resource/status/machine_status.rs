//! What is known of a machine.

use std::collections::BTreeMap;

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// What is known of a machine, from the machine itself as long as it is connected. Its id is the machine's UUID.
    MachineStatus = "MachineStatusSpec" {
        /// The version of Talos that runs, with a `v`; empty until it is known.
        talos_version: String = "talosversion",
        /// Processors, memory and disks.
        hardware: Option<HardwareStatus> = "hardware",
        /// Names, addresses and links.
        network: Option<NetworkStatus> = "network",
        /// What went wrong when Omni last asked the machine; empty if nothing did.
        last_error: String = "lasterror",
        /// The address within the tunnel under which Omni reaches the machine.
        management_address: String = "managementaddress",
        /// Whether the machine is connected to Omni.
        connected: bool = "connected",
        /// Whether it runs without a configuration, and waits for one.
        maintenance: bool = "maintenance",
        /// The cluster that it belongs to; empty if to none.
        cluster: String = "cluster",
        /// What it does in the cluster.
        role: Role = "role",
        /// What the cloud says of it.
        platform_metadata: Option<PlatformMetadata> = "platformmetadata",
        /// Labels that were written into the image from which it booted.
        image_labels: BTreeMap<String, String> = "imagelabels",
        /// What its Talos was put together from.
        schematic: Option<Schematic> = "schematic",
        /// The version of Talos that it had when it joined.
        initial_talos_version: String = "initialtalosversion",
        /// What Talos itself complains of.
        diagnostics: Vec<Diagnostic> = "diagnostics",
        /// Whether it is switched on, where a provider can tell.
        power_state: PowerState = "powerstate",
        /// How far its boot is to be trusted.
        security_state: Option<SecurityState> = "securitystate",
        /// The arguments that its kernel was started with.
        kernel_cmdline: String = "kernelcmdline",
        /// The name of the Talos release, which vendors may give their own.
        talos_version_name: String = "talosversionname",
    }
}

impl Spec for MachineStatus {
    const TYPE: &'static str = "MachineStatuses.omni.sidero.dev";
}

message! {
    /// What a machine is made of.
    HardwareStatus = "MachineStatusSpec.HardwareStatus" {
        /// The processors, one for each socket.
        processors: Vec<Processor> = "processors",
        /// The memory, module by module.
        memory_modules: Vec<MemoryModule> = "memorymodules",
        /// The disks.
        block_devices: Vec<BlockDevice> = "blockdevices",
        /// The architecture as Go spells it: `amd64` or `arm64`.
        arch: String = "arch",
    }
}

message! {
    /// A processor.
    Processor = "MachineStatusSpec.HardwareStatus.Processor" {
        /// How many cores it has.
        core_count: u32 = "corecount",
        /// How many threads its cores run at once.
        thread_count: u32 = "threadcount",
        /// Its highest frequency, in MHz.
        frequency: u32 = "frequency",
        /// Its model.
        description: String = "description",
        /// Who made it.
        manufacturer: String = "manufacturer",
    }
}

message! {
    /// A module of memory.
    MemoryModule = "MachineStatusSpec.HardwareStatus.MemoryModule" {
        /// Its size in MiB; 0 for an empty slot.
        size_mb: u32 = "sizemb",
        /// Its maker and model.
        description: String = "description",
    }
}

message! {
    /// A disk.
    BlockDevice = "MachineStatusSpec.HardwareStatus.BlockDevice" {
        /// Its size in bytes.
        size: u64 = "size",
        /// Its model.
        model: String = "model",
        /// The name of its device, such as `/dev/sda`.
        linux_name: String = "linuxname",
        /// The name that it gives itself.
        name: String = "name",
        /// Its serial number.
        serial: String = "serial",
        /// Its UUID, where it has one.
        uuid: String = "uuid",
        /// Its world wide id.
        wwid: String = "wwid",
        /// What kind of disk it is, such as `SSD`, `HDD` or `NVME`.
        r#type: String = "type",
        /// The way to it through the machine's buses.
        bus_path: String = "buspath",
        /// Whether Talos is installed on it.
        system_disk: bool = "systemdisk",
        /// Whether nothing can be written to it.
        readonly: bool = "readonly",
        /// How it is connected, such as `nvme`, `sata` or `virtio`.
        transport: String = "transport",
    }
}

message! {
    /// How a machine is connected.
    NetworkStatus = "MachineStatusSpec.NetworkStatus" {
        /// Its name.
        hostname: String = "hostname",
        /// The domain of its name.
        domainname: String = "domainname",
        /// Its addresses, with the lengths of their networks.
        addresses: Vec<String> = "addresses",
        /// The addresses of its default gateways.
        default_gateways: Vec<String> = "defaultgateways",
        /// Its physical links.
        network_links: Vec<NetworkLinkStatus> = "networklinks",
    }
}

message! {
    /// A physical link.
    NetworkLinkStatus = "MachineStatusSpec.NetworkStatus.NetworkLinkStatus" {
        /// Its name, such as `eth0`.
        linux_name: String = "linuxname",
        /// Its MAC address.
        hardware_address: String = "hardwareaddress",
        /// Its speed in Mbit/s; 0 if unknown.
        speed_mbps: u32 = "speedmbps",
        /// Whether a cable with life in it is plugged in.
        link_up: bool = "linkup",
        /// Its maker and model.
        description: String = "description",
    }
}

message! {
    /// What a cloud says of a machine.
    PlatformMetadata = "MachineStatusSpec.PlatformMetadata" {
        /// The platform as Talos spells it, such as `aws` or `metal`.
        platform: String = "platform",
        /// The name that the cloud gave it.
        hostname: String = "hostname",
        /// The region that it runs in.
        region: String = "region",
        /// The zone that it runs in.
        zone: String = "zone",
        /// The size that was ordered.
        instance_type: String = "instancetype",
        /// The cloud's id of the machine.
        instance_id: String = "instanceid",
        /// The id by which Kubernetes' cloud controllers know it.
        provider_id: String = "providerid",
        /// Whether the cloud may take it away at any time.
        spot: bool = "spot",
        /// Tags that it has in the cloud.
        tags: BTreeMap<String, String> = "tags",
    }
}

message! {
    /// What the Talos of a machine was put together from.
    Schematic = "MachineStatusSpec.Schematic" {
        /// Whether it cannot be told, because the extensions did not come from an image factory.
        invalid: bool = "invalid",
        /// The system extensions.
        extensions: Vec<String> = "extensions",
        /// The id of the schematic that the machine had when it joined.
        initial_schematic: String = "initialschematic",
        /// Arguments for the kernel.
        kernel_args: Vec<String> = "kernelargs",
        /// The id of the schematic, with everything in it.
        full_id: String = "fullid",
        /// Whether the machine runs the agent of the bare metal provider.
        in_agent_mode: bool = "inagentmode",
        /// The schematic itself, as YAML.
        raw: String = "raw",
        /// What the machine had when it joined.
        initial_state: Option<InitialState> = "initialstate",
    }
}

message! {
    /// What a machine had when it joined.
    InitialState = "MachineStatusSpec.Schematic.InitialState" {
        /// The system extensions.
        extensions: Vec<String> = "extensions",
    }
}

message! {
    /// Something that Talos complains of.
    Diagnostic = "MachineStatusSpec.Diagnostic" {
        /// What kind of complaint it is.
        id: String = "id",
        /// The complaint.
        message: String = "message",
        /// What more there is to say.
        details: Vec<String> = "details",
    }
}

message! {
    /// How far the boot of a machine is to be trusted.
    SecurityState = "SecurityState" {
        /// Whether it booted with Secure Boot.
        secure_boot: bool = "secureboot",
        /// Whether it booted from a unified kernel image.
        booted_with_uki: bool = "bootedwithuki",
        /// Whether its cryptography is held to FIPS 140.
        fips_state: FipsState = "fipsstate",
    }
}

enumeration! {
    /// What a machine does in its cluster.
    Role = "MachineStatusSpec.Role" {
        /// It is in none.
        None = 0,
        /// It belongs to the control plane.
        ControlPlane = 1,
        /// It runs workloads.
        Worker = 2,
    }
}

enumeration! {
    /// Whether a machine is switched on.
    PowerState = "MachineStatusSpec.PowerState" {
        /// Nobody knows yet.
        Unknown = 0,
        /// Nobody can tell.
        Unsupported = 1,
        /// It is on.
        On = 2,
        /// It is off.
        Off = 3,
    }
}

enumeration! {
    /// Whether cryptography is held to FIPS 140.
    FipsState = "SecurityState.FIPSState" {
        /// It is not.
        Disabled = 0,
        /// It is.
        Enabled = 1,
        /// It is, and what is not approved fails.
        Strict = 2,
    }
}
