//! CIL0211 maglev-table-invalid.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The tables and the seed of the consistent hash are such as the agent takes.
pub(super) static RULE: Rule = Rule {
    code: "CIL0211",
    name: "maglev-table-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The tables and the seed of the consistent hash are such as the agent takes.",
    why: "The agent does not start.",
    bad: "\
maglev: {tableSize: 1000}
",
    good: "\
maglev: {tableSize: 1021}
",
    source: "cilium/cilium, pkg/maglev",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let maglev = &subject.effective.maglev;
    let seed = maglev.hash_seed.text().to_owned();
    if let Some(size) = maglev.table_size.value().filter(|size| !SIZES.contains(size)) {
        let nearest = SIZES.iter().min_by_key(|known| known.abs_diff(size)).copied().unwrap_or(16381);
        let message = format!("`maglev.tableSize` is {size}, which is none of the sizes that there are");
        subject.report(&RULE, "maglev.tableSize", message).help_with(format!("the nearest is {nearest}"));
    }
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    if !seed.is_empty() && (seed.len() != 16 || !seed.bytes().all(is_base64)) {
        let message = "`maglev.hashSeed` is not 12 bytes in base64";
        subject
            .report(&RULE, "maglev.hashSeed", message)
            .help_with("write 16 characters, such as `head -c12 /dev/urandom | base64` prints");
    }
}

/// The sizes of tables, all of them primes.
const SIZES: &[i64] = &[251, 509, 1021, 2039, 4093, 8191, 16381, 32749, 65521, 131_071];
