//! How a rule says more about the finding that it has just added.

use manifest::Finding;

/// The finding that was added last.
pub(crate) struct Report<'f> {
    finding: Option<&'f mut Finding>,
}

impl<'f> Report<'f> {
    /// The last of these.
    pub(crate) fn of_last(findings: &'f mut [Finding]) -> Self {
        Self { finding: findings.last_mut() }
    }

    /// Quotes upstream: it refuses with these words.
    pub(crate) fn upstream(mut self, words: impl Into<String>) -> Self {
        if let Some(finding) = &mut self.finding {
            finding.upstream = Some(words.into());
        }
        self
    }

    /// Quotes upstream where it is upstream that refuses.
    pub(crate) fn upstream_if(self, is_refused: bool, words: impl Into<String>) -> Self {
        if is_refused { self.upstream(words) } else { self }
    }

    /// Says what to do.
    pub(crate) fn help_with(self, help: impl Into<String>) {
        if let Some(finding) = self.finding {
            finding.help = Some(help.into());
        }
    }
}
