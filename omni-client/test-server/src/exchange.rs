//! What a client and a server say to each other, message by message: recorded, and replayed in the server's place.
//!
//! A [`Recorder`] stands between a client and a server and writes down every call to `cosi.resource.State`. A [`Replay`]
//! answers a client that says the same with what was written down, and complains about one that does not.

mod raw;
mod recorder;
mod replay;
mod service;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use omni_client::client::sign::{PAYLOAD, SIGNATURE, TIMESTAMP};
use serde::{Deserialize, Serialize};
use tonic::Status;

pub use recorder::Recorder;
pub use replay::Replay;

/// A call, as it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// The full name of the method with a slash in front.
    pub method: String,
    /// The headers of the call by name, in lower case. Of those that are another each time, [`ANY`] stands for the value.
    pub headers: BTreeMap<String, Vec<String>>,
    /// The message of the client, in base64.
    pub request: String,
    /// The messages of the server, in base64.
    pub answers: Vec<String>,
    /// How the server ended the call: the number of the gRPC code, and its words. None where the client went first.
    pub end: Option<(i32, String)>,
}

/// Stands for a value that is another each time: of signatures, their time, and names of programs.
pub const ANY: &str = "*";

impl Exchange {
    /// A call that has just begun.
    fn of(method: &str, headers: &HeaderMap, request: &[u8]) -> Self {
        let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in headers {
            let value = if DIFFERING.contains(&name.as_str()) { ANY } else { value.to_str().unwrap() };
            named.entry(name.to_string()).or_default().push(value.to_owned());
        }
        Self {
            method: method.to_owned(),
            headers: named,
            request: STANDARD.encode(request),
            answers: Vec::new(),
            end: None,
        }
    }

    fn add(&mut self, message: &[u8]) {
        self.answers.push(STANDARD.encode(message));
    }

    /// The messages of the server.
    pub fn messages(&self) -> impl Iterator<Item = Vec<u8>> {
        self.answers.iter().map(|answer| STANDARD.decode(answer).unwrap())
    }

    /// What the client said, without what the server answered.
    fn asked(&self) -> (&str, &BTreeMap<String, Vec<String>>, &str) {
        (&self.method, &self.headers, &self.request)
    }
}

/// How a status is written down.
fn ended(status: &Status) -> (i32, String) {
    (status.code().into(), status.message().to_owned())
}

const DIFFERING: [&str; 4] = [TIMESTAMP, PAYLOAD, SIGNATURE, "user-agent"];
