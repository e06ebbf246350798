//! Single files: read with a limit, written at once or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Read, Write as _};
use std::path::{Path, PathBuf};

use manifest::Source;
use tempfile::NamedTempFile;

use crate::failure::{Failure, reason};

/// The name that stands for standard input and standard output.
pub(crate) const STANDARD: &str = "-";

/// The file that is meant where none is named.
pub(crate) const SPEC: &str = "cluster.yaml";

/// The most bytes that are read of one file: a cluster of 10,000 machines is a fiftieth of it.
const LIMIT: u64 = 128 << 20;

/// A path as the user would write it.
pub(crate) fn shown(path: &Path) -> String {
    let shown = path.display().to_string();
    shown.strip_prefix("./").map_or(shown.clone(), str::to_owned)
}

/// Reads a cluster spec, from standard input if the path is [`STANDARD`].
pub(crate) fn source(path: &Path) -> Result<Source, Failure> {
    if path.is_dir() {
        return Err(directory(path));
    }
    text(path).map_err(|error| match error {
        (failure, Some(ErrorKind::NotFound)) => {
            failure.help("write a cluster spec with `frank init`, or name another file")
        }
        (failure, _) => failure,
    })
}

/// Reads a file that is no cluster spec, from standard input if the path is [`STANDARD`].
pub(crate) fn other(path: &Path) -> Result<Source, Failure> {
    text(path).map_err(|(failure, _)| failure)
}

/// A text with its name, or why there is none and of which kind that is.
fn text(path: &Path) -> Result<Source, (Failure, Option<ErrorKind>)> {
    let (name, bytes) = if path == Path::new(STANDARD) {
        ("<stdin>".to_owned(), limited(io::stdin().lock()))
    } else {
        (path.display().to_string(), read(path))
    };
    let bytes = bytes.map_err(|error| {
        (Failure::new(format!("cannot read `{name}`: {}", reason(&error))), Some(error.kind()))
    })?;
    Source::from_bytes(&*name, bytes).map_err(|error| {
        (Failure::new(format!("cannot read `{name}`: {error}")).help("save the file as UTF-8"), None)
    })
}

/// The bytes of a file, unless it is too large.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    limited(File::open(path)?)
}

/// A text on its way to a file; gone if it is not persisted.
pub(crate) fn stage(
    directory: &Path,
    text: &str,
    permissions: Option<Permissions>,
) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".frank-");
    #[cfg(unix)]
    let everyone = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    // What the user's mask leaves of it; the default would be a file for the user alone.
    #[cfg(unix)]
    builder.permissions(everyone);
    let mut file = builder.tempfile_in(directory)?;
    file.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        fs::set_permissions(file.path(), permissions)?;
    }
    Ok(file)
}

/// Writes a file that is not there yet.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: &io::Error| Failure::io("write", path, error);
    let staged = stage(parent(path), text, None).map_err(|error| failed(&error))?;
    staged.persist_noclobber(path).map(drop).map_err(|error| failed(&error.error))
}

/// Gives files other texts. All are written beside them before the first is replaced: what fails for want of space or
/// rights leaves everything as it was.
pub(crate) fn replace(files: &[(PathBuf, &str)]) -> Result<(), Failure> {
    let mut staged = Vec::with_capacity(files.len());
    for (path, text) in files {
        let permissions = fs::metadata(path).map(|metadata| metadata.permissions());
        let file = permissions.and_then(|permissions| stage(parent(path), text, Some(permissions)));
        staged.push((file.map_err(|error| Failure::io("write", path, &error))?, path));
    }
    for (file, path) in staged {
        file.persist(path).map_err(|error| Failure::io("write", path, &error.error))?;
    }
    Ok(())
}

/// The directory that a file is in.
pub(crate) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

fn limited(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        return Err(io::Error::other(format!("it is larger than {} MiB", LIMIT >> 20)));
    }
    Ok(bytes)
}

fn directory(path: &Path) -> Failure {
    let inside = path.join(SPEC);
    Failure::new(format!("cannot read `{}`: it is a directory, not a file", path.display())).help(
        if inside.is_file() {
            format!("did you mean `{}`?", inside.display())
        } else {
            "name the cluster spec itself".to_owned()
        },
    )
}
