//! 存储空间: how full the browser's storage is, and from when on the user is told.

/// How full the storage that the browser gives this page is, in whole percent of what it gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fullness(pub usize);

/// How pressing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pressure {
    /// There is room.
    None,
    /// From 60 % on: time to put things in order.
    Some,
    /// From 90 % on: the next saves may fail.
    High,
}

impl Fullness {
    /// How pressing it is.
    pub fn pressure(self) -> Pressure {
        match self.0 {
            0..60 => Pressure::None,
            60..90 => Pressure::Some,
            _ => Pressure::High,
        }
    }

    /// What the user is told, once there is something to tell.
    pub fn sentence(self) -> Option<String> {
        let Fullness(percent) = self;
        match self.pressure() {
            Pressure::None => None,
            Pressure::Some => Some(format!(
                "浏览器给的存储空间用了 {percent}%。请给不再改的报告下载备份，再把它们删除。"
            )),
            Pressure::High => Some(format!(
                "浏览器给的存储空间快满了，用了 {percent}%，新的修改可能存不上。请现在下载备份，再删除不用的报告。"
            )),
        }
    }
}
