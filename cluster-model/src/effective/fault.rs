//! What Talos says of a configuration once it is merged.

use manifest::Finding;
use talos_config::rules::{CONTROL_PLANE_KIND_ON_WORKER, KEY_ON_WORKER};
use talos_config::validate::{Mode, validate_documents};

use super::{Effective, EffectiveDocument, Said};

impl Effective {
    /// What Talos' validation finds in what somebody said, each at its place in the patch that said it.
    ///
    /// What Omni fills in is not written down here, so whatever is missing is not told. The role decides what a worker may
    /// not have; while it is not known, that is not told either.
    #[must_use]
    pub fn faults(&self, knows_role: bool) -> Vec<Finding> {
        if self.failure.is_some() {
            return Vec::new();
        }
        let documents = || self.documents.iter().map(|document| &*document.document);
        let validated = || validate_documents(documents(), self.minor, Mode::Metal);
        let of_role = [KEY_ON_WORKER.code, CONTROL_PLANE_KIND_ON_WORKER.code];
        let merge = self.documents.first().map(|document| &document.shared.merge);
        let found = merge.map_or_else(|| &[][..], |merge| merge.faults.get_or_init(validated));
        let found = found.iter().filter(|finding| knows_role || !of_role.contains(&finding.rule.code));
        found.filter_map(|finding| self.lift(finding.clone())).collect()
    }

    /// [`Effective::faults`] of a configuration that nobody has changed since it was merged.
    pub(crate) fn known_faults(&self, knows_role: bool) -> Vec<Finding> {
        let shared = self.documents.first().map(|document| &document.shared);
        let known = shared.and_then(|shared| shared.faults.get(usize::from(knows_role)));
        known.map_or_else(
            || self.faults(knows_role),
            |known| known.get_or_init(|| self.faults(knows_role)).clone(),
        )
    }

    /// Whether [`Effective::known_faults`] are known already.
    pub(crate) fn is_validated(&self, knows_role: bool) -> bool {
        let shared = self.documents.first().map(|document| &document.shared);
        let known = shared.and_then(|shared| shared.faults.get(usize::from(knows_role)));
        known.is_none_or(|known| known.get().is_some())
    }

    /// A finding about the merged text, at the place that said the value; none where nobody did.
    fn lift(&self, mut finding: Finding) -> Option<Finding> {
        let name = finding.label.as_deref()?.strip_prefix("in ")?;
        let index = self.documents.iter().position(|document| document.id() == name)?;
        let said = if finding.place.path.is_root() {
            self.first_of(index)?
        } else {
            self.documents.get(index)?.said(&finding.place.path)?
        };
        finding.place = Some(said).filter(|said| said.is_written)?.place;
        finding.related.clear();
        finding.fix = None;
        Some(finding)
    }

    /// The first value of a document, for what is wrong with the whole of it.
    fn first_of(&self, document: usize) -> Option<Said> {
        let leaf =
            self.leaves().into_iter().find(|leaf| leaf.document == document && leaf.said.is_written)?;
        // The v1alpha1 document is everybody's.
        self.documents.get(document)?.kind().map(|_| leaf.said)
    }
}

impl EffectiveDocument {
    /// Kind and name, as Talos writes them in front of its errors.
    fn id(&self) -> String {
        match (self.kind(), self.name()) {
            (Some(kind), Some(name)) => format!("{kind}/{name}"),
            (Some(kind), None) => kind.to_owned(),
            (None, _) => "v1alpha1.Config".to_owned(),
        }
    }
}
