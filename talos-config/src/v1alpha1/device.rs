//! `machine.network.interfaces[]`.

use std::net::IpAddr;

use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::{Bond, Bridge, BridgePort, DeviceWireguardConfig};

/// A network interface with its addresses, its routes and what is built on it (`v1alpha1.Device`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Device {
    /// Name of the interface, such as `eth0`. Either this or `device_selector`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interface: Option<String>,
    /// Chooses an interface by what it is. Either this or `interface`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_selector: Option<NetworkDeviceSelector>,
    /// Addresses with prefix length; an address without one is a single host. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// A single address with prefix length. Deprecated: `addresses`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidr: Option<String>,
    /// Static routes out of this interface.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
    /// Makes the interface a bond of others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bond: Option<Bond>,
    /// Makes the interface a bridge of others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bridge: Option<Bridge>,
    /// Makes the interface a port of a bridge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bridge_port: Option<BridgePort>,
    /// VLANs on top of the interface. Patches merge entries by `vlan_id`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vlans: Vec<Vlan>,
    /// Bytes a packet. Absent: the driver's default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtu: Option<u32>,
    /// Whether addresses come from DHCP. Absent: false, unless the interface is configured nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dhcp: Option<bool>,
    /// Whether Talos leaves the interface alone. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ignore: Option<bool>,
    /// Whether the interface is made as a dummy. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dummy: Option<bool>,
    /// Details of DHCP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dhcp_options: Option<DhcpOptions>,
    /// Makes the interface a WireGuard link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wireguard: Option<DeviceWireguardConfig>,
    /// A shared address that moves between control planes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vip: Option<DeviceVipConfig>,
}

/// Chooses interfaces by what they are (`v1alpha1.NetworkDeviceSelector`). All fields that are set must
/// match; `*` stands for any text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkDeviceSelector {
    /// Path on the PCI, USB or virtual bus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bus_path: Option<String>,
    /// Current MAC address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware_addr: Option<String>,
    /// MAC address burnt into the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permanent_addr: Option<String>,
    /// Vendor and product id, such as `8086:1533`.
    #[serde(rename = "pciID", default, skip_serializing_if = "Option::is_none")]
    pub pci_id: Option<String>,
    /// Name of the kernel driver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub driver: Option<String>,
    /// Whether it must be a physical device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub physical: Option<bool>,
}

/// A static route (`v1alpha1.Route`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Destination with prefix length. Absent: the default route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// Address of the next hop. Absent: directly reachable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gateway: Option<String>,
    /// Source address of packets on this route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Preference; lower wins. Absent: 1024.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<u32>,
    /// Bytes a packet on this route. Absent: as the interface.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtu: Option<u32>,
}

/// Details of DHCP (`v1alpha1.DHCPOptions`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "DHCPOptions")]
pub struct DhcpOptions {
    /// Preference of routes that DHCP brings; lower wins. Absent: 1024.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route_metric: Option<u32>,
    /// Whether `DHCPv4` is asked. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ipv4: Option<bool>,
    /// Whether `DHCPv6` is asked. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ipv6: Option<bool>,
    /// Client id for `DHCPv6`, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duidv6: Option<String>,
}

/// A VLAN on top of an interface (`v1alpha1.Vlan`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Vlan {
    /// Addresses with prefix length. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// A single address with prefix length. Deprecated: `addresses`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidr: Option<String>,
    /// Static routes out of the VLAN.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
    /// Whether addresses come from DHCP. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dhcp: Option<bool>,
    /// VLAN tag, 0 to 4095. Patches find the entry by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vlan_id: Option<u16>,
    /// Bytes a packet. Absent: as the interface.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtu: Option<u32>,
    /// A shared address that moves between control planes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vip: Option<DeviceVipConfig>,
    /// Details of DHCP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dhcp_options: Option<DhcpOptions>,
}

/// An address that one of the control planes holds at a time (`v1alpha1.DeviceVIPConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "DeviceVIPConfig")]
pub struct DeviceVipConfig {
    /// The address, without prefix length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip: Option<IpAddr>,
    /// Moves the address through the Equinix Metal API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equinix_metal: Option<VipEquinixMetalConfig>,
    /// Moves the address through the Hetzner Cloud API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hcloud: Option<VipHcloudConfig>,
}

/// Access to the Equinix Metal API (`v1alpha1.VIPEquinixMetalConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "VIPEquinixMetalConfig")]
pub struct VipEquinixMetalConfig {
    /// Token of the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_token: Option<Secret>,
}

/// Access to the Hetzner Cloud API (`v1alpha1.VIPHCloudConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "VIPHCloudConfig")]
pub struct VipHcloudConfig {
    /// Token of the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_token: Option<Secret>,
}
