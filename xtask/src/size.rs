//! Keeps the file from growing unsaid: its size and that of the program in it are written down in `xtask/sizes.txt`.

use crate::Outcome;
use crate::run::{read, root};

/// By how much a part may grow before it has to be said, in percent.
const UNSAID: usize = 5;

/// Fails where something has grown by more than [`UNSAID`] since its size was written down.
pub fn check(now: &[(&str, usize)]) -> Outcome {
    held(&read(&root().join("xtask").join("sizes.txt"))?, now)
}

/// `kept` has a line for each part: its name and its size in kB.
fn held(kept: &str, now: &[(&str, usize)]) -> Outcome {
    for (name, bytes) in now {
        let line = kept.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        let Some(kept) = line.and_then(|size| size.trim().parse::<usize>().ok()) else {
            return Err(format!("xtask/sizes.txt has no line `{name} <kB>`. Put it there."));
        };
        let now = bytes / 1000;
        if now * 100 > kept * (100 + UNSAID) {
            return Err(format!(
                "The {name} has grown from {kept} to {now} kB, by more than {UNSAID} percent. Make it smaller, or write \
                 {now} into xtask/sizes.txt and say in BENCHMARKS.md what the rest is for."
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_said() {
        let check = |kept: &str, bytes: usize, words: &str| {
            let outcome = held(kept, &[("file", bytes)]);
            match words {
                "" => assert_eq!(outcome, Ok(()), "{bytes}"),
                _ => assert!(outcome.is_err_and(|error| error.contains(words)), "{bytes}"),
            }
        };
        check("file 1000\nprogram 9\n", 900_000, "");
        check("file 1000\n", 1_050_999, "");
        check("file 1000\n", 1_051_000, "from 1000 to 1051 kB");
        check("program 1000\n", 1, "no line `file <kB>`");
        check("file many\n", 1, "no line `file <kB>`");
    }
}
