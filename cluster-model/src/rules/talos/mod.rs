//! Rules about what a machine's configuration says.

pub(super) mod accelerator_without_driver;
pub(super) mod api_server_file_unreadable;
pub(super) mod api_server_path_unmounted;
pub(super) mod audit_log_argument;
pub(super) mod disk_selector_ambiguous;
pub(super) mod driver_without_label;
mod extension;
pub(super) mod extension_of_another_architecture;
pub(super) mod extension_unknown;
pub(super) mod feature_gate_removed;
pub(super) mod file_mode_ambiguous;
mod graphics;
pub(super) mod installer_without_schematic;
pub(super) mod list_entry_twice;
pub(super) mod module_without_extension;
pub(super) mod nvidia_flavours_mixed;
pub(super) mod patches_do_not_merge;
pub(super) mod registry_unverified;
pub(super) mod static_without_route;
pub(super) mod usb_interface_by_name;

use crate::estate::Field;

/// The permissions of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileMode(u32);

impl FileMode {
    /// Reads a mode as Talos does: octal with `0o` or `0` in front, else decimal.
    fn of(field: &Field<'_>) -> Option<Self> {
        let text = field.text()?;
        let octal = text.strip_prefix("0o").or_else(|| text.strip_prefix('0'));
        let mode = octal.map_or_else(|| text.parse().ok(), |digits| u32::from_str_radix(digits, 8).ok());
        mode.map(Self)
    }

    fn is_readable_by_all(self) -> bool {
        self.0 & 0o004 != 0
    }
}

/// Whether a path is a directory or lies in it.
fn is_below(path: &str, directory: &str) -> bool {
    let rest = path.strip_prefix(directory.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
