//! Documents about hardware.

use talos_config::hardware::PciDriverRebindConfig;

use crate::golden;

#[test]
fn pci_driver_rebind_config_is_read_and_written_back() {
    golden::minimal(
        "hardware/pci_driver_rebind_config",
        &PciDriverRebindConfig {
            target_driver: Some("vfio-pci".into()),
            ..PciDriverRebindConfig::new("0000:04:00.00")
        },
    );
    golden::full::<PciDriverRebindConfig>("hardware/pci_driver_rebind_config");
}
