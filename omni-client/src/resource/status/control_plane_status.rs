//! How a control plane is doing.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How a control plane is doing. Its id is that of its machine set.
    ControlPlaneStatus = "ControlPlaneStatusSpec" {
        /// What was checked.
        conditions: Vec<Condition> = "conditions",
    }
}

impl Spec for ControlPlaneStatus {
    const TYPE: &'static str = "ControlPlaneStatuses.omni.sidero.dev";
}

message! {
    /// The outcome of a check.
    Condition = "ControlPlaneStatusSpec.Condition" {
        /// What was checked.
        r#type: ConditionType = "type",
        /// What was found; empty if all is well.
        reason: String = "reason",
        /// Whether it is as it should be.
        status: Status = "status",
        /// How bad it is.
        severity: Severity = "severity",
    }
}

enumeration! {
    /// What is checked of a control plane.
    ConditionType = "ConditionType" {
        /// Nobody knows.
        Unknown = 0,
        /// Whether its etcd is whole.
        Etcd = 1,
        /// Whether its machines are connected to Omni.
        WireguardConnection = 2,
    }
}

enumeration! {
    /// Whether what was checked is as it should be.
    Status = "ControlPlaneStatusSpec.Condition.Status" {
        /// Nobody knows.
        Unknown = 0,
        /// It is.
        Ready = 1,
        /// It is not.
        NotReady = 2,
    }
}

enumeration! {
    /// How bad the outcome of a check is.
    Severity = "ControlPlaneStatusSpec.Condition.Severity" {
        /// Good to know.
        Info = 0,
        /// It may become a problem.
        Warning = 1,
        /// It is a problem.
        Error = 2,
    }
}
