//! WordprocessingML as strictly as its schema: which elements stand where, with which attributes.

#![allow(clippy::expect_used, reason = "a panic is how a test fails")]

use quick_xml::Reader;
use quick_xml::events::Event;

/// The children of an element in the order of ECMA-376 (transitional), as far as such documents use them.
/// Word calls a file damaged, or drops what it does not expect, where the order is another.
/// Where several may stand in any order, they are parted by |.
const ORDER: [(&str, &str); 28] = [
    ("w:document", "background body"),
    ("w:body", "p|tbl|bookmarkStart|bookmarkEnd sectPr"),
    ("w:ftr", "p|tbl"),
    ("w:p", "pPr r|hyperlink|bookmarkStart|bookmarkEnd"),
    ("w:hyperlink", "r"),
    ("w:r", "rPr t|br|tab|fldChar|instrText"),
    ("w:tabs", "tab"),
    ("w:tblGrid", "gridCol"),
    ("w:trPr", "cantSplit|trHeight|tblHeader|jc"),
    ("w:fonts", "font"),
    ("w:rPrDefault", "rPr"),
    ("w:pPrDefault", "pPr"),
    ("w:compat", "doNotExpandShiftReturn compatSetting"),
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
         suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
         snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
         textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid \
         vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em \
         lang eastAsianLayout specVanish oMath",
    ),
    (
        "w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked \
         personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    ("w:styles", "docDefaults latentStyles style"),
    ("w:docDefaults", "rPrDefault pPrDefault"),
    ("w:tbl", "tblPr tblGrid tr"),
    (
        "w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
         tblBorders shd tblLayout tblCellMar tblLook",
    ),
    ("w:tblBorders", "top left bottom right insideH insideV"),
    ("w:tblCellMar", "top left bottom right"),
    ("w:tr", "tblPrEx trPr tc"),
    (
        "w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    ),
    ("w:tc", "tcPr p"),
    (
        "w:sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType \
         cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    ),
    (
        "w:settings",
        "view zoom displayBackgroundShape mirrorMargins proofState trackRevisions defaultTabStop autoHyphenation \
         defaultTableStyle evenAndOddHeaders bookFoldPrinting drawingGridHorizontalSpacing drawingGridVerticalSpacing \
         characterSpacingControl strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore updateFields footnotePr \
         endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    ),
    ("w:font", "altName panose1 charset family notTrueType pitch sig"),
];

/// The attributes of elements by ECMA-376, all in the namespace of their element: those that must be there, those
/// that may (?), and what each may hold: a whole number (#), hexadecimal digits (x), any text (*), or one
/// of some words.
const ATTRIBUTES: [(&str, &str); 38] = [
    ("pStyle basedOn next name altName", "val=*"),
    ("style", "type=paragraph|table styleId=* ?default=1 ?customStyle=1"),
    ("rFonts", "ascii=* hAnsi=* eastAsia=* cs=*"),
    ("font", "name=*"),
    ("charset", "val=x"),
    ("family", "val=auto|modern|roman|script|swiss|decorative"),
    ("sz szCs kern outlineLvl defaultTabStop gridSpan", "val=#"),
    ("highlight", "val=yellow"),
    ("lang", "val=* eastAsia=*"),
    ("jc", "val=left|center|right|both"),
    (
        "ind",
        "?leftChars=# ?left=# ?rightChars=# ?right=# ?firstLineChars=# ?firstLine=# ?hanging=#",
    ),
    (
        "spacing",
        "?before=# ?after=# ?line=# ?lineRule=exact|auto|atLeast ?val=#",
    ),
    ("tab", "?val=left|center|right ?leader=dot|none ?pos=#"),
    ("widowControl autoSpaceDE autoSpaceDN snapToGrid", "val=0|1"),
    (
        "keepNext keepLines pageBreakBefore kinsoku overflowPunct qFormat cantSplit tblHeader",
        "",
    ),
    ("evenAndOddHeaders updateFields doNotExpandShiftReturn br", ""),
    ("docDefaults rPrDefault pPrDefault rPr pPr tabs body p r", ""),
    (
        "tbl tblPr tblGrid tblBorders tblCellMar tr trPr tc tcPr sectPr compat",
        "",
    ),
    (
        "top left bottom right",
        "?val=single|nil ?sz=# ?space=# ?color=x ?w=# ?type=dxa",
    ),
    ("insideH insideV", "val=single sz=# space=# color=x"),
    ("tblW tcW", "w=# type=dxa"),
    ("tblLayout", "type=fixed"),
    ("gridCol", "w=#"),
    ("trHeight", "val=# hRule=atLeast|exact"),
    ("vMerge", "val=restart|continue"),
    ("vAlign", "val=center|top|bottom"),
    ("footerReference", "type=default|even r:id=*"),
    ("pgSz", "w=# h=# ?orient=landscape"),
    ("pgMar", "top=# right=# bottom=# left=# header=# footer=# gutter=#"),
    ("pgNumType", "start=#"),
    ("cols", "space=#"),
    ("docGrid", "type=lines linePitch=#"),
    ("characterSpacingControl", "val=compressPunctuation|doNotCompress"),
    ("compatSetting", "name=* uri=* val=#"),
    ("fldChar", "fldCharType=begin|separate|end"),
    ("t instrText", "?xml:space=preserve"),
    ("bookmarkStart", "id=# name=*"),
    ("bookmarkEnd hyperlink", "?id=# ?anchor=* ?history=1"),
];

/// Elements that begin a part and only name namespaces.
const ROOTS: [&str; 5] = ["document", "styles", "settings", "fonts", "ftr"];

/// What is wrong with the attributes of an element: a word each.
fn wrong_attributes(element: &str, given: &[(String, String)]) -> Vec<String> {
    let known = ATTRIBUTES
        .iter()
        .find(|(names, _)| names.split(' ').any(|name| name == element));
    let Some((_, rules)) = known else {
        return vec!["unknown".into()];
    };
    let rules: Vec<(bool, String, &str)> = rules
        .split_whitespace()
        .map(|rule| {
            let (name, kind) = rule.split_once('=').expect("a rule");
            let plain = name.trim_start_matches('?');
            let full = if plain.contains(':') {
                plain.to_owned()
            } else {
                format!("w:{plain}")
            };
            (!name.starts_with('?'), full, kind)
        })
        .collect();
    let holds = |kind: &str, value: &str| match kind {
        "*" => !value.is_empty(),
        "#" => value.parse::<i32>().is_ok(),
        "x" => value.bytes().all(|byte| byte.is_ascii_hexdigit()),
        words => words.split('|').any(|word| word == value),
    };
    let odd = given.iter().filter(|(name, value)| {
        let rule = rules.iter().find(|(_, known, _)| known == name);
        !rule.is_some_and(|(_, _, kind)| holds(kind, value))
    });
    let missing = rules
        .iter()
        .filter(|(must, name, _)| *must && !given.iter().any(|(known, _)| known == name));
    odd.map(|(name, value)| format!("{name}={value}"))
        .chain(missing.map(|(_, name, _)| format!("no {name}")))
        .collect()
}

/// What stands out of order in a part: parent, child; or what is wrong with an element itself.
pub fn out_of_order(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    let mut open: Vec<(String, usize)> = Vec::new();
    loop {
        let event = reader.read_event().expect("well-formed XML");
        if let Event::Start(element) | Event::Empty(element) = &event {
            let name = element.name().as_ref().to_owned();
            if let Some(plain) = name.strip_prefix("w:").filter(|plain| !ROOTS.contains(plain)) {
                let given: Vec<(String, String)> = element
                    .attributes()
                    .map(|one| {
                        let one = one.expect("an attribute");
                        (one.key.as_ref().to_owned(), one.value.to_string())
                    })
                    .collect();
                found.extend(
                    wrong_attributes(plain, &given)
                        .into_iter()
                        .map(|wrong| (name.clone(), wrong)),
                );
            }
            if let Some((parent, reached)) = open.last_mut().filter(|(parent, _)| parent.starts_with("w:")) {
                let order = ORDER
                    .iter()
                    .find(|(element, _)| element == parent)
                    .map_or("", |(_, order)| order);
                let is = |child: &str| child.split('|').any(|child| name == format!("w:{child}"));
                let place = order.split_whitespace().position(is);
                match place {
                    Some(place) if place >= *reached => *reached = place,
                    _ => found.push((parent.clone(), name.clone())),
                }
            }
            if matches!(event, Event::Start(_)) {
                open.push((name, 0));
            }
        } else if matches!(event, Event::End(_)) {
            open.pop();
        } else if matches!(event, Event::Eof) {
            return found;
        }
    }
}
