//! CIL0521 redirect-invalid.

use std::net::IpAddr;

use manifest::{Rule, Severity};

use crate::policy::Subject;
use crate::policy::part::Part;
use crate::policy::rules::port_invalid::{go_number, is_service_name};

/// A local redirect has one frontend, ports that can be read, and names where there are several.
pub(super) static RULE: Rule = Rule {
    code: "CIL0521",
    name: "redirect-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A local redirect has one frontend, ports that can be read, and names where there are several.",
    why: "The agent refuses the policy with a line in its log: nothing is redirected.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumLocalRedirectPolicy
metadata: {name: example, namespace: default}
spec:
  redirectFrontend: {addressMatcher: {ip: 169.254.20.10, toPorts: [{port: '53', protocol: UDP}, {port: '54', protocol: TCP}]}}
  redirectBackend: {localEndpointSelector: {}, toPorts: [{port: '53', protocol: UDP}, {port: '54', protocol: TCP}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumLocalRedirectPolicy
metadata: {name: example, namespace: default}
spec:
  redirectFrontend: {addressMatcher: {ip: 169.254.20.10, toPorts: [{name: dns, port: '53', protocol: UDP}, {name: dnstcp, port: '54', protocol: TCP}]}}
  redirectBackend: {localEndpointSelector: {}, toPorts: [{name: dns, port: '53', protocol: UDP}, {name: dnstcp, port: '54', protocol: TCP}]}
",
    source: "cilium/cilium, pkg/redirectpolicy (pkg/loadbalancer/redirectpolicy from 1.18 on)",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if subject.kind != "CiliumLocalRedirectPolicy" {
        return;
    }
    let Some(spec) = subject.object.get("spec") else { return };
    let Some(frontend) = spec.get("redirectFrontend") else { return };
    let (address, service) = (frontend.get("addressMatcher"), frontend.get("serviceMatcher"));
    let is_both = address.is_some() && service.is_some();
    if address.is_some() == service.is_some() {
        let which = if is_both { "specified" } else { "empty" };
        subject
            .report(
                &RULE,
                frontend.path.clone(),
                "the frontend is not exactly one of an address and a service",
            )
            .upstream(format!("both address and service matchers can not be {which}"))
            .help_with("keep one of `addressMatcher` and `serviceMatcher`");
        return;
    }
    if let Some(address) = &address {
        let ip = address.text("ip");
        if ip.parse::<IpAddr>().is_err() {
            subject
                .report(&RULE, address.path.clone().key("ip"), format!("`{ip}` is no address"))
                .upstream(format!("invalid address matcher IP {ip}"))
                .help_with("write a single address");
        }
    }
    if let Some(service) = &service {
        let namespace =
            subject.object.get("metadata").map(|metadata| metadata.text("namespace")).unwrap_or_default();
        if service.text("serviceName").is_empty() {
            subject
                .report(&RULE, service.path.clone(), "the service has no name")
                .upstream("kubernetes service name cannot be empty")
                .help_with("add `serviceName`");
        } else if !namespace.is_empty() && service.text("namespace") != namespace {
            subject
                .report(
                    &RULE,
                    service.path.clone().key("namespace"),
                    "the service is in another namespace than the policy",
                )
                .upstream(
                    "kubernetes service namespacedoes not match with the CiliumLocalRedirectPolicy namespace",
                )
                .help_with("put the policy beside the service");
        }
    }
    let backend = spec.get("redirectBackend");
    let sides = [
        (address.as_ref(), "address matcher"),
        (service.as_ref(), "service matcher"),
        (backend.as_ref(), "backend"),
    ];
    for (side, name) in sides.into_iter().filter_map(|(side, name)| Some((side?, name))) {
        ports(subject, side, name);
    }
    let (Some(front), Some(back)) = (address.or(service), backend) else { return };
    if let ([front], [back]) = (list(&front).as_slice(), list(&back).as_slice())
        && front.text("protocol") != back.text("protocol")
    {
        subject
            .report(
                &RULE,
                back.path.clone().key("protocol"),
                "the backend speaks another protocol than the frontend",
            )
            .upstream("backend protocol must match with frontend protocol")
            .help_with(format!("write `protocol: {}`", front.text("protocol")));
    }
}

fn list<'a>(side: &Part<'a>) -> Vec<Part<'a>> {
    side.items("toPorts").collect()
}

fn ports(subject: &mut Subject<'_>, side: &Part<'_>, name: &str) {
    let ports = list(side);
    let is_named = ports.len() > 1;
    for port in ports {
        let (text, label) = (port.text("port"), port.text("name"));
        let words = match go_number(text) {
            _ if text.is_empty() => "port must be specified".to_owned(),
            Err(problem) => format!("unable to parse port: strconv.ParseUint: parsing {text:?}: {problem}"),
            Ok(0) => "port cannot be 0".to_owned(),
            Ok(_) if is_named && label.is_empty() => format!(
                "port {text} in the local redirect policy spec must have a valid IANA_SVC_NAME, as there are multiple ports"
            ),
            Ok(_) if !label.is_empty() && !is_service_name(label) => {
                format!("port name {label} isn't a valid IANA_SVC_NAME")
            }
            Ok(_) => continue,
        };
        subject
            .report(&RULE, port.path, format!("a port of the {name} cannot be used"))
            .upstream(format!("invalid {name} port: {words}"))
            .help_with("write a number, and with several ports a name of letters, digits and `-` for each");
    }
}
