//! The pods of the control plane that have an image, arguments and an environment, and may be switched off.
//!
//! Their types have the same fields and nothing else in common, so this is a macro. The old form says in
//! `machine.controlPlane` that one is off.

/// The setting of a pod: its path, its field in both old places, and its types. `config` is the one field that not all have.
macro_rules! component {
    ($path:literal, $field:ident: $old:ident <=> $new:ident $(, $config:ident)?) => {
        static TWICE: Limit = twice($path);
        static WORKER: Limit = for_control_planes($path);
        static REACH: Limit = reaches_control_planes($path);
        static NO_IMAGE: Limit =
            kept(concat!($path, ".image"), "a document needs an image, and there is none");
        static VOLUMES: Limit =
            kept(concat!($path, ".extraVolumes"), "no document mounts paths of the machine");

        /// The pod.
        pub(super) static SETTING: Setting = Setting {
            path: $path,
            kinds: &[stringify!($new)],
            since: Minor::V1_14,
            limits: &[&TWICE, &WORKER, &REACH, &NO_IMAGE, &VOLUMES],
            up,
            down,
        };

        fn up(up: &mut Up) -> Result<(), Stop> {
            let old = up.cluster.$field.take().unwrap_or_default();
            let of_machine = up.machine.control_plane.as_mut().and_then(|plane| plane.$field.take());
            up.machine.control_plane.take_if(|plane| *plane == MachineControlPlaneConfig::default());
            let enabled = of_machine.and_then(|of_machine| of_machine.disabled).map(|disabled| !disabled);
            let has_volumes = !old.extra_volumes.is_empty();
            let document = $new {
                enabled,
                image: old.image.filter(|image| !image.is_empty()),
                extra_args: old.extra_args,
                env: old.env,
                resources: resources::up(old.resources),
                $($config: old.$config,)?
                ..$new::default()
            };
            if document == $new::default() && !has_volumes {
                return Ok(());
            }
            up.only_for_control_planes(&WORKER, &REACH)?;
            Stop::if_so(has_volumes, &VOLUMES)?;
            Stop::if_so(up.is_whole && enabled != Some(false) && document.image.is_none(), &NO_IMAGE)?;
            up.add(document, &TWICE)
        }

        fn down(down: &mut Down) {
            for document in down.take::<$new>() {
                if let Some(enabled) = document.enabled {
                    let plane = down.machine.control_plane.get_or_insert_default();
                    plane.$field.get_or_insert_default().disabled = Some(!enabled);
                }
                let old = $old {
                    image: document.image,
                    extra_args: document.extra_args,
                    env: document.env,
                    resources: resources::down(document.resources),
                    $($config: document.$config,)?
                    ..$old::default()
                };
                if old != $old::default() {
                    down.cluster.$field = Some(old);
                }
            }
        }
    };
}
pub(super) use component;
