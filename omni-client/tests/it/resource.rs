//! Resources as `omnictl apply` reads them, and as we write them.

mod empty;
mod read;
mod status;
mod types;
mod write;
