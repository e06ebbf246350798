//! What a server's refusals mean for whoever asked.

use omni_client::client::sync::SyncFailure;
use omni_client::client::{ClientError, DefinitionError, ExportFailure, Refusal};

use crate::failure::Failure;

impl From<ClientError> for Failure {
    fn from(error: ClientError) -> Self {
        let failure = Self::new(error.to_string());
        match help(&error) {
            Some(help) => failure.help(help),
            None => failure,
        }
    }
}

impl From<DefinitionError> for Failure {
    fn from(error: DefinitionError) -> Self {
        match error {
            DefinitionError::Client(error) => error.into(),
            DefinitionError::Ambiguous { .. } => Self::new(error.to_string()).help("write one of them"),
            other => Self::new(other.to_string())
                .help("`frank omni list rd` shows the types that the server knows"),
        }
    }
}

impl From<SyncFailure> for Failure {
    fn from(error: SyncFailure) -> Self {
        match error {
            SyncFailure::Client(error) => error.into(),
            other => Self::new(format!("error syncing template: {other}"))
                .help("take the machine out of the other cluster first, or out of this template"),
        }
    }
}

impl From<ExportFailure> for Failure {
    fn from(error: ExportFailure) -> Self {
        match error {
            ExportFailure::Client(error) => error.into(),
            other => Self::new(format!("cannot export: {other}")),
        }
    }
}

fn help(error: &ClientError) -> Option<&'static str> {
    Some(match error {
        ClientError::Unreachable { .. } => {
            "check the address, and that whatever stands in between passes HTTP/2"
        }
        ClientError::Certificate { .. } => {
            "check the address; if an authority of your own vouches for the server, let `SSL_CERT_FILE` name a file with \
             its certificate"
        }
        ClientError::Deadline { .. } => {
            "what the server has begun goes on; the same command can be given again"
        }
        _ => return error.refusal().and_then(advice),
    })
}

fn advice(refusal: Refusal) -> Option<&'static str> {
    Some(match refusal {
        Refusal::NotFound => "`frank omni list` shows what there is of a type",
        Refusal::Conflict => "give the command again: it begins with what is there now",
        Refusal::Owner => "change what the controller makes it of",
        Refusal::Phase => "wait until it is gone, then make it anew",
        Refusal::Finalizers => "a controller is not done with it; give the command again later",
        Refusal::Validation => "change what the message names; nothing was written of this resource",
        Refusal::Permission => "ask for an account with a higher role, or for an access policy",
        Refusal::Unauthenticated => {
            "compare the clock with the server's, and `omnictl serviceaccount list` with the account's key"
        }
        Refusal::Eula => "somebody has to accept it in the web interface first",
        Refusal::Unimplemented => "the server is too old or not Omni",
        _ => return None,
    })
}
