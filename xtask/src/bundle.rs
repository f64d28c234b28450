//! Makes one page of many pieces: glue, wasm (gzip and base64), styles, icon, and a policy over them.

use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::Outcome;

/// The tab's icon: the seal with the first character of the name.
const ICON: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='4' fill='#c0392b'/><path d='M8 9h7M8 13c4 0 6-2 6-4m-6 8h7m-7 5c4 0 6-2 6-5M18 8h7m-6 4h5m-7 4h9m-8 8 1-5h5v5' fill='none' stroke='#fff' stroke-width='2'/></svg>";

/// Makes the page from trunk's pieces, the style sheets and the start script.
pub fn bundle(pieces: &Path, styles: &Path, boot: &Path) -> Outcome<String> {
    let page = read(&pieces.join("index.html"))?;
    let glue = read(&only(pieces, ".js")?)?;
    let wasm =
        std::fs::read(only(pieces, "_bg.wasm")?).map_err(|error| format!("the wasm cannot be read ({error})."))?;
    let style = style_sheets(styles)?;
    let boot = read(boot)?;
    let page = without_trunk_links(&page);
    let policy = policy(&[&glue, &boot], &style);
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n  <link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n  <style>{style}</style>",
        STANDARD.encode(ICON)
    );
    let program = format!(
        "<script type=\"application/octet-stream\" id=\"program\">{}</script>\n  <script>{glue}</script>\n  <script>{boot}</script>",
        STANDARD.encode(gzip(&wasm)?)
    );
    for (name, text) in [("glue", &glue), ("boot.js", &boot)] {
        if text.contains("</script") {
            return Err(format!(
                "{name} contains an end tag that would cut the page; it cannot stand inline."
            ));
        }
    }
    // The policy stands first, so that it holds for all that follows.
    let page = page.replace(
        "<meta charset=\"utf-8\">",
        &format!(
            "<meta charset=\"utf-8\">\n  {}",
            head.lines().next().unwrap_or_default()
        ),
    );
    let rest: String = head.lines().skip(1).collect::<Vec<_>>().join("\n");
    let page = page
        .replacen("<!-- styles -->", rest.trim_start(), 1)
        .replacen("<!-- program -->", &program, 1);
    Ok(page)
}

/// All style sheets in the order in which `styles/order.txt` names them.
fn style_sheets(folder: &Path) -> Outcome<String> {
    let order = read(&folder.join("order.txt"))?;
    let mut all = String::new();
    for name in order
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
    {
        all.push_str(&without_comments(&read(&folder.join(name))?));
    }
    Ok(all)
}

/// CSS without comments and without indentation.
fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    out.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
        + "\n"
}

/// The content security policy: only what stands in this page runs, and nothing leaves it.
fn policy(scripts: &[&str], style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; connect-src 'none'; worker-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        scripts.join(" "),
        hash(style)
    )
}

/// The page without what trunk put in for starting and preloading.
fn without_trunk_links(page: &str) -> String {
    page.lines()
        .filter(|line| !line.contains("<!-- start -->") && !line.contains("modulepreload"))
        .collect::<Vec<_>>()
        .join("\n")
        + "\n"
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| format!("the wasm cannot be packed ({error})."))
}

/// The one file in a folder with this ending; the newest where an older build left one behind.
fn only(folder: &Path, ending: &str) -> Outcome<PathBuf> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{} cannot be read ({error}).", folder.display()))?;
    let found = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(ending));
    let newest = found.max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok());
    newest.ok_or(format!(
        "trunk left no file ending in {ending} in {}.",
        folder.display()
    ))
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read ({error}).", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_trunk_links_go() {
        assert_eq!(
            without_comments("a { /* x */\n  b: c;\n}\n/* y\nz */\n"),
            "a {\nb: c;\n}\n"
        );
        assert_eq!(
            without_trunk_links("<a>\n<link rel=\"modulepreload\">\n<!-- start -->\n<b>"),
            "<a>\n<b>\n"
        );
    }

    #[test]
    fn the_policy_names_each_script_and_forbids_requests() {
        let policy = policy(&["a", "b"], "c");
        assert_eq!(policy.matches("'sha256-").count(), 3);
        assert!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"));
    }
}
