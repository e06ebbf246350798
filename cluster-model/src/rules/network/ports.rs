//! The ports that a firewall of Talos speaks of.

use crate::effective::Effective;
use crate::estate::Field;

/// The rules of a configuration.
pub(super) struct Rules<'e>(Vec<Field<'e>>);

impl<'e> Rules<'e> {
    /// All `NetworkRuleConfig`s of a configuration.
    pub(super) fn of(effective: &'e Effective) -> Self {
        Self(effective.of_kind("NetworkRuleConfig").collect())
    }

    /// Whether a rule speaks of a port.
    pub(super) fn open(&self, protocol: &str, port: i64) -> bool {
        self.0.iter().any(|rule| {
            rule.get("portSelector.protocol").text() == Some(protocol)
                && ranges(rule).into_iter().any(|(_, first, last)| (first..=last).contains(&port))
        })
    }

    /// The rules.
    pub(super) fn all(&self) -> &[Field<'e>] {
        &self.0
    }
}

/// The ports of a rule, as ranges from a first to a last one.
pub(super) fn ranges<'e>(rule: &Field<'e>) -> Vec<(Field<'e>, i64, i64)> {
    let ports = rule.get("portSelector.ports").items().into_iter();
    ports
        .filter_map(|port| {
            let text = port.text()?;
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            let range = (first.trim().parse().ok()?, last.trim().parse().ok()?);
            Some((port, range.0, range.1))
        })
        .collect()
}
