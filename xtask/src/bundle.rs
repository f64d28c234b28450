//! Makes one page of trunk's pieces: glue, program (gzip and base64), styles, icon, and a policy over them.
//!
//! Absent on purpose: no minifier (gzip on the host does as well), no source maps, no second file.

use std::io::Write;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::build::SMALLEST;
use crate::markup::{compact_css, links};
use crate::run::{read, root};
use crate::{Outcome, size};

/// Where the scripts go in the page.
const PROGRAM_PLACE: &str = "<!-- program -->";
/// Where trunk puts its own start script, which nobody needs (see `pattern_script` in Trunk.toml).
const START_PLACE: &str = "<!-- start -->";
/// The policy goes right after this tag, so that it holds for everything that follows.
const CHARSET: &str = "<meta charset=\"utf-8\">";

/// What the page is made of.
struct Pieces {
    page: String,
    glue: String,
    wasm: Vec<u8>,
    boot: String,
}

/// Trunk's `post_build` hook: replaces all that lies in its staging folder by the one page.
pub fn bundle_staged() -> Outcome {
    let Some(folder) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err("`bundle` is a step of trunk's build; run `cargo xtask build` instead.".into());
    };
    let wasm = only(&folder, "_bg.wasm")?;
    let pieces = Pieces {
        page: read_text(&folder.join("index.html"))?,
        glue: read_text(&only(&folder, ".js")?)?,
        wasm: std::fs::read(&wasm).map_err(|error| format!("{} cannot be read ({error}).", wasm.display()))?,
        boot: read_text(&root().join("boot").join("boot.js"))?,
    };
    let page = bundle(&pieces, &|name| {
        std::fs::read(folder.join(name)).map_err(|error| format!("{name} ({error})"))
    })?;
    for entry in std::fs::read_dir(&folder)
        .map_err(|error| format!("{} cannot be read ({error}).", folder.display()))?
        .flatten()
    {
        let path = entry.path();
        let removed = if path.is_dir() {
            std::fs::remove_dir_all(&path)
        } else {
            std::fs::remove_file(&path)
        };
        removed.map_err(|error| format!("{} cannot be deleted ({error}).", path.display()))?;
    }
    let file = folder.join("index.html");
    std::fs::write(&file, &page).map_err(|error| format!("{} cannot be written ({error}).", file.display()))?;
    println!(
        "   index.html: {} kB; the program in it: {} kB unpacked",
        page.len() / 1000,
        pieces.wasm.len() / 1000
    );
    size::check(&[("file", page.len()), ("program", pieces.wasm.len())])
}

/// The page with everything in it. `file` gives the bytes of a file that the page links to.
fn bundle(pieces: &Pieces, file: &dyn Fn(&str) -> Outcome<Vec<u8>>) -> Outcome<String> {
    for (name, script) in [("The glue", &pieces.glue), ("boot/boot.js", &pieces.boot)] {
        if script.contains("</script") || script.contains("<!--") {
            return Err(format!(
                "{name} contains `</script` or `<!--`, which would cut the page. Write it differently."
            ));
        }
    }
    let (page, style) = inline_links(&pieces.page, file)?;
    let policy = policy(&[&pieces.glue, &pieces.boot], &style);
    let page = put(&page, START_PLACE, "")?;
    let page = put(
        &page,
        CHARSET,
        &format!("{CHARSET}\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    )?;
    // The program stands in a data block: the browser neither runs nor checks it, boot.js reads it.
    let scripts = format!(
        "<script type=\"application/octet-stream\" id=\"program\">{}</script>\n  <script>{}</script>\n  <script>{}</script>",
        STANDARD.encode(packed(&pieces.wasm)?),
        pieces.glue,
        pieces.boot
    );
    put(&page, PROGRAM_PLACE, &scripts)
}

/// The page with its styles and icon inside, and the text of the styles. All style sheets stand
/// together where the first one was linked, in the order of the page.
fn inline_links(page: &str, file: &dyn Fn(&str) -> Outcome<Vec<u8>>) -> Outcome<(String, String)> {
    let missing = |what: String| format!("The page links to a file that cannot be read: {what}.");
    let links = links(page);
    let mut style = String::new();
    for link in links.iter().filter(|link| link.rel == "stylesheet") {
        let css = file(&link.href).map_err(missing)?;
        let css = String::from_utf8(css).map_err(|_| format!("{} is not UTF-8 text.", link.href))?;
        style.push_str(&compact_css(&unix_lines(&css)));
    }
    if style.contains("</style") {
        return Err("A style sheet contains `</style`, which would cut the page. Write it differently.".into());
    }
    let mut out = String::new();
    let mut done = 0;
    let mut styled = false;
    for link in links {
        out.push_str(&page[done..link.range.start]);
        done = link.range.end;
        match link.rel.as_str() {
            "stylesheet" if !styled => {
                out.push_str(&format!("<style>{style}</style>"));
                styled = true;
            }
            "icon" => {
                let icon = file(&link.href).map_err(missing)?;
                out.push_str(&format!(
                    "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">",
                    STANDARD.encode(icon)
                ));
            }
            // Further style sheets are inside already, and hints to load something ahead would name files that are gone.
            "stylesheet" | "preload" | "modulepreload" => {}
            other => {
                return Err(format!(
                    "The page has a link of kind `{other}`, which cannot stand in a single file."
                ));
            }
        }
    }
    out.push_str(&page[done..]);
    Ok((out, style))
}

/// The content security policy: only what stands in this page runs, and nothing is loaded, fetched or sent. Three
/// things are beyond a policy inside a page: `window.open`, WebRTC, and being framed (`frame-ancestors` counts only
/// in a header).
fn policy(scripts: &[&str], style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; connect-src 'none'; \
         worker-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        scripts.join(" "),
        hash(style)
    )
}

/// The page with the one `place` in it replaced.
fn put(page: &str, place: &str, text: &str) -> Outcome<String> {
    match page.matches(place).count() {
        1 => Ok(page.replacen(place, text, 1)),
        count => Err(format!(
            "`{place}` must stand in the page once; it stands there {count} times."
        )),
    }
}

fn packed(bytes: &[u8]) -> Outcome<Vec<u8>> {
    match std::env::var_os(SMALLEST) {
        Some(_) => smallest(bytes),
        None => gzip(bytes),
    }
}

/// The same format by trying: what reads it does not see the difference.
fn smallest(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options {
        // More make less than a thousandth of difference at this size.
        iteration_count: NonZeroU64::MIN.saturating_add(4),
        ..zopfli::Options::default()
    };
    let done = zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed);
    done.map_err(|error| format!("The program cannot be packed ({error})."))?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map_err(|error| format!("The program cannot be packed ({error})."))
}

