//! Cilium Helm values and custom resources, with the Talos preset.
