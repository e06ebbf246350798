//! The help that may be had from Omni's makers.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The help that may be had from Omni's makers. Its id is `support`.
    Support = "SupportSpec" {
        /// Whether support is paid for.
        support_enabled: bool = "supportenabled",
        /// When the makers can be met; absent if the server does not say.
        office_hours: Option<OfficeHoursConfig> = "officehours",
    }
}

impl Spec for Support {
    const TYPE: &'static str = "Supports.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}

message! {
    /// When the makers can be met, in the words of a calendar (RFC 5545).
    OfficeHoursConfig = "OfficeHoursConfig" {
        /// The title of the event.
        summary: String = "summary",
        /// What the event is about.
        description: String = "description",
        /// When it first starts, with the time zone before a colon: `America/New_York:20260413T123000`.
        dtstart_tzid: String = "dtstarttzid",
        /// When it first ends, with the time zone before a colon.
        dtend_tzid: String = "dtendtzid",
        /// When it first starts, in UTC: `20260413T163000Z`.
        dtstart_utc: String = "dtstartutc",
        /// When it first ends, in UTC.
        dtend_utc: String = "dtendutc",
        /// How it comes again, such as `FREQ=MONTHLY;BYDAY=2MO`.
        rrule: String = "rrule",
        /// The URL of the video call.
        meet_url: String = "meeturl",
    }
}