/// The one file in a folder whose name has this ending.
fn only(folder: &Path, ending: &str) -> Outcome<PathBuf> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{} cannot be read ({error}).", folder.display()))?;
    let mut found = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(ending));
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        (None, _) => Err(format!(
            "trunk left no file ending in {ending} in {}.",
            folder.display()
        )),
        (Some(one), Some(other)) => Err(format!(
            "trunk left two files ending in {ending}: {} and {}.",
            one.display(),
            other.display()
        )),
    }
}

fn read_text(path: &Path) -> Outcome<String> {
    read(path).map(|text| unix_lines(&text))
}

/// A browser hashes a script after turning its line ends into `\n`, so the hash must be taken of that.
fn unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<meta charset=\"utf-8\">\n<link rel=\"icon\" href=\"./i.svg\">\n<link rel=\"stylesheet\" href=\"./a.css\">\n\
        <link rel=\"stylesheet\" href=\"./b.css\">\n<!-- start -->\n</head>\n<body>\n<!-- program -->\n</body>";

    fn pieces(page: &str, glue: &str, boot: &str) -> Pieces {
        Pieces {
            page: page.into(),
            glue: glue.into(),
            wasm: b"\0asm program".to_vec(),
            boot: boot.into(),
        }
    }

    fn file(name: &str) -> Outcome<Vec<u8>> {
        match name {
            "i.svg" => Ok(b"<svg/>".to_vec()),
            "a.css" => Ok(b"a {\r\n  b: c;\r\n}\r\n".to_vec()),
            "b.css" => Ok(b"/* d */ d { e: f; }".to_vec()),
            other => Err(format!("{other} (no such file)")),
        }
    }

    #[test]
    fn everything_stands_inside_one_page() -> Outcome {
        let page = bundle(&pieces(PAGE, "let glue;", "boot();"), &file)?;
        assert_eq!(page.matches("<style>a {\nb: c;\n}\nd { e: f; }\n</style>").count(), 1);
        assert_eq!(page.matches("<style>").count(), 1);
        assert!(
            page.contains("<link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\">"),
            "{page}"
        );
        assert!(
            page.contains("<script>let glue;</script>\n  <script>boot();</script>"),
            "{page}"
        );
        assert!(!page.contains("href=\"./") && !page.contains("<!--"), "{page}");
        assert!(
            page.find("Content-Security-Policy") < page.find("<style>"),
            "the policy must come before what it rules"
        );
        Ok(())
    }

    #[test]
    fn the_policy_names_each_script_and_style_and_forbids_requests() {
        // The hash of the empty text is known from elsewhere.
        let policy = policy(&["", "b"], "c");
        assert!(
            policy.contains("script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-"),
            "{policy}"
        );
        assert_eq!(policy.matches("'sha256-").count(), 3);
        assert!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"));
    }

    #[test]
    fn what_cannot_be_bundled_is_refused_with_a_reason() {
        let cases = [
            (pieces(PAGE, "'</script>'", ""), "The glue contains"),
            (pieces(PAGE, "", "// <!-- x"), "boot/boot.js contains"),
            (
                pieces(&PAGE.replace("./a.css", "./z.css"), "", ""),
                "z.css (no such file)",
            ),
            (
                pieces(&PAGE.replace("<!-- program -->", ""), "", ""),
                "stands there 0 times",
            ),
            (
                pieces(&PAGE.replace("rel=\"icon\"", "rel=\"manifest\""), "", ""),
                "`manifest`",
            ),
        ];
        for (pieces, expected) in cases {
            let error = bundle(&pieces, &file).err().unwrap_or_default();
            assert!(error.contains(expected), "{error} should say {expected}");
        }
    }

    #[test]
    fn the_smallest_unpacks_to_what_it_was() -> Outcome {
        let text = b"asm program ".repeat(500);
        let packed = smallest(&text)?;
        assert!(packed.len() <= gzip(&text)?.len(), "{}", packed.len());
        let mut unpacked = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(packed.as_slice());
        std::io::Read::read_to_end(&mut decoder, &mut unpacked).map_err(|error| error.to_string())?;
        assert_eq!(unpacked, text);
        Ok(())
    }

    #[test]
    fn the_program_unpacks_to_what_it_was() -> Outcome {
        let page = bundle(&pieces(PAGE, "", ""), &file)?;
        let text = page
            .split("id=\"program\">")
            .nth(1)
            .and_then(|rest| rest.split('<').next())
            .unwrap_or_default();
        let packed = STANDARD.decode(text).map_err(|error| error.to_string())?;
        let mut wasm = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(packed.as_slice());
        std::io::Read::read_to_end(&mut decoder, &mut wasm).map_err(|error| error.to_string())?;
        assert_eq!(wasm, b"\0asm program");
        Ok(())
    }
}
