//! `frank cilium lb`.

use std::path::{Path, PathBuf};

use cilium_values::lb::{Conflict, Handler, Pool};
use cilium_values::objects::{Objects, Solved};
use cilium_values::values::common::ServiceType;
use cilium_values::{CiliumVersion, chart};
use clap::Args;
use manifest::report::Report;
use serde_json::{Value, json};

use super::Manifests;
use crate::failure::Failure;
use crate::file::STANDARD;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::table::Table;
use crate::terminal::{self, Stream};

/// Say which address each service gets from Cilium's pools, or why it stays pending
///
/// Reads the pools and services of manifests and hands the addresses out as Cilium's operator does. The exit code is 1
/// if a service stays pending or a pool is not what it seems.
#[derive(Args)]
pub(crate) struct Lb {
    /// Manifests: a directory with all that is below it, or a file; `-` for standard input
    #[arg(value_name = "DIR")]
    manifests: PathBuf,

    /// The version of Cilium; the newest one that is known unless it is said
    #[arg(long, value_name = "VERSION", value_parser = super::version)]
    version: Option<CiliumVersion>,

    /// The values that the chart is installed with; its own unless they are said
    #[arg(long, value_name = "FILE")]
    values: Option<PathBuf>,

    /// How to write the table and the findings; SARIF and GitHub know findings only
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Lb {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let standard = Path::new(STANDARD);
        if self.manifests == standard && self.values.as_deref() == Some(standard) {
            return Err(Failure::new("standard input cannot be the manifests and the values at once")
                .help("name a file for one of the two"));
        }
        let Manifests { mut sources, documents, mut findings } = Manifests::read(&self.manifests)?;
        let mut values = None;
        if let Some(path) = &self.values {
            let (source, read) = super::values(path)?;
            sources.push(source);
            findings.extend(read.findings);
            values = read.values;
        }
        let newest = chart::versions().last().cloned();
        let version = self.version.clone().or(newest).unwrap_or_else(|| CiliumVersion::new(1, 20, 0));
        let objects = Objects::read(&documents);
        let solved = objects.solve(&values.unwrap_or_default(), &version);
        findings.extend(objects.check_addresses(&solved));
        let report = Report::new(findings, sources);
        let rendered = self.format.render(&report, Stream::Output);
        terminal::print(&match self.format {
            Format::Human => as_text(&objects, &solved) + &rendered,
            Format::Json => as_json(&objects, &solved, &rendered)?,
            Format::Sarif | Format::Github => rendered,
        })?;
        Ok(Outcome::found(!report.findings().is_empty()))
    }
}

/// Both tables, each followed by an empty line.
fn as_text(objects: &Objects<'_>, solved: &Solved) -> String {
    let tables = [services(objects, solved).take(), pools(objects, solved).take()];
    let tables: Vec<String> = tables.into_iter().filter(|table| !table.is_empty()).collect();
    if tables.is_empty() {
        return "neither pools nor services of type LoadBalancer\n\n".to_owned();
    }
    tables.join("\n") + "\n"
}

/// Services of type `LoadBalancer`, with what they got.
fn services(objects: &Objects<'_>, solved: &Solved) -> Table {
    let mut table = Table::new(["service", "address", "why not"]);
    for (index, service) in objects.services.iter().enumerate() {
        if service.object.spec.type_ != Some(ServiceType::LoadBalancer) {
            continue;
        }
        let unhandled = match solved.handlers.get(index) {
            Some(Handler::Nobody) => "LB-IPAM does not handle it".to_owned(),
            Some(Handler::NodeIpam) => "it gets the addresses of nodes".to_owned(),
            Some(Handler::Off(key)) => format!("`{key}` is off"),
            Some(Handler::LbIpam) | None => String::new(),
        };
        if !unhandled.is_empty() {
            table.line([service.name(), "-".to_owned(), unhandled]);
            continue;
        }
        let Some(outcome) = solved.outcomes().get(index) else { continue };
        for address in &outcome.addresses {
            table.line([service.name(), address.to_string(), String::new()]);
        }
        for refusal in &outcome.refusals {
            table.line([service.name(), "pending".to_owned(), refusal.to_string()]);
        }
    }
    table
}

/// Pools, with what is left of them.
fn pools(objects: &Objects<'_>, solved: &Solved) -> Table {
    let mut table = Table::new(["pool", "addresses", "total", "used", "left", "state"]);
    for (index, (pool, read)) in objects.pools.iter().zip(&solved.pools).enumerate() {
        let (Ok(blocks), Some(usage)) = (read, solved.usage(index)) else {
            let none = || "-".to_owned();
            table.line([pool.name(), none(), none(), none(), none(), "dropped".to_owned()]);
            continue;
        };
        let blocks: Vec<String> = blocks.blocks().iter().map(ToString::to_string).collect();
        let numbers = [usage.total, usage.used, usage.available()].map(|number| number.to_string());
        let [total, used, left] = numbers;
        table.line([pool.name(), blocks.join(", "), total, used, left, state(objects, solved, index)]);
    }
    table
}

/// Whether and why a pool hands out nothing.
fn state(objects: &Objects<'_>, solved: &Solved, index: usize) -> String {
    let mut others: Vec<String> = solved
        .conflicts()
        .filter_map(|Conflict { pools: (left, right), .. }| match index {
            _ if index == left => Some(right),
            _ if index == right => Some(left),
            _ => None,
        })
        .filter_map(|other| objects.pools.get(other))
        .map(|other| format!("`{}`", other.name()))
        .collect();
    others.sort();
    others.dedup();
    if others.is_empty() {
        let is_disabled =
            objects.pools.get(index).is_some_and(|pool| pool.object.spec.disabled == Some(true));
        return if is_disabled { "disabled" } else { "" }.to_owned();
    }
    format!("overlaps {}", others.join(", "))
}

/// Services, pools and findings in one object.
fn as_json(objects: &Objects<'_>, solved: &Solved, findings: &str) -> Result<String, Failure> {
    let services = objects.services.iter().enumerate().map(|(index, service)| {
        let outcome = solved.outcomes().get(index);
        let addresses = outcome.map(|outcome| outcome.addresses.clone()).unwrap_or_default();
        let refusals = outcome.map(|outcome| &*outcome.refusals).unwrap_or_default().iter().map(|refusal| {
            json!({
                "reason": refusal.reason.as_str(),
                "address": refusal.address,
                "message": refusal.to_string(),
            })
        });
        json!({
            "name": service.name(),
            "file": service.source(),
            "isHandled": solved.handlers.get(index) == Some(&Handler::LbIpam),
            "addresses": addresses,
            "refusals": refusals.collect::<Vec<_>>(),
        })
    });
    let pools = objects.pools.iter().zip(&solved.pools).enumerate().map(|(index, (pool, read))| {
        let usage = solved.usage(index);
        let number = |number: u128| Value::String(number.to_string());
        json!({
            "name": pool.name(),
            "file": pool.source(),
            "blocks": read.iter().flat_map(Pool::blocks).map(ToString::to_string).collect::<Vec<_>>(),
            "total": usage.map(|usage| number(usage.total)),
            "used": usage.map(|usage| number(usage.used)),
            "left": usage.map(|usage| number(usage.available())),
            "state": state(objects, solved, index),
        })
    });
    let report: Value = serde_json::from_str(findings).unwrap_or_default();
    let table = json!({
        "services": services.collect::<Vec<_>>(),
        "pools": pools.collect::<Vec<_>>(),
        "report": report,
    });
    serde_json::to_string_pretty(&table)
        .map(|text| text + "\n")
        .map_err(|error| Failure::new(format!("cannot write the table: {error}")))
}
