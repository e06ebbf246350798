//! What can come of a request besides its answer.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use tonic::{Code, Status};

use super::wire::WireError;

/// Why there is no answer, or not the one that was wanted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClientError {
    /// The server said no.
    #[error("{what}: {kind}: {message}")]
    Refused {
        /// Why, as far as it can be told.
        kind: Refusal,
        /// The resource, as `Type(namespace/id)`, or the method.
        what: String,
        /// What the server said.
        message: String,
    },
    /// The server could not be reached, or the connection broke.
    #[error("cannot reach {endpoint}: {reason}")]
    Unreachable {
        /// The server.
        endpoint: String,
        /// Everything that is known of it.
        reason: String,
    },
    /// The server is not the one that it should be, or its certificate is not to be trusted.
    #[error("{endpoint} cannot be trusted: {reason}")]
    Certificate {
        /// The server.
        endpoint: String,
        /// What is wrong with the certificate.
        reason: String,
    },
    /// There was no answer in time.
    #[error("{what}: no answer within {} s", .after.as_secs_f32())]
    Deadline {
        /// The resource or the method.
        what: String,
        /// How long it was waited for.
        after: Duration,
    },
    /// A resource could not be put on the wire or taken off it.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// The watch was told that it cannot go on.
    #[error("the watch of {what} ended: {message}")]
    Watch {
        /// The type.
        what: String,
        /// What the server said.
        message: String,
    },
    /// The settings make no client.
    #[error("{0}")]
    Settings(String),
}

/// Why a server says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// It is not there.
    NotFound,
    /// It is there already.
    Exists,
    /// Somebody else has written it in the meantime.
    Conflict,
    /// Somebody else owns it.
    Owner,
    /// It is not in the phase that was expected.
    Phase,
    /// Finalizers are left.
    Finalizers,
    /// It is not as Omni wants it.
    Validation,
    /// The role is too low, or nobody may.
    Permission,
    /// The signature was not taken.
    Unauthenticated,
    /// Nobody has accepted the license agreement yet.
    Eula,
    /// A bookmark is too old, or something else is not as the request takes it to be.
    Precondition,
    /// The server does not know the method.
    Unimplemented,
    /// Anything else.
    Other,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFound => "it does not exist",
            Self::Exists => "it exists already",
            Self::Conflict => "it was changed in the meantime",
            Self::Owner => "it belongs to a controller",
            Self::Phase => "it is in another phase",
            Self::Finalizers => "it is still in use",
            Self::Validation => "Omni does not take it",
            Self::Permission => "not permitted",
            Self::Unauthenticated => {
                "the signature was not accepted (a key that ended or was removed, a clock that is wrong by minutes, \
                 another server, or a proxy that drops headers)"
            }
            Self::Eula => "the license agreement has not been accepted",
            Self::Precondition => "not in this state",
            Self::Unimplemented => "the server does not know how",
            Self::Other => "the server failed",
        })
    }
}

impl ClientError {
    /// Why the server said no, if it did.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        match self {
            Self::Refused { kind, .. } => Some(*kind),
            _ => None,
        }
    }

    /// Whether the same request may well succeed a little later.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::Deadline { .. })
    }

    /// Makes sense of a status. Upstream puts no details into it: the code tells most, the text the rest.
    pub(super) fn of(status: &Status, what: &str, endpoint: &str, deadline: Duration) -> Self {
        let message = status.message();
        let kind = match status.code() {
            Code::NotFound => Refusal::NotFound,
            Code::AlreadyExists => Refusal::Exists,
            Code::FailedPrecondition if message.contains("update conflict") => Refusal::Conflict,
            Code::FailedPrecondition if message.contains("pending finalizers") => Refusal::Finalizers,
            Code::FailedPrecondition if message.contains("EULA has not been accepted") => Refusal::Eula,
            Code::FailedPrecondition => Refusal::Precondition,
            Code::PermissionDenied | Code::Unknown if message.contains("is owned by") => Refusal::Owner,
            Code::Unknown if message.contains("owner is already set") => Refusal::Owner,
            Code::PermissionDenied => Refusal::Permission,
            Code::InvalidArgument if message.contains("is not in phase") => Refusal::Phase,
            Code::InvalidArgument => Refusal::Validation,
            Code::Unauthenticated => Refusal::Unauthenticated,
            Code::Unimplemented => Refusal::Unimplemented,
            Code::DeadlineExceeded => return Self::Deadline { what: what.to_owned(), after: deadline },
            // tonic's own clock was quicker than the server's.
            _ if message == "Timeout expired" => {
                return Self::Deadline { what: what.to_owned(), after: deadline };
            }
            Code::Unavailable => return Self::unreachable(status, endpoint),
            // A stream that was cut off, or a connection that the other side left.
            _ if status.source().is_some() || message.contains("h2 protocol error") => {
                return Self::unreachable(status, endpoint);
            }
            _ => Refusal::Other,
        };
        Self::Refused { kind, what: what.to_owned(), message: message.to_owned() }
    }

    fn unreachable(status: &Status, endpoint: &str) -> Self {
        let mut reasons = vec![status.message().to_owned()];
        let mut source = status.source();
        while let Some(error) = source {
            let words = error.to_string();
            if reasons.last() != Some(&words) {
                reasons.push(words);
            }
            source = error.source();
        }
        let (endpoint, reason) = (endpoint.to_owned(), reasons.join(": "));
        if reason.contains("certificate") {
            return Self::Certificate { endpoint, reason };
        }
        Self::Unreachable { endpoint, reason }
    }
}
