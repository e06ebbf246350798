//! Documents about hardware.

mod pci_driver_rebind_config;

pub use pci_driver_rebind_config::PciDriverRebindConfig;
