//! The namespaces of WordprocessingML.

/// The namespace of WordprocessingML.
pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The namespace of relationships.
pub const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The namespace of charts.
pub const C: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// What the namespaces of a package begin with.
pub const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
