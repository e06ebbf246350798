//! What is not a resource: `management.ManagementService`.

use std::time::Duration;

use manifest::Secret;
use tonic::Streaming;

use super::connection::Call;
use super::wire::management as message;
use super::{Client, ClientError, ServiceAccount, WireError};

/// The methods of the management service. Made by [`Client::management`].
#[derive(Clone, Copy, Debug)]
pub struct Management<'c> {
    client: &'c Client,
}

/// Which kubeconfig is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kubeconfig {
    /// One that logs in when it is used; there is no secret in it.
    #[default]
    Login,
    /// One with a token.
    Token {
        /// Whom it speaks as.
        user: String,
        /// The groups of that user.
        groups: Vec<String>,
        /// How long it is good.
        ttl: Duration,
    },
    /// One that goes around Omni, for administrators where the server allows it.
    BreakGlass,
}

/// The role of a service account, as Omni spells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Role {
    /// Nothing.
    None,
    /// For providers of machines; their names begin with `infra-provider:`.
    InfraProvider,
    /// May look.
    Reader,
    /// May look, also at the audit log.
    Auditor,
    /// May change clusters.
    Operator,
    /// May do everything.
    Admin,
}

impl Role {
    fn word(self) -> &'static str {
        match self {
            Self::None => "None",
            Self::InfraProvider => "InfraProvider",
            Self::Reader => "Reader",
            Self::Auditor => "Auditor",
            Self::Operator => "Operator",
            Self::Admin => "Admin",
        }
    }
}

/// Pieces of a log as they come.
#[derive(Debug)]
pub struct Logs {
    client: Client,
    stream: Streaming<message::Data>,
    machine: String,
}

impl<'c> Management<'c> {
    pub(super) fn new(client: &'c Client) -> Self {
        Self { client }
    }

    /// The kubeconfig of a cluster.
    pub async fn kubeconfig(&self, cluster: &str, wanted: &Kubeconfig) -> Result<Secret, ClientError> {
        let request = || {
            let mut request = message::KubeconfigRequest::default();
            match wanted {
                Kubeconfig::Login => {}
                Kubeconfig::Token { user, groups, ttl } => {
                    request.service_account = true;
                    request.service_account_ttl = Some((*ttl).into());
                    request.service_account_user.clone_from(user);
                    request.service_account_groups.clone_from(groups);
                }
                Kubeconfig::BreakGlass => request.break_glass = true,
            }
            request
        };
        let call = named(Some(cluster), "/management.ManagementService/Kubeconfig");
        let answer: message::KubeconfigResponse =
            self.client.persist(|| self.client.ask(call, request())).await?;
        text(&answer.kubeconfig, "kubeconfig")
    }

    /// The talosconfig of a cluster, or one for all clusters. A `raw` one has the cluster's own addresses and
    /// credentials.
    pub async fn talosconfig(&self, cluster: Option<&str>, raw: bool) -> Result<Secret, ClientError> {
        let call = named(cluster, "/management.ManagementService/Talosconfig");
        let request = || message::TalosconfigRequest { raw, break_glass: false };
        let answer: message::TalosconfigResponse =
            self.client.persist(|| self.client.ask(call, request())).await?;
        text(&answer.talosconfig, "talosconfig")
    }

    /// An omniconfig for whoever asks.
    pub async fn omniconfig(&self) -> Result<Secret, ClientError> {
        let call = named(None, "/management.ManagementService/Omniconfig");
        let answer: message::OmniconfigResponse = self.client.persist(|| self.client.ask(call, ())).await?;
        text(&answer.omniconfig, "omniconfig")
    }

    /// Asks the server whether it takes a patch. Refused with [`Refusal::Validation`](super::Refusal::Validation) and
    /// the server's words if not.
    pub async fn validate_config(&self, config: &str) -> Result<(), ClientError> {
        let call = named(None, "/management.ManagementService/ValidateConfig");
        let request = || message::ValidateConfigRequest { config: config.to_owned() };
        self.client.persist(|| self.client.ask(call, request())).await
    }

