//! What holds for the whole: all domains together, two organisations that know nothing of each other.

mod canaries;
mod declared;
mod floor;
mod follow_up;
mod links;
mod matrix;
mod own_forms;
mod people;
mod report_links;
mod status_reports;
mod things;
mod world;
