//! Pages of long lists.

use serde::Serialize;

/// Which part of a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    /// Page number from 1.
    pub page: u32,
    /// Rows on a page.
    pub size: u32,
}

impl PageRequest {
    /// Page `page` (0 and nonsense become 1) of `size` rows.
    #[must_use]
    pub fn new(page: u32, size: u32) -> Self {
        Self { page: page.clamp(1, 1_000_000), size: size.clamp(1, 500) }
    }

    /// Rows to pass over.
    #[must_use]
    pub fn offset(self) -> i64 {
        i64::from(self.page - 1) * i64::from(self.size)
    }
}

/// One page of a list and how many there are in all.
#[derive(Debug, Clone, Serialize)]
pub struct Paged<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// Page number from 1.
    pub page: u32,
    /// Rows on a page.
    pub size: u32,
    /// Rows in all.
    pub total: i64,
}

impl<T> Paged<T> {
    /// A page of rows.
    #[must_use]
    pub fn new(rows: Vec<T>, request: PageRequest, total: i64) -> Self {
        Self { rows, page: request.page, size: request.size, total }
    }

    /// How many pages there are, at least one.
    #[must_use]
    pub fn pages(&self) -> i64 {
        (self.total + i64::from(self.size) - 1).div_euclid(i64::from(self.size)).max(1)
    }

    /// The same page with other rows.
    #[must_use]
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Paged<U> {
        Paged { rows: self.rows.into_iter().map(change).collect(), page: self.page, size: self.size, total: self.total }
    }
}
