//! What a client has to know of the world around it: the time, and chance.

use std::time::{SystemTime, UNIX_EPOCH};

use ring::rand::{SecureRandom as _, SystemRandom};

/// The clock that signatures are dated by, and the chance that spreads retries.
///
/// [`System`] is the real one. Tests bring their own.
pub trait Surroundings: Send + Sync {
    /// Seconds since 1970.
    fn now(&self) -> u64;

    /// Some number or other, all as likely.
    fn random(&self) -> u64;
}

/// The clock and the chance of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Surroundings for System {
    fn now(&self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    fn random(&self) -> u64 {
        let mut bytes = [0; 8];
        // Without random bytes retries are not spread; nothing worse.
        let _ = SystemRandom::new().fill(&mut bytes);
        u64::from_ne_bytes(bytes)
    }
}
