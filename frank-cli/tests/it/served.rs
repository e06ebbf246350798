//! A server of Omni's resources beside the program.

use std::process::{Command, Stdio};
use std::time::Duration;

use omni_client::client::{Client, ServiceAccount};
use omni_test_server::{Server, World};
use tokio::runtime::Runtime;

use crate::transcript::run::Surroundings;

/// A server with the clock of the machine.
pub(crate) struct Served {
    pub(crate) server: Server,
    // Dropped last: the server runs on it.
    pub(crate) runtime: Runtime,
}

impl Served {
    pub(crate) fn start() -> Self {
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(Server::start(World::live()));
        Self { server, runtime }
    }

    pub(crate) fn start_with_tls() -> Self {
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(Server::start_with_tls(World::live()));
        Self { server, runtime }
    }

    /// A client beside the program.
    pub(crate) fn client(&self) -> Client {
        let _entered = self.runtime.enter();
        self.server.client()
    }

    /// What a transcript needs to speak to it. `ENDED` is a key that has.
    pub(crate) fn surroundings(&self) -> Surroundings {
        let ended = ServiceAccount::create("old", [1; 32], 1_500_000_000, Duration::from_secs(3600)).unwrap();
        let mut variables = self.variables().to_vec();
        variables.push(("ENDED", ended.encode().expose().to_owned()));
        Surroundings { variables, masks: vec![(self.server.address.to_string(), "SERVER")] }
    }

    /// The program, about to speak to the server.
    pub(crate) fn frank(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frank"));
        command.args(arguments).env("HOME", "/nowhere").envs(self.variables());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn variables(&self) -> [(&'static str, String); 2] {
        [
            ("OMNI_ENDPOINT", format!("http://{}", self.server.address)),
            ("OMNI_SERVICE_ACCOUNT_KEY", self.server.world.account.encode().expose().to_owned()),
        ]
    }
}
