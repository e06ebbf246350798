//! Work on many things of which none needs the result of another.

use std::num::NonZero;
use std::thread;

/// Below so many things a thread costs more than it saves.
const FEW: usize = 64;

/// What a function makes of each thing, in their order, on as many threads as the machine runs at once.
pub(crate) fn map<T: Sync, R: Send>(things: &[T], make: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    if things.len() < FEW || threads == 1 {
        return things.iter().map(make).collect();
    }
    let make = &make;
    thread::scope(|scope| {
        let parts = things.chunks(things.len().div_ceil(threads));
        let workers: Vec<_> =
            parts.map(|part| scope.spawn(move || part.iter().map(make).collect::<Vec<R>>())).collect();
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
