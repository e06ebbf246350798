//! What a machine calls itself towards a DHCP server.

use crate::scalar::words;

words! {
    /// What a machine calls itself towards a DHCP server (`nethelpers.ClientIdentifier`).
    pub enum ClientIdentifier = "ClientIdentifier" {
        /// Nothing.
        None = "none",
        /// Its MAC address.
        Mac = "mac",
        /// A DHCP unique id.
        Duid = "duid",
    }
}
