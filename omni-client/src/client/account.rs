//! Service accounts: a name and a key in one text.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::pgp::{KeyError, Lifetime, SigningKey};
use super::wire::Timestamp;

/// Who signs the requests: what `OMNI_SERVICE_ACCOUNT_KEY` holds, or a person who has logged in.
#[derive(Debug)]
pub struct ServiceAccount {
    /// The name, as it goes into the signature; those of infrastructure providers begin with `infra-provider:`.
    pub name: String,
    /// The key.
    pub key: SigningKey,
}

/// Why a text is no service account. The text itself is never shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AccountError {
    /// Not base64.
    #[error("the service account key is not base64 text, as `omnictl serviceaccount create` prints it")]
    NotBase64,
    /// Not the JSON object that is expected inside.
    #[error("the service account key does not hold the JSON object with `name` and `pgp_key`")]
    NotJson,
    /// A name that the header of the signature cannot hold.
    #[error("the name of the service account is empty or holds a space, which the signature cannot carry")]
    Name,
    /// A key that cannot sign.
    #[error("the service account key cannot be used: {0}")]
    Key(#[source] KeyError),
}

#[derive(Serialize, Deserialize)]
struct Content {
    name: String,
    pgp_key: Secret,
}

impl ServiceAccount {
    /// Reads the text of `OMNI_SERVICE_ACCOUNT_KEY`. White space around it is not part of it.
    pub fn decode(text: &Secret) -> Result<Self, AccountError> {
        let json = STANDARD.decode(text.expose().trim()).map_err(|_| AccountError::NotBase64)?;
        let content: Content = serde_json::from_slice(&json).map_err(|_| AccountError::NotJson)?;
        Self::with_key(&content.name, &content.pgp_key)
    }

    /// Whoever is called so and has this key, in armor: a person with the key that omnictl made at the last login, by
    /// mail address.
    pub fn with_key(name: &str, armored: &Secret) -> Result<Self, AccountError> {
        if name.is_empty() || name.contains(|c: char| c == ' ' || !c.is_ascii_graphic()) {
            return Err(AccountError::Name);
        }
        Ok(Self { name: name.to_owned(), key: SigningKey::read(armored).map_err(AccountError::Key)? })
    }

    /// When its key ended, in RFC 3339, if it has by `now`, which is in seconds since 1970.
    #[must_use]
    pub fn ended(&self, now: u64) -> Option<String> {
        let expires = self.key.expires().filter(|expires| *expires <= now)?;
        Timestamp { seconds: i64::try_from(expires).ok()?, nanos: 0 }.rfc3339()
    }

    /// The text that [`ServiceAccount::decode`] reads.
    #[must_use]
    pub fn encode(&self) -> Secret {
        let content = Content { name: self.name.clone(), pgp_key: self.key.armored().clone() };
        // Two texts in an object can always be written.
        Secret::new(STANDARD.encode(serde_json::to_vec(&content).unwrap_or_default()))
    }

    /// A new account, to be registered with [`Management::create_service_account`](super::Management).
    ///
    /// `seed` are 32 random bytes that nobody else may know, `now` is in seconds since 1970. Omni takes keys of a year at
    /// most.
    pub fn create(name: &str, seed: [u8; 32], now: u64, length: Duration) -> Result<Self, AccountError> {
        let (local, domain) = match name.strip_prefix(INFRA_PROVIDER) {
            Some(id) => (id, "infra-provider.serviceaccount.omni.sidero.dev"),
            None => (name, "serviceaccount.omni.sidero.dev"),
        };
        if local.is_empty() || local.contains(|c: char| c == ' ' || !c.is_ascii_graphic()) {
            return Err(AccountError::Name);
        }
        let user_id = format!("{local} (frank) <{local}@{domain}>");
        let key = SigningKey::create(&user_id, seed, Lifetime { from: now, length });
        Ok(Self { name: name.to_owned(), key: key.map_err(AccountError::Key)? })
    }
}

const INFRA_PROVIDER: &str = "infra-provider:";
