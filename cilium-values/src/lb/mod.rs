//! LB-IPAM: which address each service of type `LoadBalancer` gets, without asking a cluster.
//!
//! ```
//! use cilium_values::lb::{Pool, Settings, solve};
//! use cilium_values::resource::{Block, LoadBalancerIpPoolSpec, Object, Metadata, ServiceSpec};
//! use cilium_values::values::common::ServiceType;
//! use cilium_values::{CiliumVersion, Values};
//!
//! let spec = LoadBalancerIpPoolSpec { blocks: vec![Block::cidr("10.0.0.0/30")], ..Default::default() };
//! let pools = [Pool::new("pool", &spec)?];
//! let service = Object {
//!     api_version: "v1".to_owned(),
//!     kind: "Service".to_owned(),
//!     metadata: Metadata { name: "web".to_owned(), ..Default::default() },
//!     spec: ServiceSpec { type_: Some(ServiceType::LoadBalancer), ..Default::default() },
//! };
//! let settings = Settings::new(&Values::default(), &CiliumVersion::new(1, 17, 0));
//! let solution = solve(&settings, &pools, &[service]);
//! assert_eq!(solution.outcomes[0].addresses[0].to_string(), "10.0.0.0");
//! # Ok::<(), cilium_values::lb::BlockError>(())
//! ```

mod block;
mod conflict;
mod outcome;
mod pool;
mod request;
mod settings;
mod sharing;
mod solver;

pub use block::{AddressBlock, BlockError};
pub use conflict::{Conflict, conflicts};
pub use outcome::{Outcome, Reason, Refusal, Solution, Usage};
pub use pool::Pool;
pub(crate) use pool::{labels, namespace};
pub(crate) use request::asked_at;
pub use request::{Asked, asked, requested_at};
pub use settings::{Handler, Settings};
pub use sharing::{Incompatible, compatible};
pub use solver::solve;
