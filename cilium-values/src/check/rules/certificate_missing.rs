//! CIL0121 certificate-missing.

use manifest::{Rule, Secret, Severity};

use crate::check::Subject;
use crate::values::Setting;
use crate::values::clustermesh::apiserver::KvStoreMode;

/// Where certificates of Hubble are not made by themselves, they are given.
pub(super) static RULE: Rule = Rule {
    code: "CIL0121",
    name: "certificate-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where certificates of Hubble are not made by themselves, they are given.",
    why: "The chart does not render.",
    bad: "\
hubble: {tls: {auto: {enabled: false}}}
",
    good: "\
hubble: {tls: {auto: {enabled: false}, server: {existingSecret: hubble}}}
",
    source: "cilium/cilium, chart, templates/hubble/tls-provided",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    hubble(subject);
    mesh(subject);
}

/// A certificate with its key: where it is, whether it is needed, and what is given.
struct Given<'a> {
    path: &'static str,
    is_needed: bool,
    cert: &'a Setting<String>,
    key: &'a Setting<Secret>,
    secret: &'a str,
}

fn hubble(subject: &mut Subject<'_>) {
    let hubble = &subject.effective.hubble;
    let is_by_hand = hubble.enabled.is_true() && !hubble.tls.auto.enabled.is_true();
    let has_agent = subject.effective.agent.is_true();
    let has_tls = hubble.tls.enabled.is_true();
    let has_relay = has_tls && hubble.relay.enabled.is_true();
    let has_relay_server = has_relay && hubble.relay.tls.server.enabled.is_true();
    let (server, client, relay) = (&hubble.tls.server, &hubble.relay.tls.client, &hubble.relay.tls.server);
    let (ui, metrics) = (&hubble.ui.tls.client, &hubble.metrics.tls.server);
    let given = [
        Given {
            path: "hubble.tls.server",
            is_needed: has_agent && has_tls,
            cert: &server.cert,
            key: &server.key,
            secret: server.existing_secret.text(),
        },
        Given {
            path: "hubble.relay.tls.client",
            is_needed: has_relay,
            cert: &client.cert,
            key: &client.key,
            secret: client.existing_secret.text(),
        },
        Given {
            path: "hubble.relay.tls.server",
            is_needed: has_relay_server,
            cert: &relay.cert,
            key: &relay.key,
            secret: relay.existing_secret.text(),
        },
        Given {
            path: "hubble.ui.tls.client",
            is_needed: has_relay_server && hubble.ui.enabled.is_true(),
            cert: &ui.cert,
            key: &ui.key,
            secret: ui.existing_secret.text(),
        },
        Given {
            path: "hubble.metrics.tls.server",
            is_needed: has_agent && hubble.metrics.tls.enabled.is_true(),
            cert: &metrics.cert,
            key: &metrics.key,
            secret: metrics.existing_secret.text(),
        },
    ];
    for given in given.into_iter().filter(|given| is_by_hand && given.is_needed && given.secret.is_empty()) {
        lacking(subject, &given, "set `existingSecret`, or `hubble.tls.auto.enabled: true`");
    }
}

fn mesh(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let tls = &values.clustermesh.apiserver.tls;
    let is_by_hand = !tls.auto.enabled.is_true();
    let has_api_server = values.clustermesh.use_api_server.is_true();
    // Since 1.18 the store may be another's, and then it has certificates of its own.
    let has_store = has_api_server
        && (!subject.cilium.is_at_least(18)
            || values.clustermesh.apiserver.kvstoremesh.kvstore_mode.value() == Some(KvStoreMode::Internal));
    let has_machines = !subject.cilium.is_at_least(18) && values.external_workloads.enabled.is_true();
    let given = |path, is_needed, cert, key| Given { path, is_needed, cert, key, secret: "" };
    let pairs = [
        given(
            "clustermesh.apiserver.tls.server",
            has_store || has_machines,
            &tls.server.cert,
            &tls.server.key,
        ),
        given("clustermesh.apiserver.tls.admin", has_store || has_machines, &tls.admin.cert, &tls.admin.key),
        given("clustermesh.apiserver.tls.remote", has_store, &tls.remote.cert, &tls.remote.key),
        given("clustermesh.apiserver.tls.client", has_machines, &tls.client.cert, &tls.client.key),
    ];
    if subject.cilium.is_at_least(20) {
        let is_given = pairs.iter().take(3).any(|pair| !pair.cert.text().is_empty());
        if has_api_server && is_by_hand && is_given {
            let message = "certificates of the mesh are not taken from the values any more";
            subject
                .report(&RULE, "clustermesh.apiserver.tls", message)
                .upstream(
                    "The support for providing Cluster Mesh certs and keys as helm values has been removed. You must \
                     enable auto-generation or pre-create the corresponding secrets",
                )
                .help_with("set `clustermesh.apiserver.tls.auto.enabled: true`, or make the Secrets yourself");
        }
    } else if is_by_hand && tls.enable_secrets.is_true() {
        for given in pairs.into_iter().filter(|given| given.is_needed) {
            lacking(
                subject,
                &given,
                "give both, set `enableSecrets: false` with Secrets of your own, or `auto.enabled: true`",
            );
        }
    }
}

fn lacking(subject: &mut Subject<'_>, given: &Given<'_>, help: &str) {
    let has_key = given.key.get().is_some_and(|key| !key.is_empty());
    let part = match (!given.cert.text().is_empty(), has_key) {
        (false, _) => "cert",
        (true, false) => "key",
        (true, true) => return,
    };
    let message = format!("`{}` has no certificate with its key, and none is made", given.path);
    subject
        .report(&RULE, given.path, message)
        .upstream(format!("missing {}.{part}", given.path))
        .help_with(help);
}
