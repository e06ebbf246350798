//! What announcing costs the API server.

use std::time::Duration;

use crate::CiliumVersion;
use crate::go_duration;
use crate::values::Values;

/// How announcing nodes keep their role, and what they may send for it.
///
/// ```
/// use cilium_values::l2::LeaseBudget;
/// use cilium_values::{CiliumVersion, Values};
///
/// let budget = LeaseBudget::new(&Values::default(), &CiliumVersion::new(1, 17, 0));
/// assert_eq!(budget.services_per_agent(), 50);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeaseBudget {
    /// How long the announcing node keeps its role without a word; clients wait this long for another one.
    pub duration: Duration,
    /// How long it tries to renew its role: once in this time per service.
    pub renew_deadline: Duration,
    /// How long all nodes wait between two tries.
    pub retry_period: Duration,
    /// Requests per second that one agent may send to the API server.
    pub queries_per_second: f64,
}

impl LeaseBudget {
    /// The budget of values, with the chart's own and the agent's filled in. What is no duration counts as absent.
    #[must_use]
    pub fn new(values: &Values, cilium: &CiliumVersion) -> Self {
        let values = values.effective(cilium);
        let lease = &values.l2announcements;
        let duration = |text: &str, default: u64| {
            go_duration::parse(text)
                .ok()
                .filter(|length| !length.is_zero())
                .unwrap_or(Duration::from_secs(default))
        };
        let (default_rate, _) = cilium.default_client_rate();
        let rate = values.k8s_client_rate_limit.qps.value().and_then(|qps| u32::try_from(qps).ok());
        Self {
            duration: duration(lease.lease_duration.text(), 15),
            renew_deadline: duration(lease.lease_renew_deadline.text(), 5),
            retry_period: duration(lease.lease_retry_period.text(), 2),
            queries_per_second: rate.filter(|rate| *rate > 0).unwrap_or(default_rate).into(),
        }
    }

    /// The requests per second that one agent sends when it announces this many services: the worst case is one
    /// agent for all.
    #[must_use]
    pub fn needed(&self, services: u32) -> f64 {
        f64::from(services) / self.renew_deadline.as_secs_f64()
    }

    /// What is to be said where one agent may not send the requests that it needs for this many services, and what to do;
    /// none where it may.
    #[must_use]
    pub fn shortage(&self, services: u32) -> Option<(String, &'static str)> {
        let (needed, allowed) = (self.needed(services), self.queries_per_second);
        (needed > allowed).then(|| {
            let message = format!(
                "{services} announced services need {needed:.1} requests per second, and an agent may send {allowed}"
            );
            let help =
                "raise `k8sClientRateLimit.qps` and `burst`, or lengthen `l2announcements.leaseRenewDeadline`";
            (message, help)
        })
    }

    /// How many services one agent can announce before it has no request left for anything else. Stay well below.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float becomes the nearest u32"
    )]
    pub fn services_per_agent(&self) -> u32 {
        (self.queries_per_second * self.renew_deadline.as_secs_f64()).floor() as u32
    }
}
