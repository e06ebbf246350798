//! Sidero Omni resources, cluster templates and patch scopes.
