//! Documents about the running system.

use talos_config::runtime::{
    DiskSelectorSpec, EnvironmentConfig, EtcFileConfig, EventSinkConfig, KernelModuleConfig, KmsgLogConfig,
    OomConfig, ProvisioningSpec, SecurityProfileConfig, SysctlConfig, SysfsConfig, UdevRulesConfig,
    UnattendedInstallConfig, WatchdogTimerConfig,
};
use talos_config::scalar::{Expression, FileMode};

use crate::golden;

#[test]
fn environment_is_read_and_written_back() {
    golden::minimal(
        "runtime/environment",
        &EnvironmentConfig {
            variables: [("NO_PROXY".into(), "10.0.0.0/8".into())].into(),
            ..EnvironmentConfig::default()
        },
    );
    golden::full::<EnvironmentConfig>("runtime/environment");
}

#[test]
fn etc_file_is_read_and_written_back() {
    golden::minimal(
        "runtime/etc_file",
        &EtcFileConfig {
            mode: Some(FileMode::new(0o644)),
            contents: Some("hello".into()),
            ..EtcFileConfig::new("motd")
        },
    );
    golden::full::<EtcFileConfig>("runtime/etc_file");
}

#[test]
fn event_sink_is_read_and_written_back() {
    golden::minimal(
        "runtime/event_sink",
        &EventSinkConfig { endpoint: Some("192.0.2.1:4000".into()), ..EventSinkConfig::default() },
    );
    golden::full::<EventSinkConfig>("runtime/event_sink");
}

#[test]
fn kernel_module_is_read_and_written_back() {
    golden::minimal("runtime/kernel_module", &KernelModuleConfig::new("br_netfilter"));
    golden::full::<KernelModuleConfig>("runtime/kernel_module");
}

#[test]
fn kmsg_log_is_read_and_written_back() {
    golden::minimal(
        "runtime/kmsg_log",
        &KmsgLogConfig { url: Some("udp://192.0.2.1:514".parse().unwrap()), ..KmsgLogConfig::new("remote") },
    );
    golden::full::<KmsgLogConfig>("runtime/kmsg_log");
}

#[test]
fn oom_is_read_and_written_back() {
    golden::minimal(
        "runtime/oom",
        &OomConfig {
            trigger_expression: Some(Expression::new("memory_full_avg10 > 75.0")),
            ..OomConfig::default()
        },
    );
    golden::full::<OomConfig>("runtime/oom");
}

#[test]
fn security_profile_config_is_read_and_written_back() {
    golden::minimal("runtime/security_profile_config", &SecurityProfileConfig::default());
    golden::full::<SecurityProfileConfig>("runtime/security_profile_config");
}

#[test]
fn sysctl_is_read_and_written_back() {
    golden::minimal(
        "runtime/sysctl",
        &SysctlConfig {
            params: [("net.ipv4.ip_forward".into(), "0".into())].into(),
            ..SysctlConfig::default()
        },
    );
    golden::full::<SysctlConfig>("runtime/sysctl");
}

#[test]
fn sysfs_is_read_and_written_back() {
    golden::minimal(
        "runtime/sysfs",
        &SysfsConfig { params: [("kernel.mm.ksm.run".into(), "1".into())].into(), ..SysfsConfig::default() },
    );
    golden::full::<SysfsConfig>("runtime/sysfs");
}

#[test]
fn udev_rules_is_read_and_written_back() {
    golden::minimal(
        "runtime/udev_rules",
        &UdevRulesConfig {
            rules: vec!["SUBSYSTEM==\"drm\", GROUP=\"44\"".into()],
            ..UdevRulesConfig::default()
        },
    );
    golden::full::<UdevRulesConfig>("runtime/udev_rules");
}

#[test]
fn unattended_install_is_read_and_written_back() {
    golden::minimal(
        "runtime/unattended_install",
        &UnattendedInstallConfig {
            provisioning: Some(ProvisioningSpec {
                disk_selector: Some(DiskSelectorSpec {
                    r#match: Some(Expression::new("disk.transport == \"nvme\"")),
                }),
                ..ProvisioningSpec::default()
            }),
            ..UnattendedInstallConfig::default()
        },
    );
    golden::full::<UnattendedInstallConfig>("runtime/unattended_install");
}

#[test]
fn watchdog_timer_is_read_and_written_back() {
    golden::minimal(
        "runtime/watchdog_timer",
        &WatchdogTimerConfig { device: Some("/dev/watchdog0".into()), ..WatchdogTimerConfig::default() },
    );
    golden::full::<WatchdogTimerConfig>("runtime/watchdog_timer");
}

#[test]
fn a_mode_is_octal_with_a_zero_and_decimal_without() {
    let document = |mode: &str| {
        format!("apiVersion: v1alpha1\nkind: EtcFileConfig\nname: motd\nmode: {mode}\ncontents: hello\n")
    };
    for mode in ["0o644", "0644", "420"] {
        assert_eq!(golden::read::<EtcFileConfig>(&document(mode)).mode, Some(FileMode::new(0o644)), "{mode}");
    }
    assert_eq!(golden::read::<EtcFileConfig>(&document("644")).mode, Some(FileMode::new(0o1204)));
    assert_eq!(golden::findings::<EtcFileConfig>(&document("\"0644\"")).len(), 1);
}
