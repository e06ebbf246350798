//! Values of Cilium's chart: a file for every seven machines, which is a small cluster.

use std::path::Path;

use conformance::Question;
use manifest::Source;
use manifest::yaml::{self, Reading};
use serde_json::Value;

use super::{artifact, is_mistaken};
use crate::Result;

const CLUSTER: u32 = 7;

pub(crate) fn questions(machines: u32, _: &Path) -> Result<Vec<Question>> {
    let values = artifact(CLUSTER, 1, "apps/cilium/values.yaml")?;
    (0..machines.div_ceil(CLUSTER)).map(|number| question(&values, number)).collect()
}

fn question(values: &str, number: u32) -> Result<Question> {
    let (id, mtu, limit) = (number % 255 + 1, 1_280 + number % 8_000, number % 50);
    let own = format!(
        "cluster: {{name: fleet-{number}, id: {id}}}\nMTU: {mtu}\nbandwidthManager: {{enabled: {}}}\n\
         k8sClientRateLimit: {{qps: {}, burst: {}}}\n",
        number.is_multiple_of(2),
        10 + limit,
        20 + limit
    );
    // Gone since 1.15: the chart refuses it in words of its own.
    let mistake = if is_mistaken(number) { "tunnel: vxlan\n" } else { "" };
    let source = Source::new("values.yaml", format!("{values}{own}{mistake}"));
    let documents = yaml::parse(&source).map_err(|finding| finding.message)?;
    let read = documents.first().and_then(|document| document.decode::<Value>(Reading::Json).value);
    let values = read.ok_or("the values cannot be read")?;
    Ok(Question::new("helm.template").with("chart", "1.17.0").with("values", values))
}
