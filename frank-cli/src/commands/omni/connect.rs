//! Which server is spoken to, and as whom.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use manifest::{Secret, Source};
use omni_client::client::{
    Client, Context, Endpoint, Omniconfig, ServiceAccount, Settings, Surroundings as _, System,
};

use crate::failure::{Failure, reason};
use crate::file;

/// Where the server and the key are looked for, besides the environment.
#[derive(Args)]
pub(super) struct Connection {
    /// The configuration file of omnictl; `OMNICONFIG` or `~/.talos/omni/config` if none is named
    #[arg(long, value_name = "FILE")]
    omniconfig: Option<PathBuf>,

    /// The context of the configuration file, instead of the one that is selected there
    #[arg(long, value_name = "NAME")]
    context: Option<String>,

    /// Where omnictl keeps the keys of people; `SIDEROV1_KEYS_DIR` or `~/.talos/keys` if none is named
    #[arg(long = "siderov1-keys-dir", value_name = "DIR")]
    keys: Option<PathBuf>,

    /// Take any certificate for the server's: whoever is on the way can read and change everything
    #[arg(long)]
    insecure_skip_tls_verify: bool,
}

impl Connection {
    /// Does something with a server.
    pub(super) fn run<T>(&self, work: impl AsyncFnOnce(Client) -> Result<T, Failure>) -> Result<T, Failure> {
        let settings = self.settings()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Failure::new(format!("cannot wait for a server: {}", reason(&error))))?;
        runtime.block_on(async { work(Client::new(settings)?).await })
    }

    fn settings(&self) -> Result<Settings, Failure> {
        let endpoint = variable(ENDPOINT);
        let key = KEYS.iter().find_map(|name| variable(name).map(|key| (name, Secret::new(key))));
        let context = match (&endpoint, &key) {
            (Some(_), Some(_)) => None,
            _ => self.context()?,
        };
        let mut settings = Settings::new(match (&endpoint, &context) {
            (Some(url), _) => parse(url, &format!("`{ENDPOINT}`"))?,
            (None, Some((name, context))) => parse(&context.url, &format!("the context `{name}`"))?,
            (None, None) => return Err(no_server()),
        });
        let (account, renewal) = match (key, context) {
            (Some((name, key)), _) => {
                let account = ServiceAccount::decode(&key).map_err(|error| {
                    Failure::new(format!("`{name}` cannot be used: {error}")).help(
                        "set it to the whole text that `omnictl serviceaccount create` or `renew` printed",
                    )
                })?;
                let renewal = format!(
                    "`omnictl serviceaccount renew {}` makes another; set `{name}` to it",
                    account.name
                );
                (account, renewal)
            }
            (None, Some((name, context))) if !context.identity.is_empty() => {
                (self.person(&name, &context.identity)?, LOG_IN.to_owned())
            }
            (None, _) => return Err(Failure::new("there is no key to sign with").help(NO_KEY)),
        };
        if let Some(end) = account.ended(System.now()) {
            let name = &account.name;
            return Err(Failure::new(format!("the key of `{name}` was good until {end} only")).help(renewal));
        }
        settings.account = Some(Arc::new(account));
        settings.insecure_skip_verify = self.insecure_skip_tls_verify;
        Ok(settings)
    }

    /// The context that is meant, with its name; none if there is no configuration file and none is named.
    fn context(&self) -> Result<Option<(String, Context)>, Failure> {
        let named = self.omniconfig.clone().or_else(|| variable("OMNICONFIG").map(PathBuf::from));
        let usual = || home("XDG_CONFIG_HOME", ".config").map(|directory| directory.join("omni/config"));
        let there = || {
            let places = [talos().map(|directory| directory.join("omni/config")), usual()];
            places.into_iter().flatten().find(|path| path.exists())
        };
        let Some(path) = named.or_else(there) else {
            return match &self.context {
                Some(name) => Err(Failure::new(format!("there is no omniconfig with a context `{name}`"))
                    .help("name the file with `--omniconfig`")),
                None => Ok(None),
            };
        };
        let source = file::other(&path)?;
        let config = read(&path, &source)?;
        let name = self.context.clone().unwrap_or_else(|| config.selected.clone());
        let context = config.context(self.context.as_deref()).map_err(|error| {
            let there: Vec<_> = config.contexts.keys().map(|name| format!("`{name}`")).collect();
            let there = if there.is_empty() { "none".to_owned() } else { there.join(", ") };
            Failure::new(format!("`{}`: {error}", path.display())).help(format!("there are: {there}"))
        })?;
        Ok(Some((name, context.clone())))
    }

    /// Whoever has logged in with omnictl.
    fn person(&self, context: &str, identity: &str) -> Result<ServiceAccount, Failure> {
        let name = format!("{context}-{identity}.pgp");
        let named = self.keys.clone().or_else(|| variable("SIDEROV1_KEYS_DIR").map(PathBuf::from));
        let usual = [
            talos().map(|directory| directory.join("keys")),
            home("XDG_DATA_HOME", ".local/share").map(|directory| directory.join("omni/keys")),
        ];
        let directories: Vec<_> =
            named.map_or_else(|| usual.into_iter().flatten().collect(), |one| vec![one]);
        let found = directories.iter().map(|directory| directory.join(&name)).find(|path| path.is_file());
        let Some(path) = found else {
            return Err(Failure::new(format!("there is no key of `{identity}` to sign with")).help(LOG_IN));
        };
        let bytes = file::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
        let text = Secret::new(String::from_utf8_lossy(&bytes));
        ServiceAccount::with_key(identity, &text)
            .map_err(|error| Failure::new(format!("`{}`: {error}", path.display())).help(LOG_IN))
    }
}

fn read(path: &Path, source: &Source) -> Result<Omniconfig, Failure> {
    Omniconfig::read(source).map_err(|error| Failure::new(format!("`{}`: {error}", path.display())))
}

fn parse(url: &str, origin: &str) -> Result<Endpoint, Failure> {
    url.parse().map_err(|error| Failure::new(format!("{origin}: {error}")))
}

/// What an environment variable says; nothing is said by an empty one.
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|text| !text.is_empty())
}

fn talos() -> Option<PathBuf> {
    variable("HOME").map(|home| Path::new(&home).join(".talos"))
}

/// A directory that a variable names, or the usual one in the home directory.
fn home(name: &str, usual: &str) -> Option<PathBuf> {
    variable(name).map(PathBuf::from).or_else(|| variable("HOME").map(|home| Path::new(&home).join(usual)))
}

fn no_server() -> Failure {
    Failure::new("no Omni is named").help(format!(
        "set `{ENDPOINT}` to its address, such as `https://example.omni.siderolabs.io`, or name a configuration file of \
         omnictl with `--omniconfig`"
    ))
}

const ENDPOINT: &str = "OMNI_ENDPOINT";
/// In the order in which omnictl looks at them.
const KEYS: [&str; 2] = ["SIDERO_SERVICE_ACCOUNT_KEY", "OMNI_SERVICE_ACCOUNT_KEY"];
const NO_KEY: &str = "set `OMNI_SERVICE_ACCOUNT_KEY` to the text that `omnictl serviceaccount create` prints, or log in \
                      with omnictl and name its configuration file with `--omniconfig`";
const LOG_IN: &str = "log in with omnictl (any command that asks the server does it), then try again";
