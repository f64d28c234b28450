//! Reads source text for the architecture test: which files there are, and what their code says.
//!
//! A scanner of a hundred lines, not a parser: it leaves out comments and quoted text and looks at words and paths.

use std::path::Path;

const ENDINGS: [&str; 4] = ["rs", "css", "js", "mjs"];
const NOT_OURS: [&str; 4] = ["target", "node_modules", "dist", "test-results"];

/// The project's own source files: path from the project's folder, and text.
pub fn project_files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(root, root, &mut found);
    found.sort();
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
                walk(root, &path, found);
            }
        } else if ENDINGS
            .iter()
            .any(|ending| path.extension().is_some_and(|own| own == *ending))
        {
            let inside = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            found.push((inside, std::fs::read_to_string(&path).unwrap_or_default()));
        }
    }
}

/// Rust text without comments, and with nothing between its quotes.
pub fn code_only(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let after_name = code.ends_with(|last: char| last.is_alphanumeric() || last == '_');
        let length = skipped(rest, after_name);
        if length > 0 {
            code.push(' ');
            rest = &rest[length..];
        } else {
            code.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    code
}

/// How many bytes of a comment or literal stand here, 0 when it is code.
fn skipped(rest: &str, after_name: bool) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    if rest.starts_with('"') {
        return quoted(rest, '"');
    }
    if let Some(after) = rest.strip_prefix('\'') {
        // A quote that closes after one character, or after an escape, is a literal; else it is a lifetime.
        let mut after = after.chars();
        let is_escape = after.next() == Some('\\');
        return if is_escape || after.next() == Some('\'') {
            quoted(rest, '\'')
        } else {
            0
        };
    }
    if rest.starts_with('r') && !after_name {
        let hashes = rest[1..].chars().take_while(|character| *character == '#').count();
        if rest[1 + hashes..].starts_with('"') {
            let closing = format!("\"{}", "#".repeat(hashes));
            let inside = 2 + hashes;
            return rest[inside..]
                .find(&closing)
                .map_or(rest.len(), |at| inside + at + closing.len());
        }
    }
    0
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut characters = rest.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if character == quote {
            return at + 1;
        }
    }
    rest.len()
}

/// The names and keywords of a text.
pub fn words(code: &str) -> impl Iterator<Item = &str> {
    tokens(code)
        .into_iter()
        .filter(|token| token.starts_with(|first: char| first.is_alphabetic() || first == '_'))
}

/// Every path that starts at the root of the crate, without `crate::`; lists in braces are spelled out.
pub fn crate_paths(code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        if tokens[start] == "crate" && tokens.get(start + 1) == Some(&"::") {
            let mut at = start + 2;
            spell_out(&tokens, &mut at, "", &mut found);
        }
    }
    found
}

/// Reads one path with its branches and leaves `at` behind it.
fn spell_out(tokens: &[&str], at: &mut usize, before: &str, found: &mut Vec<String>) {
    let mut path = before.to_owned();
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        if *token == "{" {
            while tokens.get(*at).is_some_and(|token| *token != "}") {
                spell_out(tokens, at, &path, found);
                // Whatever separates branches, a comma or the words of `as`, belongs to none of them.
                while tokens.get(*at).is_some_and(|token| *token != "," && *token != "}") {
                    *at += 1;
                }
                *at += usize::from(tokens.get(*at) == Some(&","));
            }
            *at += 1;
            return;
        }
        path = if path.is_empty() {
            (*token).to_owned()
        } else {
            format!("{path}::{token}")
        };
        if tokens.get(*at) != Some(&"::") {
            break;
        }
        *at += 1;
    }
    found.push(path);
}

/// The longest chain of `super::` in a text.
pub fn highest_super(code: &str) -> usize {
    let mut highest = 0;
    let mut chain = 0;
    for token in tokens(code) {
        match token {
            "super" => chain += 1,
            "::" => {}
            _ => chain = 0,
        }
        highest = highest.max(chain);
    }
    highest
}

