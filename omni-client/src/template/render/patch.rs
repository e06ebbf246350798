//! Patches: their ids, labels and bytes.

use super::super::problem::{At, Problem};
use super::super::{Host, Inline, Patch, host};
use super::{Context, describe};
use crate::go::quoted;
use crate::resource::{AnyResource, ConfigPatch, Resource, annotation};
use crate::rules::{TEMPLATE_FILE, TEMPLATE_TEXT};

/// Where the ids of a level's patches begin to count.
pub(super) const CLUSTER_WEIGHT: usize = 200;
pub(super) const MACHINE_SET_WEIGHT: usize = 400;
pub(super) const CLUSTER_MACHINE_WEIGHT: usize = 400;

/// The patches of one level. A patch with an id of its own takes up a number all the same.
pub(super) fn render(
    patches: &[Patch],
    level: &str,
    weight: usize,
    labels: &[(&str, &str)],
    context: &Context<'_>,
    at: &At,
) -> Result<Vec<AnyResource>, Problem> {
    let rendered = patches.iter().enumerate().map(|(index, patch)| {
        let name = patch.effective_name();
        let id = if patch.id_override.is_empty() {
            format!("{:03}-{level}-{name}", weight + index)
        } else {
            patch.id_override.clone()
        };
        let heading = |file: &str| format!("failed to read patch {}", quoted(file));
        let at = || at.key("patches").index(index);
        let data = text(&patch.file, patch.inline.as_ref(), context.host, at, heading)?;
        let mut resource = Resource::new(id, ConfigPatch::new(data)).annotated(annotation::NAME, name);
        for (key, value) in labels {
            resource = resource.labelled(*key, *value);
        }
        Ok(describe(resource, &patch.labels, &patch.annotations).into())
    });
    rendered.collect()
}

/// The text of a file, or else what stands in the template.
pub(super) fn text(
    file: &str,
    inline: Option<&Inline>,
    host: &dyn Host,
    at: impl Fn() -> At,
    heading: impl FnOnce(&str) -> String,
) -> Result<String, Problem> {
    if !file.is_empty() {
        let refused =
            |error| Problem::new(&TEMPLATE_FILE, at().key("file"), format!("{}: {error}", heading(file)));
        return host::read(host, file).map_err(refused);
    }
    match inline.map(Inline::to_text) {
        Some(Ok(text)) => Ok(text),
        Some(Err(error)) => Err(Problem::new(&TEMPLATE_TEXT, at(), error.to_string())),
        None => Err(Problem::new(&TEMPLATE_TEXT, at(), "there is neither a file nor a text")),
    }
}
