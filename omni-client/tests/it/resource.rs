//! Resources as `omnictl apply` reads them, and as we write them.

mod read;
mod types;
mod write;