/// Whether a text has a number such as `0.5`. The second number of `pair.0.1` is none.
pub fn has_float_literal(code: &str) -> bool {
    let tokens = tokens(code);
    let is_number = |token: &str| token.starts_with(|first: char| first.is_ascii_digit());
    tokens.windows(3).enumerate().any(|(at, three)| {
        let is_field = at > 0 && tokens[at - 1] == ".";
        is_number(three[0]) && three[1] == "." && is_number(three[2]) && !is_field
    })
}

/// Names, numbers, `::`, and single marks.
fn tokens(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|character: char| !character.is_alphanumeric() && character != '_')
                .unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        found.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    found
}

/// The module that a file of the crate is: `src/a/b.rs` and `src/a/b/mod.rs` are `a::b`.
pub fn module_of(path: &str) -> Option<String> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let inside = inside.strip_suffix("/mod").unwrap_or(inside);
    Some(inside.replace('/', "::"))
}

/// Every path that a module names, from the root of the crate: those that begin with `crate`, and those that
/// begin with `super` or `self`, resolved.
pub fn absolute_paths(code: &str, module: &str, is_folder: bool) -> Vec<String> {
    let tokens = tokens(code);
    let mut found = crate_paths(code);
    // `super` of a file is its folder. Of a `mod tests` inside a file it would be the file itself; such paths lead to
    // names that no other file has.
    let names: Vec<&str> = module.split("::").collect();
    for start in 0..tokens.len() {
        let begins = start == 0 || tokens[start - 1] != "::";
        if !begins || !matches!(tokens[start], "super" | "self") || tokens.get(start + 1) != Some(&"::") {
            continue;
        }
        let mut at = start;
        let mut up = 0;
        while matches!(tokens.get(at), Some(&"super" | &"self")) && tokens.get(at + 1) == Some(&"::") {
            up += usize::from(tokens[at] == "super");
            at += 2;
        }
        let kept = names.len().saturating_sub(up);
        // `self` in a file that is no folder names what stands in the file.
        if up == 0 && !is_folder {
            continue;
        }
        let mut inside = Vec::new();
        spell_out(&tokens, &mut at, "", &mut inside);
        let before = names[..kept].join("::");
        found.extend(inside.into_iter().map(|path| match before.as_str() {
            "" => path,
            before => format!("{before}::{path}"),
        }));
    }
    found
}

/// The types that a text defines, also by the macro that makes closed lists.
pub fn types_defined(code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1);
        if matches!(*token, "struct" | "enum" | "trait" | "union") {
            found.extend(next.map(|name| (*name).to_owned()));
        }
        if *token == "choices" && next == Some(&"!") {
            let body = tokens.iter().skip(at + 3);
            let name = body
                .zip(tokens.iter().skip(at + 4))
                .find(|(name, after)| **after == "{" && name.starts_with(|first: char| first.is_uppercase()));
            found.extend(name.map(|(name, _)| (*name).to_owned()));
        }
    }
    found
}

/// The types that a text adds methods of its own to: `impl T`, not `impl Trait for T`.
pub fn inherent_impls(code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    for start in (0..tokens.len()).filter(|at| tokens[*at] == "impl") {
        // An `impl` that begins an item, not one in a type.
        if start > 0 && !matches!(tokens[start - 1], "}" | ";" | "]" | "{") {
            continue;
        }
        let mut depth = 0_i32;
        let mut last = "";
        let mut is_of_trait = false;
        for token in &tokens[start + 1..] {
            match *token {
                "<" => depth += 1,
                ">" => depth -= 1,
                "{" | "where" if depth <= 0 => break,
                "for" if depth <= 0 => is_of_trait = true,
                name if depth <= 0 && name.starts_with(|first: char| first.is_alphabetic()) => last = name,
                _ => {}
            }
        }
        if !is_of_trait && !last.is_empty() {
            found.push(last.to_owned());
        }
    }
    found
}
