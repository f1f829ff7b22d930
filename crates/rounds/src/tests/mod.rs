//! Through HTTP, with personas, on both databases.

mod evidence;
mod fixture;
mod forms;
mod keeping;
mod next;
mod opening;
mod overview;
mod permissions;
mod reminders;
mod reporting;
mod reviewing;
mod running;
mod samples;
mod withdrawing;
