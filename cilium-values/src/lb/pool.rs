//! Pools, ready to be handed out of.

use std::collections::BTreeMap;

use super::{AddressBlock, BlockError};
use crate::resource::{LabelSelector, LoadBalancerIpPoolSpec, Service, YesNo};

/// A pool whose blocks can all be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    pub(super) name: String,
    pub(super) blocks: Vec<AddressBlock>,
    pub(super) selector: Option<LabelSelector>,
    pub(super) is_disabled: bool,
    pub(super) hands_out_ends: bool,
}

impl Pool {
    /// The pool of a spec. Fails with the first block that cannot be read, as the operator does.
    pub fn new(name: impl Into<String>, spec: &LoadBalancerIpPoolSpec) -> Result<Self, BlockError> {
        let blocks = spec.blocks.iter().enumerate().map(|(index, block)| AddressBlock::read(index, block));
        Ok(Self {
            name: name.into(),
            blocks: blocks.collect::<Result<_, _>>()?,
            selector: spec.service_selector.clone(),
            is_disabled: spec.disabled.unwrap_or_default(),
            hands_out_ends: spec.allow_first_last_ips != Some(YesNo::No),
        })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its blocks, in order, with the addresses that are not handed out.
    #[must_use]
    pub fn blocks(&self) -> &[AddressBlock] {
        &self.blocks
    }

    /// Whether it hands out addresses to a service.
    ///
    /// Its selector sees the labels of the service and two more, which replace labels of their names. A selector
    /// that is invalid selects nothing.
    #[must_use]
    pub fn selects(&self, service: &Service) -> bool {
        self.selector.as_ref().is_none_or(|selector| selector.matches(&labels(service)) == Some(true))
    }

    /// Whether an address of it is never handed out.
    pub(super) fn reserves(&self, address: std::net::IpAddr) -> bool {
        !self.hands_out_ends
            && self.blocks.iter().any(|block| block.contains(address) && !block.trimmed().contains(address))
    }

    /// What of its blocks is handed out.
    pub(super) fn usable(&self) -> impl Iterator<Item = AddressBlock> {
        self.blocks.iter().map(|block| if self.hands_out_ends { *block } else { block.trimmed() })
    }
}

/// The namespace of a service; that of nothing is `default`.
pub(crate) fn namespace(service: &Service) -> &str {
    service.metadata.namespace.as_deref().unwrap_or("default")
}

/// The labels that selectors of pools and announcement policies see.
pub(crate) fn labels(service: &Service) -> BTreeMap<String, String> {
    let mut labels = service.metadata.labels.clone();
    labels.insert("io.kubernetes.service.name".to_owned(), service.metadata.name.clone());
    labels.insert("io.kubernetes.service.namespace".to_owned(), namespace(service).to_owned());
    labels
}
