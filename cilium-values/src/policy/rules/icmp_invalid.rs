//! CIL0509 icmp-invalid.

use manifest::{Rule, Severity, suggest};

use crate::policy::Subject;
use crate::policy::part::Part;

/// ICMP stands in an entry without ports, with types that its family has.
pub(super) static RULE: Rule = Rule {
    code: "CIL0509",
    name: "icmp-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "ICMP stands in an entry without ports, with types that its family has.",
    why: "The agent refuses the whole policy, or cannot even decode it: it is stored and not enforced.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{icmps: [{fields: [{family: IPv4, type: PacketTooBig}]}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{icmps: [{fields: [{family: IPv6, type: PacketTooBig}]}]}]}
",
    source: "cilium/cilium, pkg/policy/api/icmp.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic() {
        if traffic.part.count("icmps") > 0 && traffic.part.count("toPorts") > 0 {
            subject
                .report(&RULE, traffic.part.path.clone().key("icmps"), "ICMP and ports stand in one entry")
                .upstream(format!(
                    "{}the ICMPs block may only be present without ToPorts. Define a separate rule to use ToPorts",
                    traffic.prefix
                ))
                .help_with("make two entries of it");
        }
        for entry in traffic.part.items("icmps") {
            let count = entry.count("fields");
            if count > 40 {
                subject
                    .report(
                        &RULE,
                        entry.path.clone().key("fields"),
                        format!("there are {count} types in one entry"),
                    )
                    .upstream(format!("{}too many types, the max is 40", traffic.prefix))
                    .help_with("make several entries of it");
            }
            for field in entry.items("fields") {
                check_field(subject, &traffic.prefix, &field);
            }
        }
    }
}

fn check_field(subject: &mut Subject<'_>, rule: &str, field: &Part<'_>) {
    let family = field.text("family");
    if !matches!(family, "" | "IPv4" | "IPv6") {
        subject
            .report(&RULE, field.path.clone().key("family"), format!("`{family}` is no family of addresses"))
            .upstream(format!("{rule}wrong family: {family}"))
            .help_with("use `IPv4` or `IPv6`");
    }
    let name = field.text("type");
    let is_number = name.parse::<i64>().is_ok_and(|number| number != 0) || matches!(name, "" | "0");
    let names = if family == "IPv6" { V6 } else { V4 };
    if !is_number && !names.contains(&name) {
        let help = match suggest(name, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "use the number of the type".to_owned(),
        };
        let shown = if family.is_empty() { "IPv4" } else { family };
        subject
            .report(&RULE, field.path.clone().key("type"), format!("{shown} has no type `{name}`"))
            .upstream(format!("ICMP type {name} not found in {family}"))
            .help_with(help);
    }
}

const V4: &[&str] = &[
    "EchoReply",
    "DestinationUnreachable",
    "Redirect",
    "Echo",
    "EchoRequest",
    "RouterAdvertisement",
    "RouterSelection",
    "TimeExceeded",
    "ParameterProblem",
    "Timestamp",
    "TimestampReply",
    "Photuris",
    "ExtendedEchoRequest",
    "ExtendedEchoReply",
];

const V6: &[&str] = &[
    "DestinationUnreachable",
    "PacketTooBig",
    "TimeExceeded",
    "ParameterProblem",
    "EchoRequest",
    "EchoReply",
    "MulticastListenerQuery",
    "MulticastListenerReport",
    "MulticastListenerDone",
    "RouterSolicitation",
    "RouterAdvertisement",
    "NeighborSolicitation",
    "NeighborAdvertisement",
    "RedirectMessage",
    "RouterRenumbering",
    "ICMPNodeInformationQuery",
    "ICMPNodeInformationResponse",
    "InverseNeighborDiscoverySolicitation",
    "InverseNeighborDiscoveryAdvertisement",
    "HomeAgentAddressDiscoveryRequest",
    "HomeAgentAddressDiscoveryReply",
    "MobilePrefixSolicitation",
    "MobilePrefixAdvertisement",
    "DuplicateAddressRequestCodeSuffix",
    "DuplicateAddressConfirmationCodeSuffix",
    "ExtendedEchoRequest",
    "ExtendedEchoReply",
];
