//! Which resources of a type are meant, as `omnictl get` has it.

use clap::Args;
use omni_client::client::{Client, Definition, Pointer, Query};
use omni_client::selector::Selector;

use crate::failure::Failure;

/// Where to look, and for what.
#[derive(Args)]
pub(super) struct Filter {
    /// The namespace, instead of the one in which the type usually is
    #[arg(short, long, value_name = "NAME")]
    namespace: Option<String>,

    /// Only resources whose labels fit, such as `key1=value1,key2!=value2`
    #[arg(short = 'l', long, value_name = "LABELS")]
    selector: Option<Selector>,

    /// Only resources in whose id the pattern is found
    #[arg(long = "id-match-regexp", value_name = "PATTERN")]
    pattern: Option<String>,
}

/// The resources that are meant.
pub(super) struct Chosen {
    pub(super) definition: Definition,
    pub(super) namespace: String,
    /// One of them only.
    pub(super) id: Option<String>,
    /// Those that fit.
    pub(super) query: Query,
}

impl Filter {
    /// Whether it is said by which labels or ids resources are chosen.
    pub(super) fn is_narrowed(&self) -> bool {
        self.selector.is_some() || self.pattern.is_some()
    }

    /// Asks the server what the type means.
    pub(super) async fn choose(
        &self,
        client: &Client,
        resource_type: &str,
        id: Option<&str>,
    ) -> Result<Chosen, Failure> {
        for (given, name) in [(self.selector.is_some(), "selector"), (self.pattern.is_some(), "ID regexp")] {
            if given && id.is_some() {
                return Err(Failure::new(format!("cannot specify both resource ID and {name}")));
            }
        }
        let definition = client.definition(resource_type).await?;
        let namespace = self.namespace.clone().unwrap_or_else(|| definition.namespace.clone());
        let query =
            Query { selectors: self.selector.iter().cloned().collect(), id_pattern: self.pattern.clone() };
        Ok(Chosen { definition, namespace, id: id.map(str::to_owned), query })
    }
}

impl Chosen {
    /// The full name of the type.
    pub(super) fn resource_type(&self) -> &str {
        &self.definition.resource_type
    }

    /// Points at one of them.
    pub(super) fn pointer(&self, id: &str) -> Pointer {
        Pointer::new(&*self.namespace, self.resource_type(), id)
    }
}
