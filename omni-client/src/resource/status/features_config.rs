//! What an Omni was started with.

use manifest::Secret;

use super::message::message;
use crate::resource::{ProtoDuration, Spec};

message! {
    /// What an Omni was started with. Its id is `features-config`.
    FeaturesConfig = "FeaturesConfigSpec" {
        /// Whether clusters may put services within reach through Omni.
        enable_workload_proxying: bool = "enableworkloadproxying",
        /// How often etcd can be backed up.
        etcd_backup_settings: Option<EtcdBackupSettings> = "etcdbackupsettings",
        /// Whether clusters may find their members through Omni's own discovery service.
        embedded_discovery_service: bool = "embeddeddiscoveryservice",
        /// Whether Omni keeps an audit log.
        audit_log_enabled: bool = "auditlogenabled",
        /// The address of the image factory.
        image_factory_base_url: String = "imagefactorybaseurl",
        /// How the web interface reports to Userpilot.
        user_pilot_settings: Option<UserPilotSettings> = "userpilotsettings",
        /// How the account is billed.
        stripe_settings: Option<StripeSettings> = "stripesettings",
        /// Whether clusters may run releases of Talos that are not final.
        talos_pre_release_versions_enabled: bool = "talosprereleaseversionsenabled",
        /// The address of the image factory for machines that boot from the network.
        image_factory_pxe_base_url: String = "imagefactorypxebaseurl",
        /// Whose Omni it is, where it is hosted.
        account: Option<Account> = "account",
        /// Whether the image factory is one of the enterprise edition.
        is_enterprise_image_factory: bool = "isenterpriseimagefactory",
        /// How the web interface reports to `PostHog`.
        posthog_settings: Option<PosthogSettings> = "posthogsettings",
        /// The address of a second image factory; empty for none.
        secondary_image_factory_base_url: String = "secondaryimagefactorybaseurl",
        /// The address of the second image factory for machines that boot from the network; empty for none.
        secondary_image_factory_pxe_base_url: String = "secondaryimagefactorypxebaseurl",
    }
}

impl Spec for FeaturesConfig {
    const TYPE: &'static str = "FeaturesConfigs.omni.sidero.dev";
}

message! {
    /// How often etcd can be backed up.
    EtcdBackupSettings = "EtcdBackupSettings" {
        /// How often Omni looks for backups that are due.
        tick_interval: Option<ProtoDuration> = "tickinterval",
        /// The shortest time between backups that a cluster may ask for.
        min_interval: Option<ProtoDuration> = "mininterval",
        /// The longest time between backups that a cluster may ask for.
        max_interval: Option<ProtoDuration> = "maxinterval",
    }
}

message! {
    /// How the web interface reports to Userpilot.
    UserPilotSettings = "UserPilotSettings" {
        /// What the web interface signs in with; empty if it does not report.
        app_token: Secret = "apptoken",
    }
}

message! {
    /// How the account is billed.
    StripeSettings = "StripeSettings" {
        /// Whether it is billed through Stripe.
        enabled: bool = "enabled",
        /// The number of machines that is paid for at least.
        min_commit: u32 = "mincommit",
    }
}

message! {
    /// Whose Omni it is.
    Account = "Account" {
        /// The account's id.
        id: String = "id",
        /// The account's name.
        name: String = "name",
    }
}

message! {
    /// How the web interface reports to `PostHog`.
    PosthogSettings = "PosthogSettings" {
        /// What the web interface signs in with; empty if it does not report.
        api_key: Secret = "apikey",
        /// Where it reports to.
        api_host: String = "apihost",
    }
}
