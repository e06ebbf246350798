//! The subcommands, one per file.

mod blame;
mod check;
mod cilium;
mod completions;
mod effective;
mod explain;
mod generate;
mod import;
mod init;
mod man;
mod omni;
mod plan;
mod rules;
mod schema;
mod talos;

pub(crate) use blame::Blame;
pub(crate) use check::Check;
pub(crate) use cilium::Cilium;
pub(crate) use completions::Completions;
pub(crate) use effective::Effective;
pub(crate) use explain::Explain;
pub(crate) use generate::Generate;
pub(crate) use import::Import;
pub(crate) use init::Init;
pub(crate) use man::Man;
pub(crate) use omni::Omni;
pub(crate) use plan::Plan;
pub(crate) use rules::Rules;
pub(crate) use schema::Schema;
pub(crate) use talos::Talos;
