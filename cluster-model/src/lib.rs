//! One model of a Talos, Omni and Cilium cluster: spec, estate, generation, rules.
