//! Work on many things of which none needs the result of another.

use std::num::NonZero;
use std::sync::OnceLock;
use std::thread;

/// Below so many things a thread costs more than it saves.
const FEW: usize = 64;

/// So many the machine runs at once, which is asked once: the system reads files to say it.
fn threads() -> usize {
    static THREADS: OnceLock<usize> = OnceLock::new();
    *THREADS.get_or_init(|| thread::available_parallelism().map_or(1, NonZero::get))
}

/// What a function makes of each thing, in their order, on as many threads as the machine runs at once.
pub(crate) fn map<T: Sync, R: Send>(things: &[T], make: impl Fn(&T) -> R + Sync) -> Vec<R> {
    map_with(things, || (), |(), thing| make(thing))
}

/// The same for a function that needs something which is made once for each thread.
pub(crate) fn map_with<T: Sync, R: Send, S>(
    things: &[T],
    tool: impl Fn() -> S + Sync,
    make: impl Fn(&mut S, &T) -> R + Sync,
) -> Vec<R> {
    let work = |part: &[T]| -> Vec<R> {
        let mut tool = tool();
        part.iter().map(|thing| make(&mut tool, thing)).collect()
    };
    if things.len() < FEW || threads() == 1 {
        return work(things);
    }
    let work = &work;
    thread::scope(|scope| {
        let parts = things.chunks(things.len().div_ceil(threads()));
        let workers: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        let mut results = Vec::with_capacity(things.len());
        for worker in workers {
            match worker.join() {
                Ok(part) => results.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    })
}

/// Lets go of things, of which so many are nobody else's, on as many threads.
pub(crate) fn drop_all<T: Send>(mut things: Vec<T>, own: usize) {
    if own < FEW || threads() == 1 {
        return;
    }
    let size = things.len().div_ceil(threads());
    thread::scope(|scope| {
        while things.len() > size {
            let part = things.split_off(things.len() - size);
            scope.spawn(move || drop(part));
        }
        drop(things);
    });
}
