//! Where a workload may run, as far as labels of nodes decide it.

use crate::estate::{Estate, Field, Machine};

/// What a pod asks of the labels of its node.
#[derive(Clone, Debug)]
pub(super) struct Placement<'e> {
    /// All of these must hold.
    pub(super) wishes: Vec<Wish<'e>>,
}

/// A label that the node must carry.
#[derive(Clone, Debug)]
pub(super) struct Wish<'e> {
    /// The key of the label.
    pub(super) key: &'e str,
    /// Its values, of which one must be there; none if any will do.
    pub(super) values: Vec<&'e str>,
    /// Where it is said.
    pub(super) field: Field<'e>,
}

impl<'e> Placement<'e> {
    /// Reads `nodeSelector` and the required node affinity. Of several terms, of which one is enough, nothing is asked.
    pub(super) fn of(spec: &Field<'e>) -> Self {
        let selector = spec.get("nodeSelector").entries().into_iter();
        let mut wishes: Vec<Wish<'e>> = selector
            .map(|(key, field)| Wish { key, values: field.text().into_iter().collect(), field })
            .collect();
        let required =
            "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";
        if let [term] = &*spec.get(required).items() {
            wishes.extend(term.get("matchExpressions").items().into_iter().filter_map(wish));
        }
        Self { wishes }
    }

    /// The machines that are not ruled out.
    pub(super) fn machines<'a>(&'a self, estate: &'a Estate) -> impl Iterator<Item = &'a Machine> {
        let allows = |machine: &Machine| {
            self.wishes.iter().all(|wish| !wish.is_decidable(estate) || wish.holds(machine))
        };
        estate.machines.iter().map(|machine| &**machine).filter(move |machine| allows(machine))
    }
}

fn wish(expression: Field<'_>) -> Option<Wish<'_>> {
    let values = match expression.get("operator").text()? {
        "In" => expression.get("values").texts(),
        "Exists" => Vec::new(),
        _ => return None,
    };
    Some(Wish { key: expression.get("key").text()?, values, field: expression })
}

impl Wish<'_> {
    /// Whether what is declared says who carries the label: it is in the vocabulary, or on some machine. Others are set
    /// by the kubelet, or by programs in the cluster.
    pub(super) fn is_decidable(&self, estate: &Estate) -> bool {
        let in_vocabulary = estate.vocabulary.iter().flatten().any(|(key, _)| key.as_str() == self.key);
        in_vocabulary || estate.machines.iter().any(|machine| machine.label(self.key).is_some())
    }

    /// Whether a machine carries the label.
    pub(super) fn holds(&self, machine: &Machine) -> bool {
        let Some(label) = machine.label(self.key) else { return false };
        self.values.is_empty() || self.values.contains(&label.value.as_str())
    }
}
