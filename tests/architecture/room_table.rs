//! The table of rooms.

/// A room, and the rooms beside it under the same roof that it may use.
pub type Room = (&'static str, &'static [&'static str]);

/// Neither format knows the other.
const BOTH_FORMATS: &[&str] = &[
    "documents::carried",
    "documents::passage",
    "documents::report",
    "documents::typefaces",
    "documents::archive",
    "documents::workbooks",
];

/// The table of rooms, the lowest first; the same table stands in ARCHITECTURE.md.
pub const ROOMS: &[Room] = &[
    ("domain::values", &[]),
    ("domain::prose", &["domain::values"]),
    ("domain::scheme", &["domain::values"]),
    ("domain::draft", &["domain::values", "domain::scheme"]),
    (
        "domain::evaluation",
        &["domain::values", "domain::scheme", "domain::draft"],
    ),
    (
        "domain::checkup",
        &["domain::values", "domain::prose", "domain::scheme", "domain::draft"],
    ),
    (
        "domain::explanation",
        &[
            "domain::values",
            "domain::scheme",
            "domain::draft",
            "domain::evaluation",
        ],
    ),
    (
        "domain::vocabulary",
        &["domain::values", "domain::prose", "domain::draft"],
    ),
    (
        "domain::facts",
        &["domain::values", "domain::prose", "domain::draft", "domain::vocabulary"],
    ),
    ("domain::facts::reading", &[]),
    ("domain::facts::judging", &["domain::facts::reading"]),
    (
        "domain::facts::relations",
        &["domain::facts::reading", "domain::facts::judging"],
    ),
    (
        "domain::references",
        &[
            "domain::values",
            "domain::prose",
            "domain::scheme",
            "domain::draft",
            "domain::evaluation",
            "domain::explanation",
            "domain::vocabulary",
        ],
    ),
    (
        "domain::checks",
        &[
            "domain::values",
            "domain::prose",
            "domain::scheme",
            "domain::draft",
            "domain::evaluation",
            "domain::explanation",
            "domain::facts",
            "domain::references",
            "domain::vocabulary",
        ],
    ),
    (
        "domain::review",
        &[
            "domain::values",
            "domain::prose",
            "domain::scheme",
            "domain::draft",
            "domain::evaluation",
            "domain::checks",
        ],
    ),
    (
        "domain::agreement",
        &[
            "domain::values",
            "domain::prose",
            "domain::scheme",
            "domain::draft",
            "domain::evaluation",
            "domain::explanation",
            "domain::facts",
            "domain::references",
            "domain::checks",
        ],
    ),
    ("domain::checks::finding", &[]),
    ("domain::checks::context", &["domain::checks::finding"]),
    (
        "domain::checks::scheme",
        &["domain::checks::finding", "domain::checks::context"],
    ),
    (
        "domain::checks::texts",
        &["domain::checks::finding", "domain::checks::context"],
    ),
    (
        "domain::checks::figures",
        &[
            "domain::checks::finding",
            "domain::checks::context",
            "domain::checks::scheme",
            "domain::checks::texts",
        ],
    ),
    (
        "domain::checks::rows",
        &[
            "domain::checks::finding",
            "domain::checks::context",
            "domain::checks::texts",
        ],
    ),
    (
        "domain::overview",
        &[
            "domain::values",
            "domain::scheme",
            "domain::draft",
            "domain::evaluation",
            "domain::explanation",
        ],
    ),
    ("documents::archive", &[]),
    ("documents::passage", &[]),
    ("documents::report", &[]),
    ("documents::typefaces", &[]),
    ("documents::pinyin", &[]),
    ("documents::project_file", &[]),
    ("documents::workbooks", &["documents::archive", "documents::report"]),
    ("documents::carried", &["documents::archive", "documents::passage"]),
    ("documents::copies", &["documents::project_file", "documents::archive"]),
    ("documents::docx", BOTH_FORMATS),
    ("documents::xlsx", BOTH_FORMATS),
    (
        "documents::import",
        &[
            "documents::archive",
            "documents::docx",
            "documents::passage",
            "documents::project_file",
            "documents::workbooks",
            "documents::xlsx",
        ],
    ),
    ("documents::import::text", &["documents::import::recognised"]),
    (
        "documents::import::tables",
        &["documents::import::recognised", "documents::import::text"],
    ),
    ("documents::import::pdf", &["documents::import::text"]),
    (
        "documents::import::recognise",
        &["documents::import::recognised", "documents::import::text"],
    ),
    (
        "documents::import::reading",
        &[
            "documents::import::recognised",
            "documents::import::text",
            "documents::import::tables",
            "documents::import::pdf",
            "documents::import::recognise",
        ],
    ),
    (
        "documents::import::compose",
        &[
            "documents::import::recognised",
            "documents::import::tables",
            "documents::import::reading",
        ],
    ),
    (
        "documents::exchange",
        &[
            "documents::archive",
            "documents::passage",
            "documents::report",
            "documents::project_file",
            "documents::carried",
            "documents::docx",
            "documents::xlsx",
        ],
    ),
    ("state::model", &[]),
    ("state::update", &["state::model"]),
];
