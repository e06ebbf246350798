//! Rules about what Omni does with resources.

pub(super) mod export_incomplete;
pub(super) mod first_address_in_patch;
pub(super) mod install_disk_left_open;
pub(super) mod no_break_glass;
pub(super) mod patch_weight_ignored;