    /// Registers a new service account by the public half of its key; the answer is the fingerprint. For administrators.
    pub async fn create_service_account(
        &self,
        account: &ServiceAccount,
        role: Role,
    ) -> Result<String, ClientError> {
        let call = named(None, "/management.ManagementService/CreateServiceAccount");
        let request = message::CreateServiceAccountRequest {
            armored_pgp_public_key: account.key.public_armored(),
            use_user_role: false,
            role: role.word().to_owned(),
            name: account.name.clone(),
        };
        let answer: message::CreateServiceAccountResponse = self.client.ask(call, request).await?;
        Ok(answer.public_key_id)
    }

    /// Adds the key of `account` to the service account of its name; older keys stay good until they end.
    pub async fn renew_service_account(&self, account: &ServiceAccount) -> Result<String, ClientError> {
        let call = named(None, "/management.ManagementService/RenewServiceAccount");
        let request = message::RenewServiceAccountRequest {
            name: account.name.clone(),
            armored_pgp_public_key: account.key.public_armored(),
        };
        let answer: message::RenewServiceAccountResponse = self.client.ask(call, request).await?;
        Ok(answer.public_key_id)
    }

    /// All service accounts. For administrators.
    pub async fn service_accounts(&self) -> Result<Vec<message::ServiceAccountInfo>, ClientError> {
        let call = named(None, "/management.ManagementService/ListServiceAccounts");
        let answer: message::ListServiceAccountsResponse =
            self.client.persist(|| self.client.ask(call, ())).await?;
        Ok(answer.service_accounts)
    }

    /// Removes a service account with all its keys. For administrators.
    pub async fn destroy_service_account(&self, name: &str) -> Result<(), ClientError> {
        let call = named(None, "/management.ManagementService/DestroyServiceAccount");
        self.client.ask(call, message::DestroyServiceAccountRequest { name: name.to_owned() }).await
    }

    /// Asks whether a cluster can be upgraded to a Kubernetes version; the inner error is what is in the way.
    pub async fn kubernetes_upgrade_pre_checks(
        &self,
        cluster: &str,
        version: &str,
    ) -> Result<Result<(), String>, ClientError> {
        let method = "/management.ManagementService/KubernetesUpgradePreChecks";
        let call = named(Some(cluster), method);
        let request = || message::KubernetesUpgradePreChecksRequest { new_version: version.to_owned() };
        let answer: message::KubernetesUpgradePreChecksResponse =
            self.client.persist(|| self.client.ask(call, request())).await?;
        Ok(if answer.ok { Ok(()) } else { Err(answer.reason) })
    }

    /// The log of a machine: its last lines, all of it if their number is not given; and what is still to come.
    pub async fn machine_logs(
        &self,
        machine: &str,
        follow: bool,
        tail: Option<u32>,
    ) -> Result<Logs, ClientError> {
        let call = Call::new("/management.ManagementService/MachineLogs", machine);
        let tail_lines = tail.map_or(-1, |lines| i32::try_from(lines).unwrap_or(i32::MAX));
        let request = || message::MachineLogsRequest { machine_id: machine.to_owned(), follow, tail_lines };
        let stream = self.client.persist(|| self.client.stream(call, request())).await?;
        Ok(Logs { client: self.client.clone(), stream, machine: machine.to_owned() })
    }
}

impl Logs {
    /// The next piece, which need not be a line; none when that was all.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, ClientError> {
        let deadline = self.client.settings.deadline;
        let piece = self.stream.message().await;
        piece
            .map(|piece| piece.map(|data| data.bytes))
            .map_err(|status| self.client.error(&status, &self.machine, deadline))
    }
}

/// A call that is about a cluster, or about nothing in particular.
fn named<'a>(cluster: Option<&'a str>, method: &'static str) -> Call<'a> {
    Call { context: cluster, ..Call::new(method, cluster.unwrap_or(method)) }
}

fn text(bytes: &[u8], what: &'static str) -> Result<Secret, ClientError> {
    str::from_utf8(bytes).map(Secret::new).map_err(|_| WireError::Missing(what).into())
}
