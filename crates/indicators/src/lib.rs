//! Indicators: values, their aggregation over bodies, and series over time with breaks of comparability.
