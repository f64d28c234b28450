//! What Word and Excel alike ask of the library that writes workbooks: numbers as it takes them, and charts.

pub mod columns;
pub mod embedded;
pub mod number;
