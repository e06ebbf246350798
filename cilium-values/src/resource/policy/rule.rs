//! A rule: whom it is about, and what it says.

use super::{EgressDenyRule, EgressRule, IngressDenyRule, IngressRule};
use crate::resource::LabelSelector;
use crate::resource::shape::fields;

fields! { "camelCase"
    /// What some endpoints may send and receive. Exactly one of `endpoint_selector` and `node_selector`.
    #[derive(Default)]
    pub struct PolicyRule {
        optional {
            /// The pods, by their labels; empty for all.
            pub endpoint_selector: LabelSelector,
            /// The nodes, by their labels; in policies of the whole cluster only.
            pub node_selector: LabelSelector,
            /// What may come in. Absent: the rule says nothing about it. A list with one empty rule denies everything.
            pub ingress: Vec<IngressRule>,
            /// What may not come in, whatever is allowed.
            pub ingress_deny: Vec<IngressDenyRule>,
            /// What may go out. Absent: the rule says nothing about it.
            pub egress: Vec<EgressRule>,
            /// What may not go out, whatever is allowed.
            pub egress_deny: Vec<EgressDenyRule>,
            /// Whether the rule denies what it does not allow. Absent: in the directions that it says something about.
            pub enable_default_deny: DefaultDeny,
            /// Labels of the rule, by which it is found again.
            pub labels: Vec<PolicyLabel>,
            /// A note for people.
            pub description: String,
            /// What is told with verdicts of this rule. Since 1.18.
            pub log: PolicyLog,
        }
    }

    /// In which directions a rule denies what it does not allow.
    #[derive(Default)]
    pub struct DefaultDeny {
        optional {
            /// For what comes in.
            pub ingress: bool,
            /// For what goes out.
            pub egress: bool,
        }
    }

    /// A label of a rule.
    pub struct PolicyLabel {
        /// Its key.
        pub key: String,
        optional {
            /// Its value.
            pub value: String,
            /// Who set it.
            pub source: String,
        }
    }

    /// What is told with verdicts.
    #[derive(Default)]
    pub struct PolicyLog {
        optional {
            /// A text, at most 32 characters that can be printed.
            pub value: String,
        }
    }
}
