//! The little HTML and CSS that bundling needs: find a tag, read its attributes, shorten a style sheet.

use std::ops::Range;

/// A `<link …>` tag: where it stands in the page and what it says.
#[derive(Debug, PartialEq, Eq)]
pub struct Link {
    /// The bytes of the tag, from `<` to `>`.
    pub range: Range<usize>,
    /// What the link is, such as `stylesheet` or `icon`.
    pub rel: String,
    /// The file it names, without the leading `./`.
    pub href: String,
}

/// All `<link>` tags of a page, in order.
pub fn links(page: &str) -> Vec<Link> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = page[from..].find("<link ").map(|at| from + at) {
        let Some(end) = page[start..].find('>').map(|at| start + at + 1) else {
            break;
        };
        let tag = &page[start..end];
        let href = attribute(tag, "href").trim_start_matches("./").to_owned();
        found.push(Link {
            range: start..end,
            rel: attribute(tag, "rel").to_owned(),
            href,
        });
        from = end;
    }
    found
}

fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    let opening = format!(" {name}=\"");
    let value = tag.find(&opening).map(|at| &tag[at + opening.len()..]);
    value.and_then(|value| value.split('"').next()).unwrap_or_default()
}

/// A style sheet without comments, blank lines and indentation. Quoted text stays as it is.
pub fn compact_css(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        bare.push_str(before);
        let length = if from.starts_with("/*") {
            from.find("*/").map_or(from.len(), |end| end + 2)
        } else if from.starts_with('/') {
            bare.push('/');
            1
        } else {
            let length = quoted_length(from);
            bare.push_str(&from[..length]);
            length
        };
        rest = &from[length..];
    }
    bare.push_str(rest);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn quoted_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let Some((_, quote)) = characters.next() else { return 0 };
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if character == quote {
            return at + 1;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_order_with_their_files() {
        let page = "<head>\n<link rel=\"icon\" href=\"./a-1.svg\">\n<link integrity=\"sha384-x\" rel=\"stylesheet\" href=\"./b-2.css\"/>\n<link rel=\"x";
        let found: Vec<(String, String)> = links(page).into_iter().map(|link| (link.rel, link.href)).collect();
        let expected = [("icon", "a-1.svg"), ("stylesheet", "b-2.css")];
        assert_eq!(found, expected.map(|(rel, href)| (rel.to_owned(), href.to_owned())));
        assert_eq!(
            &page[links(page)[0].range.clone()],
            "<link rel=\"icon\" href=\"./a-1.svg\">"
        );
    }

    #[test]
    fn style_sheets_lose_comments_and_nothing_else() {
        let cases = [
            ("a { /* x */\n  b: c;\n}\n\n/* y\nz */\n", "a {\nb: c;\n}\n"),
            (
                "p::before { content: \"/* no comment */\"; }",
                "p::before { content: \"/* no comment */\"; }\n",
            ),
            (
                "p { font: 1rem / 1.5 'It\\'s /*'; } /* end",
                "p { font: 1rem / 1.5 'It\\'s /*'; }\n",
            ),
            ("", ""),
        ];
        for (css, expected) in cases {
            assert_eq!(compact_css(css), expected, "{css}");
        }
    }
}
