//! Places on a page, as fixed-point numbers: what is printed twice at one place has one value.

/// A length in points or a factor, in units of [`ONE`].
pub type Fixed = i64;

/// 1 as [`Fixed`].
pub const ONE: Fixed = 1 << 20;

/// What is further away is on no page. Sums and products of a few such values stay within 64 bits.
const FARTHEST: Fixed = 1 << 50;

/// So many points.
pub const fn points(count: i64) -> Fixed {
    count * ONE
}

/// A value that a hostile file cannot make overflow.
pub fn bounded(value: i128) -> Fixed {
    Fixed::try_from(value.clamp(-i128::from(FARTHEST), i128::from(FARTHEST))).unwrap_or_default()
}

/// The product of two.
pub fn times(a: Fixed, b: Fixed) -> Fixed {
    bounded((i128::from(a) * i128::from(b)) >> 20)
}

/// A part of a length, in hundredths.
pub fn share(length: Fixed, hundredths: i64) -> Fixed {
    bounded(i128::from(length) * i128::from(hundredths) / 100)
}

/// How far a step goes to the side, and how far up.
pub type Step = (Fixed, Fixed);

/// A linear change of places: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Where a step to the right goes.
    pub right: Step,
    /// Where a step up goes.
    pub up: Step,
    /// Where the origin goes.
    pub origin: Step,
}

impl Matrix {
    /// Nothing changed.
    pub const SAME: Matrix = Matrix {
        right: (ONE, 0),
        up: (0, ONE),
        origin: (0, 0),
    };

    /// The six numbers in the order of a file; missing ones are 0.
    pub fn of(numbers: &[Fixed]) -> Self {
        let at = |place: usize| numbers.get(place).copied().unwrap_or_default();
        Matrix {
            right: (at(0), at(1)),
            up: (at(2), at(3)),
            origin: (at(4), at(5)),
        }
    }

    /// Moved by a step in its own space.
    pub fn moved(self, x: Fixed, y: Fixed) -> Self {
        Matrix {
            origin: self.place(x, y),
            ..self
        }
    }

    /// Where a direction points.
    pub fn direction(self, x: Fixed, y: Fixed) -> Step {
        let along = |right: Fixed, up: Fixed| bounded(i128::from(times(x, right)) + i128::from(times(y, up)));
        (along(self.right.0, self.up.0), along(self.right.1, self.up.1))
    }

    /// Where a place goes.
    pub fn place(self, x: Fixed, y: Fixed) -> Step {
        let (dx, dy) = self.direction(x, y);
        (
            bounded(i128::from(dx) + i128::from(self.origin.0)),
            bounded(i128::from(dy) + i128::from(self.origin.1)),
        )
    }

    /// This change, and then the outer one.
    pub fn within(self, outer: Matrix) -> Self {
        Matrix {
            right: outer.direction(self.right.0, self.right.1),
            up: outer.direction(self.up.0, self.up.1),
            origin: outer.place(self.origin.0, self.origin.1),
        }
    }
}
