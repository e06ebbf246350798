//! Documents about the running system: kernel, environment, logs, files, installation.

mod environment;
mod etc_file;
mod event_sink;
mod kernel_module;
mod kmsg_log;
mod oom;
mod security_profile_config;
mod sysctl;
mod sysfs;
mod udev_rules;
mod unattended_install;
mod watchdog_timer;

pub use environment::EnvironmentConfig;
pub use etc_file::EtcFileConfig;
pub use event_sink::EventSinkConfig;
pub use kernel_module::KernelModuleConfig;
pub use kmsg_log::KmsgLogConfig;
pub use oom::OomConfig;
pub use security_profile_config::SecurityProfileConfig;
pub use sysctl::SysctlConfig;
pub use sysfs::SysfsConfig;
pub use udev_rules::UdevRulesConfig;
pub use unattended_install::{DiskSelectorSpec, InstallerSpec, ProvisioningSpec, UnattendedInstallConfig};
pub use watchdog_timer::WatchdogTimerConfig;
